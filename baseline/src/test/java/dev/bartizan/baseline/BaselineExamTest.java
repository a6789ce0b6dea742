package dev.bartizan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Node;
import dev.bartizan.source.Required;
import dev.bartizan.source.SourceReader;
import dev.bartizan.source.StrictReader;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our verdicts on the fixtures of other tools. Every difference has its reason in variants.yaml. */
class BaselineExamTest {
    /** Which of our checks answer what others ask. */
    record ExamChecks(
            @Required List<Asked> canonical, @Required List<Asked> others) {}

    /** A list and no mapping, whose keys the reader would take for those of secrets. */
    record Asked(String theirs, @Required List<String> ours) {}

    record Variants(@Required List<Variant> variants) {}

    record Variant(String reason, @Required List<String> cases) {}

    @ParameterizedTest
    @CsvSource({
        "kyverno, kyverno, 100",
        "polaris, polaris, 130",
        "kubescape-cel, cel, 130",
        "gatekeeper, gatekeeper, 80"
    })
    void agreesWithOtherToolsOrSaysWhyNot(String source, String column, int atLeast) throws IOException {
        Path exams = Repository.assumeShared("exams/baseline");
        ExamChecks ours = resource("checks.yaml", ExamChecks.class);
        Node map = document("check-map.yaml", Files.readString(exams.resolve("check-map.yaml")))
                .get("map");
        var explained = new HashSet<String>();
        resource("variants.yaml", Variants.class).variants().forEach(variant -> explained.addAll(variant.cases()));

        int asked = 0;
        var differing = new TreeSet<String>();
        var report = new ArrayList<String>();
        for (ExamCase exam : (Iterable<ExamCase>) ExamCase.of(exams, source)::iterator) {
            List<String> checks = checks(ours, map, source, column, exam.check());
            if (!checks.isEmpty()) {
                asked++;
                Verdict verdict = verdict(exam, checks);
                if (!agrees(verdict, exam.mustFail())) {
                    differing.add(exam.id());
                    report.add(exam.id() + " (" + exam.name() + "): expected " + (exam.mustFail() ? "fail" : "pass")
                            + ", got " + verdict);
                }
            }
        }
        assertThat(asked).as("cases of %s", source).isGreaterThanOrEqualTo(atLeast);
        assertThat(report)
                .as("unexplained differences from %s", source)
                .filteredOn(line -> !explained.contains(line.substring(0, line.indexOf(" ("))))
                .isEmpty();
        assertThat(explained)
                .as("variants that no longer differ")
                .filteredOn(id -> id.startsWith(source + "/") && !differing.contains(id))
                .isEmpty();
    }

    private static Verdict verdict(ExamCase exam, List<String> checks) {
        Map<String, Verdict> verdicts = exam.platform().verdicts();
        return checks.stream().map(verdicts::get).reduce(Verdict.NOT_APPLICABLE, Verdict::worse);
    }

    private static boolean agrees(Verdict verdict, boolean mustFail) {
        return switch (verdict) {
            case FAIL -> mustFail;
            case UNDECIDED -> false;
            case PASS, NOT_APPLICABLE -> !mustFail;
        };
    }

    private static List<String> checks(ExamChecks ours, Node map, String source, String column, String theirs) {
        Set<String> found = new TreeSet<>();
        for (Asked asked : ours.others()) {
            if (asked.theirs().equals(source + "/" + theirs)) {
                found.addAll(asked.ours());
            }
        }
        for (Asked asked : ours.canonical()) {
            if (map.get(asked.theirs()).get(column).text("").equals(theirs)) {
                found.addAll(asked.ours());
            }
        }
        return List.copyOf(found);
    }

    private static <T extends Record> T resource(String name, Class<T> type) {
        try (InputStream stream = Objects.requireNonNull(BaselineExamTest.class.getResourceAsStream("exam/" + name))) {
            Node root = document(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            StrictReader.Result<T> result = StrictReader.read(root, type);
            assertThat(result.faults()).isEmpty();
            return result.value().orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Node document(String name, String text) {
        return SourceReader.parse(name, text).documents().getFirst().root().orElseThrow();
    }
}
