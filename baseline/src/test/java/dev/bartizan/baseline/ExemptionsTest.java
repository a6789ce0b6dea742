package dev.bartizan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExemptionsTest {
    private static final String WEB = "k8s:-/core/Pod/team/web";
    private static final String API = "k8s:-/core/Pod/team/api";
    private static final String PODS = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: team}
            spec: {containers: [{name: web, image: web, securityContext: {privileged: true}}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: team}
            spec: {containers: [{name: api, image: api, securityContext: {privileged: true}}]}
            """;

    private static Exemption exemption(String rule, LocalDate expires, String... assets) {
        return new Exemption(
                rule,
                new TreeSet<>(Set.of(assets)),
                "needs the device",
                expires,
                "alice",
                new Location("bartizan.yaml", 7, 5, ""));
    }

    private static BaselineAnswer answer(Exemption... exemptions) {
        return TestPlatform.of(PODS)
                .with(new BaselineSettings(new TreeMap<>(), List.of(exemptions)))
                .answer();
    }

    private static List<Finding> privileged(BaselineAnswer answer) {
        return answer.facts().findings().stream()
                .filter(finding -> finding.rule().equals("BL-WL-001"))
                .toList();
    }

    @Test
    void whatIsExceptedIsStillListedAndWaived() {
        var answer = answer(exemption("BL-WL-001", TestPlatform.AS_OF, WEB));
        assertThat(privileged(answer)).hasSize(2);
        assertThat(answer.facts().waivers()).singleElement().satisfies(waiver -> {
            assertThat(waiver)
                    .isEqualTo(new Waiver(
                            privileged(answer).stream()
                                    .filter(finding -> finding.asset().equals(WEB))
                                    .findFirst()
                                    .orElseThrow()
                                    .id(),
                            "BL-WL-001",
                            WEB,
                            "needs the device",
                            "2026-11-20",
                            "alice"));
        });
        assertThat(answer.problems()).isEmpty();
    }

    @Test
    void theDayAfterItEndsItCountsAgain() {
        var answer = answer(exemption("BL-WL-001", TestPlatform.AS_OF.minusDays(1), WEB));
        assertThat(answer.facts().waivers()).isEmpty();
        assertThat(answer.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("exception-expired");
            assertThat(problem.location()).contains(new Location("bartizan.yaml", 7, 5, ""));
        });
    }

    @Test
    void aFamilyCanBeExcepted() {
        var answer = answer(exemption("pod-hardening", TestPlatform.AS_OF, WEB, API));
        assertThat(answer.facts().waivers()).extracting(Waiver::rule).containsExactly("pod-hardening");
    }

    @Test
    void whatIsExceptedIsNotMixedWithWhatIsNot() {
        var answer = answer(exemption("pod-hardening", TestPlatform.AS_OF, WEB));
        var waived = answer.facts().waivers().getFirst().finding();
        assertThat(answer.facts().findings())
                .filteredOn(finding -> finding.members().stream()
                        .anyMatch(member -> member.rule().equals("BL-WL-008")))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.members())
                        .filteredOn(member -> member.rule().equals("BL-WL-008"))
                        .extracting(Finding.Member::asset)
                        .containsOnly(finding.id().equals(waived) ? WEB : API));
    }

    @Test
    void oneThatCoversNothingIsTold() {
        assertThat(answer(exemption("BL-WL-017", TestPlatform.AS_OF, WEB)).problems())
                .extracting(Problem::code)
                .containsExactly("exception-unused");
        assertThat(answer(exemption("BL-XX-999", TestPlatform.AS_OF, WEB)).problems())
                .extracting(Problem::code)
                .containsExactly("exception-unknown-rule");
    }
}
