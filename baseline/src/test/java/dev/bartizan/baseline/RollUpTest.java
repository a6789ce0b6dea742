package dev.bartizan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Law 8: one cause, one finding. */
class RollUpTest {
    private static String deployment(String name, String namespace) {
        return """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %s, namespace: %s}
                spec:
                  template:
                    spec:
                      serviceAccountName: %s
                      automountServiceAccountToken: false
                      containers:
                        - {name: main, image: "a:1@sha256:0", resources: {limits: {cpu: 1, memory: 1Gi}}}
                """.formatted(name, namespace, name);
    }

    private static String deployments(int count, String namespace) {
        return IntStream.range(0, count)
                .mapToObj(i -> deployment("web-" + i, namespace))
                .collect(Collectors.joining());
    }

    private static List<Finding> hardening(TestPlatform platform) {
        return platform.findings().stream()
                .filter(finding -> finding.rule().equals("pod-hardening"))
                .toList();
    }

    @Test
    void aFamilyOnOneWorkloadIsOneFindingWithAllItsMembers() {
        assertThat(hardening(TestPlatform.of(deployment("web", "team"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isRollUp()).isTrue();
                    assertThat(finding.asset()).endsWith("Deployment/team/web");
                    assertThat(finding.title()).contains("5 checks");
                    assertThat(finding.members())
                            .extracting(Finding.Member::rule)
                            .containsExactlyInAnyOrder("BL-WL-008", "BL-WL-009", "BL-WL-010", "BL-WL-011", "BL-WL-013");
                    assertThat(finding.severity()).isEqualTo(Severity.LOW);
                    assertThat(finding.evidence()).hasSizeGreaterThanOrEqualTo(5);
                });
    }

    @Test
    void familiesOfHygieneJoinWhereANamespaceFailsSeveral() {
        var platform = TestPlatform.of(deployments(3, "team").replace("a:1@sha256:0", "a:latest"));

        assertThat(hardening(platform)).isEmpty();
        assertThat(platform.findings())
                .filteredOn(finding -> finding.rule().equals("workload-hygiene"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.title()).startsWith("Workload hygiene: ").endsWith(" checks (3 in team)");
                    assertThat(finding.members())
                            .extracting(Finding.Member::rule)
                            .contains("BL-WL-009", "BL-WL-019");
                });
    }

    @Test
    void whatIsMissingInSeveralNamespacesAlikeIsOneFindingWithAQuestionForEach() {
        var platform = TestPlatform.of(deployments(2, "one") + deployments(1, "two"));

        assertThat(platform.findings())
                .filteredOn(finding -> finding.members().stream()
                        .anyMatch(member -> member.rule().equals("BL-NW-001")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.title()).contains("2 in several places");
                    assertThat(finding.truth().toString()).contains("namespace/one", "namespace/two");
                });
    }

    @Test
    void aFamilyThatAWholeNamespaceFailsIsOneFinding() {
        var platform = TestPlatform.of(deployments(20, "team"));
        assertThat(hardening(platform)).singleElement().satisfies(finding -> {
            assertThat(finding.members()).hasSize(100);
            assertThat(finding.title()).contains("20 in team");
            assertThat(platform.snapshot().platform().index(finding.asset())).isPresent();
        });
    }

    @Test
    void itIsShownAtTheNamespaceIfThatIsThere() {
        String namespace = "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: team}\n";
        assertThat(hardening(TestPlatform.of(deployments(3, "team") + namespace)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.asset()).endsWith("core/Namespace/-/team"));
    }

    @Test
    void namespacesAreToldApart() {
        assertThat(hardening(TestPlatform.of(deployments(3, "one") + deployments(3, "two"))))
                .hasSize(2);
    }

    @Test
    void severeThingsWithCausesOfTheirOwnStaySingle() {
        var platform = TestPlatform.of(deployments(2, "team")
                .replace("image: \"a:1@sha256:0\"", "image: \"a:1@sha256:0\", securityContext: {privileged: true}"));
        assertThat(platform.findings())
                .filteredOn(finding -> finding.rule().equals("BL-WL-001"))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.members()).hasSize(1));
    }

    @Test
    void theContainersOfOneWorkloadAreMembersOfOneFinding() {
        var platform = TestPlatform.of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: node}
                spec:
                  initContainers: [{name: prepare, image: a, securityContext: {privileged: true}}]
                  containers: [{name: main, image: a, securityContext: {privileged: true}}]
                """);
        assertThat(platform.findings())
                .filteredOn(finding -> finding.rule().equals("BL-WL-001"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.members())
                        .extracting(Finding.Member::part)
                        .containsExactly("container/main", "container/prepare"));
    }

    @Test
    void everyFindingStandsAtAnAssetAndHasAnIdOfItsOwn() {
        var platform = TestPlatform.of(deployments(5, "one") + deployments(2, "two") + deployment("single", "three"));
        assertThat(platform.findings()).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(platform.findings().stream()
                        .flatMap(finding -> finding.members().stream())
                        .map(Finding.Member::id))
                .doesNotHaveDuplicates();
        assertThat(platform.findings())
                .allSatisfy(finding -> assertThat(platform.snapshot().platform().index(finding.asset()))
                        .isPresent());
    }

    @Test
    void theWorstComeFirstAndTheConfirmedBeforeTheUndecided() {
        var findings = TestPlatform.of(deployments(3, "team")
                        .replace(
                                "image: \"a:1@sha256:0\"",
                                "image: \"a:1@sha256:0\", securityContext: {privileged: true}"))
                .findings();
        assertThat(findings).extracting(Finding::severity).isSortedAccordingTo((one, other) -> other.compareTo(one));
        for (int i = 1; i < findings.size(); i++) {
            if (findings.get(i - 1).severity() == findings.get(i).severity()) {
                assertThat(findings.get(i - 1).truth().isConfirmed()
                                || !findings.get(i).truth().isConfirmed())
                        .isTrue();
            }
        }
    }
}
