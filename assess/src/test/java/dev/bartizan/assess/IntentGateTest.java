package dev.bartizan.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.snapshot.Comparison;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change fails on an intent that it breaks, and not on one that was broken before. */
class IntentGateTest {
    private static final Gate GATE = new Gate(Set.of(Gate.Trigger.INTENT), false);
    private static final String PODS = """
            apiVersion: v1
            kind: Pod
            metadata: {name: notebook, namespace: ml, labels: {app: notebook}}
            spec: {containers: [{name: a, image: "example/a:1"}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: store, namespace: ml, labels: {app: store}}
            spec: {containers: [{name: b, image: "example/b:1"}]}
            """;
    private static final String POLICY = """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: ml}
            spec: {podSelector: {matchLabels: {app: store}}, policyTypes: [Ingress]}
            """;
    private static final String INTENT = """
            network:
              profile: kubernetes
              intents:
                - {id: store-is-closed, title: Notebooks do not read the store, demand: deny, from: [{names: [notebook]}], to: [{names: [store]}]}
            """;

    @TempDir
    Path folder;

    private Snapshot assess(String manifests, String declarations) throws IOException {
        Files.writeString(folder.resolve("pods.yaml"), manifests);
        Files.writeString(folder.resolve("bartizan.yaml"), "version: 1\ncomplete: [cluster]\n" + declarations);
        return AssessAnalysis.run(
                        AssessQuestion.of(List.of(folder), LocalDate.of(2026, 11, 1)), InputStream.nullInputStream())
                .snapshot();
    }

    @Test
    void aChangeThatBreaksAnIntentFails() throws IOException {
        Snapshot closed = assess(PODS + POLICY, INTENT);
        Snapshot open = assess(PODS, INTENT);
        assertThat(GATE.judge(closed, Optional.empty()).passed()).isTrue();
        assertThat(GATE.judge(open, Optional.of(Comparison.of(closed, open))).reasons())
                .containsExactly("intent store-is-closed is broken by 1 of 1 pairs: Notebooks do not read the store");
        assertThat(GATE.judge(open, Optional.empty()).passed()).isFalse();
        assertThat(GATE.judge(open, Optional.of(Comparison.of(open, open))).passed())
                .isTrue();
    }

    @Test
    void withoutIntentsOfItsOwnItIsHeldAgainstThoseOfEveryPlatform() throws IOException {
        Snapshot open = assess("""
                apiVersion: v1
                kind: Pod
                metadata: {name: hub, namespace: ml, labels: {app: notebook}}
                spec: {containers: [{name: a, image: "quay.io/jupyter/base-notebook:2025-01-01"}]}
                """, "");

        assertThat(GATE.judge(open, Optional.empty()).reasons())
                .anyMatch(reason -> reason.startsWith("intent notebook-egress is broken"));
    }

    @Test
    void anAssessmentThatWasHeldAgainstNoIntentDoesNotPass() throws IOException {
        Snapshot asked = assess(PODS, "");
        Snapshot earlier = asked.with(asked.connectivity().orElseThrow().withIntents(List.of()));

        assertThat(GATE.judge(earlier, Optional.empty()).reasons())
                .singleElement()
                .asString()
                .startsWith("it was held against no intent");
    }
}
