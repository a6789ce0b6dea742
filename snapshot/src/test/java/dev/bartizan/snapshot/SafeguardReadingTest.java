package dev.bartizan.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeguardReadingTest {
    private static final String COMPLETE = Written.text(ExampleSnapshot.complete());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "evidenced":[[0,1]]             | "evidenced":[[0,2]]             | snapshot-contradiction | /controls/1/assets
            "evidenced":[[0,1]]             | "evidenced":[[0,9]]             | snapshot-contradiction | /controls/1/assets
            "phase":"respond","ground"      | "phase":"reply","ground"        | snapshot-unknown-word  | /controls/0/phase
            "party":"provider"              | "party":"nobody"                | snapshot-unknown-word  | /responsibilities/1/party
            "standing":"violates"           | "standing":"breaks"             | snapshot-unknown-word  | /patterns/0/places/0/standing
            "gaps":["which rights it has"], | ''                              | snapshot-contradiction | /patterns/0/places/1/answers/0
            """)
    void whatContradictsItselfIsAProblem(String target, String replacement, String code, String pointer) {
        assertThat(COMPLETE).contains(target);
        assertThat(Written.problems(COMPLETE.replace(target, replacement)).getFirst())
                .extracting(
                        Problem::code,
                        problem -> problem.location().orElseThrow().pointer())
                .containsExactly(code, pointer);
    }

    @Test
    void aKeyWithoutTheOthersIsAProblem() {
        int start = COMPLETE.indexOf("\"defences\":[");
        String without = COMPLETE.substring(0, COMPLETE.lastIndexOf(',', start)) + "\n}\n";

        assertThat(Written.problems(without))
                .extracting(Problem::message)
                .containsExactly("`defences` is missing although `controls` is there");
    }
}
