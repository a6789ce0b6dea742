package dev.bartizan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.knowledge.Check;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples that stand in each check's own file are true. */
class CheckExamplesTest {
    @TestFactory
    Stream<DynamicTest> everyCheckAgreesWithItsOwnExamples() {
        return TestPlatform.checks().all().stream()
                .flatMap(check -> Stream.of(
                                tests(
                                        check,
                                        "passes",
                                        check.examples().pass(),
                                        List.of(Verdict.PASS, Verdict.NOT_APPLICABLE)),
                                tests(check, "fails", check.examples().fail(), List.of(Verdict.FAIL)),
                                tests(
                                        check,
                                        "is undecided on",
                                        check.examples().undecided(),
                                        List.of(Verdict.UNDECIDED)))
                        .flatMap(tests -> tests));
    }

    private static Stream<DynamicTest> tests(Check check, String what, List<String> examples, List<Verdict> allowed) {
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        check.id() + " " + what + " example " + (examples.indexOf(example) + 1),
                        () -> assertThat(TestPlatform.of(example).verdict(check.id()))
                                .as("%s, %s:%n%s", check.id(), check.location(), example)
                                .isIn(allowed)));
    }
}
