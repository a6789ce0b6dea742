package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Verdict;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Intents;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.source.SourceReader;
import org.junit.jupiter.api.Test;

class IntentAnalysisTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();
    private static final Signatures SIGNATURES = Signatures.load(VOCABULARY);

    private static final String SHOP = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            spec: {containers: [{name: c, image: c, ports: [{name: http, containerPort: 8080}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: postgres:17}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: db}}
              ingress:
              - from: [{podSelector: {matchLabels: {app: api}}}]
                ports: [{port: 5432}]
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: api, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: api}}
              policyTypes: [Ingress, Egress]
              ingress:
              - ports: [{port: http}]
              egress:
              - to: [{podSelector: {matchLabels: {app: db}}}]
            """;

    @Test
    void whatNobodyCanDoIsDeniedWithTheNumberOfPairs() {
        var result = check("demand: deny, from: [{names: [web]}], to: [{roles: [database]}]");

        assertThat(result.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(result.pairs()).isEqualTo(1);
    }

    @Test
    void aCounterexampleNamesPacketAndLine() {
        var result = check("demand: only, from: [{names: [web]}], to: [{labels: {app: db}}]");

        assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(result.against()).isEqualTo(1);
        var example = result.examples().getFirst();
        assertThat(example.from()).isEqualTo("shop/api[Pod]");
        assertThat(example.port()).isEqualTo("TCP 5432");
        assertThat(example.deciding().orElseThrow().line()).isEqualTo(22);
    }

    @Test
    void allowWantsEveryPortThatIsNamed() {
        assertThat(check("demand: allow, from: [{names: [web]}], to: [{names: [api]}], ports: [http]")
                        .verdict())
                .isEqualTo(Verdict.PROVEN);
        assertThat(check("demand: allow, from: [{names: [api]}], to: [{names: [db]}], ports: ['5432', '5433']")
                        .verdict())
                .isEqualTo(Verdict.BROKEN);
        assertThat(check("demand: allow, from: [{names: [api]}], to: [{names: [db]}]")
                        .verdict())
                .isEqualTo(Verdict.PROVEN);
        assertThat(check("demand: allow, from: [{names: [web]}], to: [{names: [db]}]")
                        .verdict())
                .isEqualTo(Verdict.BROKEN);
    }

    @Test
    void viaForbidsTheDirectWayToAllButTheGateway() {
        String to = "to: [{names: [db]}], through: [{names: [api]}]";

        assertThat(check("demand: via, from: [{namespaces: [shop]}], " + to).verdict())
                .isEqualTo(Verdict.PROVEN);
        assertThat(check("demand: via, from: [{names: [web]}], to: [{who: internet}], through: [{names: [api]}]")
                        .verdict())
                .isEqualTo(Verdict.BROKEN);
    }

    @Test
    void portsAreMeantByPurposeOfTheComponent() {
        assertThat(check("demand: deny, from: [{names: [api]}], to: [{roles: [database]}], purposes: [data]")
                        .verdict())
                .isEqualTo(Verdict.BROKEN);
        var none = check("demand: deny, from: [{names: [api]}], to: [{roles: [database]}], purposes: [fabric]");
        assertThat(none.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(none.notes()).containsExactly("no receiver has such a port");
    }

    @Test
    void whoIsNobodyIsSaidAndNeverProven() {
        var result = check("demand: deny, from: [{roles: [notebook]}], to: [{names: [db]}]");

        assertThat(result.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(result.notes()).containsExactly("'from' is nobody of this input");
    }

    @Test
    void theInternetIsNotThePrivateAddresses() {
        assertThat(check("demand: deny, from: [{who: internet}], to: [{names: [api]}], ports: ['8080']")
                        .verdict())
                .isEqualTo(Verdict.BROKEN);
        assertThat(check("demand: deny, from: [{who: outside}], to: [{names: [api]}], ports: ['9090']")
                        .verdict())
                .isEqualTo(Verdict.PROVEN);
    }

    @Test
    void whatHangsOnAnAssumptionIsUndecidedWithItsPath() {
        String guarded = SHOP.replace("[{podSelector: {matchLabels: {app: api}}}]", "[{ipBlock: {cidr: 10.0.0.0/8}}]");
        var result = check(guarded, "demand: deny, from: [{names: [web]}], to: [{names: [db]}]");

        assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(result.open()).isEqualTo(1);
        assertThat(result.examples().getFirst().path().toString()).contains("if an assumption holds");
    }

    @Test
    void thePodsOfOneWorkloadAreNobodysIntent() {
        String twice = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                spec: {replicas: 3, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: c}]}}}
                """;
        assertThat(check(twice, "demand: deny, from: [{who: workloads}], to: [{who: workloads}]")
                        .verdict())
                .isEqualTo(Verdict.VACUOUS);
    }

    private static IntentResult check(String intent) {
        return check(SHOP, intent);
    }

    private static IntentResult check(String platform, String intent) {
        var root = SourceReader.parse("intents.yaml", "intents: [{id: it, " + intent + "}]")
                .documents()
                .getFirst()
                .root()
                .orElseThrow();
        var answer = Intents.read(root, VOCABULARY, SIGNATURES);
        assertThat(answer.problems()).isEmpty();
        Snapshot snapshot = Clusters.of(platform);
        var connectivity = Connectivity.of(snapshot, CniProfile.KUBERNETES);
        return IntentAnalysis.run(snapshot, connectivity, answer.intents(), SIGNATURES)
                .getFirst();
    }
}
