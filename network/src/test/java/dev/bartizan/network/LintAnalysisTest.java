package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.UnneededRule;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Policy;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LintAnalysisTest {
    private static final int CLUSTERS = 40;

    private static final String PODS = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}, annotations: {prometheus.io/scrape: "true", prometheus.io/port: "9187"}}
            spec: {containers: [{name: c, image: c, ports: [{containerPort: 5432}]}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: shop}
            spec: {selector: {app: db}, ports: [{port: 80, targetPort: 5432}]}
            ---
            """;

    @Test
    void anOrderlyPolicyIsNotTalkedAbout() {
        assertThat(rules(PODS + policy("db", """
                  podSelector: {}
                  policyTypes: [Ingress, Egress]
                  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 5432}]}]
                """))).isEmpty();
    }

    @Test
    void aRuleThatAnotherCoversIsRedundantOnce() {
        var findings = lint(PODS + policy("db", """
                  podSelector: {}
                  policyTypes: [Ingress, Egress]
                  ingress:
                  - {from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 5432}]}
                  - {from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 5432}]}
                """));

        assertThat(findings).extracting(Finding::rule).containsExactly("lint-redundant-rule");
        assertThat(findings.getFirst().evidence())
                .extracting(Evidence::statement)
                .containsExactly(
                        "NetworkPolicy shop/db, rule 2: without it every answer is the same",
                        "it matches shop/web[Pod] => shop/db[Pod]",
                        "NetworkPolicy shop/db, rule 1 answers about that");
    }

    /** Antrea applies a rule to several sets of pods; where they overlap, one of them adds nothing. */
    @Test
    void aRuleThatIsNeededForSomeOfItsPodsIsNotRedundant() {
        assertThat(rules(PODS + GUARD + """
                ---
                apiVersion: crd.antrea.io/v1beta1
                kind: ClusterNetworkPolicy
                metadata: {name: shop}
                spec:
                  priority: 1
                  appliedTo: [{podSelector: {}}, {podSelector: {matchLabels: {app: db}}}]
                  ingress: [{action: Allow, from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 5432}]}]
                """)).doesNotContain("lint-redundant-rule");
    }

    @Test
    void aRuleBehindItsOppositeIsContradicted() {
        assertThat(rules(PODS + GUARD + """
                ---
                apiVersion: policy.networking.k8s.io/v1alpha1
                kind: AdminNetworkPolicy
                metadata: {name: first}
                spec:
                  priority: 10
                  subject: {namespaces: {}}
                  ingress:
                  - {name: none, action: Deny, from: [{namespaces: {}}]}
                  - {name: some, action: Allow, from: [{pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: web}}}}]}
                """)).contains("lint-contradicted-rule");
    }

    @Test
    void equalPrioritiesThatDifferAreAmbiguous() {
        String admin = """
                ---
                apiVersion: policy.networking.k8s.io/v1alpha1
                kind: AdminNetworkPolicy
                metadata: {name: NAME}
                spec:
                  priority: 10
                  subject: {namespaces: {}}
                  ingress: [{name: it, action: ACTION, from: [{namespaces: {}}]}]
                """;
        String one = admin.replace("NAME", "one").replace("ACTION", "Deny");
        assertThat(rules(PODS + GUARD + one + admin.replace("NAME", "two").replace("ACTION", "Allow")))
                .contains("lint-ambiguous-priority");
        assertThat(rules(PODS + GUARD + one + admin.replace("NAME", "two").replace("ACTION", "Deny")))
                .doesNotContain("lint-ambiguous-priority");
    }

    @Test
    void podsWithoutAPolicyAreToldByNamespace() {
        assertThat(lint(PODS)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("lint-unprotected-pods");
            assertThat(finding.evidence().getFirst().statement())
                    .isEqualTo("in shop no policy limits what comes in: db, web; what goes out: db, web");
            assertThat(finding.truth().isConfirmed()).isFalse();
        });
    }

    @Test
    void whoMayConnectButNotResolveNamesIsTold() {
        String egress = """
                  podSelector: {}
                  policyTypes: [Ingress, Egress]
                  egress:
                  - to: [{podSelector: {matchLabels: {app: db}}}]
                """;
        String names = """
                  - to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}]
                    ports: [{port: 53, protocol: UDP}]
                """;
        assertThat(rules(PODS + policy("out", egress))).containsExactly("lint-names-not-resolved");
        assertThat(rules(PODS + policy("out", egress + names))).isEmpty();
    }

    @Test
    void thePortOfAServiceIsNotThePortOfItsPods() {
        assertThat(lint(PODS + policy("db", """
                  podSelector: {}
                  policyTypes: [Ingress, Egress]
                  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 80}]}]
                """))).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("lint-service-port");
            assertThat(finding.evidence().getFirst().statement())
                    .endsWith("names port 80 of Service shop/db; its pods listen at 5432");
        });
    }

    @Test
    void aDenialThatAllowsEverythingIsTold() {
        String open = """
                  podSelector: {}
                  policyTypes: [Ingress, Egress]
                  ingress: [{}]
                """;
        assertThat(rules(PODS + policy("deny-all", open))).containsExactly("lint-allows-all-named-deny");
        assertThat(rules(PODS + policy("deny-egress", open))).isEmpty();
    }

    @Test
    void aLabelInAllNamespacesIsAnybodysToSet() {
        assertThat(rules(PODS + policy("db", """
                  podSelector: {}
                  policyTypes: [Ingress, Egress]
                  ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {app: web}}}]}]
                """))).containsExactly("lint-label-of-anybody");
    }

    @Test
    void selectorsOfNobodyAreOpenQuestions() {
        var findings = lint(PODS + GUARD + "---\n" + policy("typo", """
                  podSelector: {matchLabels: {app: wbe}}
                  ingress: []
                """) + "---\n" + policy("peer", """
                  podSelector: {matchLabels: {app: db}}
                  ingress: [{from: [{podSelector: {matchLabels: {app: wbe}}}]}]
                """));

        assertThat(findings)
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("lint-selects-nobody", "lint-peer-is-nobody");
        assertThat(findings).noneMatch(finding -> finding.truth().isConfirmed());
    }

    @Test
    void thoseOnTheHostNetworkAreExempt() {
        String host = """
                apiVersion: v1
                kind: Pod
                metadata: {name: agent, namespace: shop, labels: {app: agent}}
                spec: {hostNetwork: true, containers: [{name: c, image: c}]}
                ---
                """;
        assertThat(rules(host + PODS + GUARD)).containsExactly("lint-host-network");
    }

    @Test
    void metricsThatPrometheusCannotReachAreTold() {
        String prometheus = """
                apiVersion: v1
                kind: Pod
                metadata: {name: prometheus, namespace: shop, labels: {app: prometheus}}
                spec: {containers: [{name: c, image: "prom/prometheus:v3"}]}
                ---
                """;
        assertThat(rules(prometheus + PODS + GUARD)).containsExactly("lint-metrics-not-scraped");
        assertThat(rules(prometheus + PODS + policy("all", """
                  podSelector: {}
                  policyTypes: [Ingress, Egress]
                  ingress: [{from: [{podSelector: {}}], ports: [{port: 9187}]}]
                  egress: [{to: [{podSelector: {}}], ports: [{port: 9187}, {port: 53, protocol: UDP}]}, {to: [{namespaceSelector: {}}], ports: [{port: 53, protocol: UDP}]}]
                """))).doesNotContain("lint-metrics-not-scraped");
    }

    /** All at once: what is told to be unneeded is taken away, and an engine that never saw it answers the same. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void withoutTheUnneededRulesEveryAnswerIsTheSame(long seed) {
        int unneeded = 0;
        for (int i = 0; i < CLUSTERS; i++) {
            var snapshot = Clusters.of(NaiveCluster.open(seed * CLUSTERS + i).yaml());
            var connectivity = Connectivity.of(snapshot, CniProfile.KUBERNETES);
            List<UnneededRule> rules = connectivity.engine().effects().unneeded();
            unneeded += rules.size();
            Cluster without = without(connectivity.cluster(), rules);
            Engine other = Engine.of(without, CniProfile.KUBERNETES.assumptions());

            assertThat(answers(without, other)).isEqualTo(answers(connectivity.cluster(), connectivity.engine()));
        }
        assertThat(unneeded).isPositive();
    }

    private static Cluster without(Cluster cluster, List<UnneededRule> rules) {
        return new Cluster(
                cluster.pods(),
                cluster.namespaces(),
                cluster.policies().stream()
                        .map(policy -> new Policy(
                                policy.id(),
                                policy.kind(),
                                policy.name(),
                                policy.tier(),
                                policy.rank(),
                                policy.subject(),
                                policy.isolates(),
                                policy.rules().stream()
                                        .filter(rule -> rules.stream()
                                                .noneMatch(gone -> gone.policy().equals(policy)
                                                        && gone.rule().equals(rule)))
                                        .toList(),
                                policy.location()))
                        .toList());
    }

    private static String answers(Cluster cluster, Engine engine) {
        var text = new StringBuilder();
        for (int from = 0; from < cluster.pods().size(); from++) {
            var row = engine.row(engine.partyOf(from));
            for (int to = 0; to < cluster.pods().size(); to++) {
                int party = engine.partyOf(to);
                text.append(from + "=>" + to + row.allowed(party) + row.depends(party) + "\n");
            }
        }
        return text.toString();
    }

    private static final String GUARD = policy("guard", """
              podSelector: {}
              policyTypes: [Ingress, Egress]
            """);

    private static String policy(String name, String spec) {
        return """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: NAME, namespace: shop}
                spec:
                """.replace("NAME", name) + spec;
    }

    private static Set<String> rules(String yaml) {
        return lint(yaml).stream().map(Finding::rule).collect(Collectors.toSet());
    }

    private static List<Finding> lint(String yaml) {
        Snapshot snapshot = Clusters.of(yaml);
        return LintAnalysis.run(snapshot, Connectivity.of(snapshot, CniProfile.KUBERNETES))
                .findings();
    }
}
