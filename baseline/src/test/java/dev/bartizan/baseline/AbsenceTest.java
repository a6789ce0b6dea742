package dev.bartizan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Question;
import dev.bartizan.graph.Truth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Law 2: what is not in the input may be elsewhere. */
class AbsenceTest {
    private static final String PODS = """
            apiVersion: v1
            kind: Pod
            metadata: {name: a, namespace: ml-serving, labels: {app: a}}
            spec: {containers: [{name: a, image: a}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: b, namespace: ml-serving, labels: {app: b}}
            spec: {containers: [{name: b, image: b}]}
            """;

    private static final String NAMESPACE = """
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: ml-serving}
            """;

    private static final String DENY_ALL = """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: default-deny, namespace: ml-serving}
            spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
            """;

    @Test
    void aPolicyThatIsNotThereIsUndecided() {
        var platform = TestPlatform.of(PODS);
        assertThat(platform.verdict("BL-NW-001")).isEqualTo(Verdict.UNDECIDED);
        assertThat(platform.verdict("BL-NW-002")).isEqualTo(Verdict.UNDECIDED);
        assertThat(platform.verdict("BL-WL-023")).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void itIsConfirmedWhereTheInputIsDeclaredComplete() {
        for (var platform : List.of(
                TestPlatform.of(PODS).completeFor("ml-serving"),
                TestPlatform.of(PODS).complete())) {
            assertThat(platform.verdict("BL-NW-001")).isEqualTo(Verdict.FAIL);
            assertThat(platform.verdict("BL-WL-023")).isEqualTo(Verdict.FAIL);
            assertThat(platform.facts().questions())
                    .noneMatch(question -> question.place().equals("namespace/ml-serving"));
        }
        assertThat(TestPlatform.of(PODS).completeFor("another").verdict("BL-NW-001"))
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void itPassesWhereThePolicyIsThereWhateverElseMayBe() {
        var platform = TestPlatform.of(PODS + DENY_ALL);
        assertThat(platform.verdict("BL-NW-001")).isEqualTo(Verdict.PASS);
        assertThat(platform.verdict("BL-NW-002")).isEqualTo(Verdict.PASS);
    }

    @Test
    void aMissingLabelOfANamespaceThatIsThereIsConfirmed() {
        assertThat(TestPlatform.of(PODS + NAMESPACE).verdict("BL-WL-023")).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aMissingSettingOfAWorkloadThatIsThereIsConfirmed() {
        assertThat(TestPlatform.of(PODS).verdict("BL-WL-008")).isEqualTo(Verdict.FAIL);
    }

    @Test
    void onePlaceIsOneQuestionHoweverManyChecksAndPodsAsk() {
        var facts = TestPlatform.of(PODS).facts();
        assertThat(facts.questions())
                .filteredOn(question -> question.place().equals("namespace/ml-serving"))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.answer()).isEqualTo("complete: [namespace/ml-serving]");
                    assertThat(question.text()).contains("ml-serving").endsWith("?");
                    assertThat(question.settles()).isNotEmpty().isSorted();
                });
    }

    @Test
    void whatAQuestionSettlesIsUndecidedBecauseOfIt() {
        var facts = TestPlatform.of(PODS).facts();
        Question question = facts.questions().stream()
                .filter(one -> one.place().equals("namespace/ml-serving"))
                .findFirst()
                .orElseThrow();
        List<Finding> settled = facts.findings().stream()
                .filter(finding -> question.settles().contains(finding.id()))
                .toList();
        assertThat(settled)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.truth())
                        .isEqualTo(Truth.undecided("whether the input is complete for namespace/ml-serving")));
    }

    @Test
    void aRoleThatNothingBindsIsUndecidedUntilTheClusterIsComplete() {
        var role = TestPlatform.of("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: reader}
                rules: [{apiGroups: [""], resources: [secrets], verbs: [list]}]
                """);
        assertThat(role.verdict("BL-ID-005")).isEqualTo(Verdict.UNDECIDED);
        assertThat(role.facts().questions()).extracting(Question::answer).contains("complete: [cluster]");
        assertThat(role.complete().verdict("BL-ID-005")).isEqualTo(Verdict.PASS);
    }

    @Test
    void anUnsetParameterIsAQuestionThatProposesWhatIsInUse() {
        var facts = TestPlatform.of(PODS.replace("image: a", "image: ghcr.io/team/a"))
                .facts();
        assertThat(facts.questions())
                .filteredOn(question -> question.id().equals("parameter/allowed-registries"))
                .singleElement()
                .satisfies(
                        question -> assertThat(question.answer()).contains("allowed-registries: [docker.io, ghcr.io]"));
    }
}
