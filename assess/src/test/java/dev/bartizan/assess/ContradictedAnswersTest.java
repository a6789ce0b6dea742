package dev.bartizan.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.source.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bartizan.yaml says and the platform shows otherwise: it is told, and the evidence counts. */
class ContradictedAnswersTest {
    private static final String LABELLING = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: label-studio, namespace: data}
            spec:
              selector: {matchLabels: {app: label-studio}}
              template:
                metadata: {labels: {app: label-studio}}
                spec:
                  containers:
                    - name: main
                      image: heartexlabs/label-studio:1.15.0
                      ports: [{containerPort: 8080}]
                      env: [{name: LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK, value: "ANSWER"}]
            """;

    @TempDir
    private Path folder;

    private Snapshot assessed(String isClosed, String workforce) throws IOException {
        Files.writeString(folder.resolve("labelling.yaml"), LABELLING.replace("ANSWER", isClosed));
        Files.writeString(folder.resolve("bartizan.yaml"), """
                version: 1
                complete: [cluster]
                answers:
                  - {property: workforce, value: %s, select: {names: [label-studio]}}
                attestations:
                  - {control: C-DATAQC, holds: false, evidence: a review, date: 2026-10-01, select: {names: [label-studio]}}
                """.formatted(workforce));
        return AssessAnalysis.run(
                        AssessQuestion.of(List.of(folder), LocalDate.of(2026, 11, 1)), InputStream.nullInputStream())
                .snapshot();
    }

    private static List<String> contradictions(Snapshot snapshot) {
        return snapshot.problems().stream()
                .filter(problem -> problem.code().equals("answer-contradicted"))
                .map(Problem::toString)
                .toList();
    }

    private static ThreatFacts.Result labels(Snapshot snapshot) {
        return snapshot.threats().orElseThrow().results().stream()
                .filter(result -> result.threat().equals("TH-D04"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoMayOpenAnAccountIsNotOfTheHouse() throws IOException {
        Snapshot snapshot = assessed("false", "internal");

        assertThat(contradictions(snapshot))
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .startsWith(
                                "bartizan.yaml:4:5: It says that workforce of label-studio is internal, and everybody may open"
                                        + " an account there and label: external counts."));
        assertThat(labels(snapshot).confirmed()).isEqualTo(1);
    }

    @Test
    void anAnswerThatNothingContradictsIsTaken() throws IOException {
        assertThat(contradictions(assessed("true", "internal"))).isEmpty();
        assertThat(labels(assessed("true", "internal")).confirmed()).isZero();
        assertThat(contradictions(assessed("false", "external"))).isEmpty();
    }
}
