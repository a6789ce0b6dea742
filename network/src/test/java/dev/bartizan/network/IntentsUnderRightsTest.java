package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Breach;
import dev.bartizan.graph.IntentResult.Verdict;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Intents;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.source.SourceReader;
import org.junit.jupiter.api.Test;

class IntentsUnderRightsTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();
    private static final Signatures SIGNATURES = Signatures.load(VOCABULARY);
    private static final String DENY = "demand: deny, from: [{namespaces: [lab]}], to: [{names: [db]}]";

    private static final String PLATFORM = """
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: c, ports: [{name: sql, containerPort: 5432}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: desk, namespace: lab, labels: {app: desk}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {}
              ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {client: "yes"}}}]}]
            """;

    private static String role(String namespace, String rule) {
        return """
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: team, namespace: NS}
                rules: [RULE]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: team, namespace: NS}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: team}
                subjects: [{kind: Group, name: scientists}]
                """.replace("NS", namespace).replace("RULE", rule);
    }

    @Test
    void withoutRightsItHoldsAgainstEverybody() {
        var result = check(PLATFORM, DENY);

        assertThat(result.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(result.breaches()).isEmpty();
        assertThat(result.notes())
                .containsExactly("nobody whose rights the input shows could break it with one or two calls");
    }

    @Test
    void whoStartsPodsSetsTheLabelThatOpensTheWay() {
        var result =
                check(PLATFORM + role("lab", "{apiGroups: [apps], resources: [deployments], verbs: [create]}"), DENY);

        assertThat(result.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(result.notes()).containsExactly("holds only against those without the rights below");
        Breach breach = result.breaches().getFirst();
        assertThat(breach.call()).isEqualTo("create a pod in lab with client=yes");
        assertThat(breach.principals()).containsExactly("Group scientists");
        assertThat(breach.packet().to()).isEqualTo("shop/db[Pod]");
        assertThat(breach.packet().deciding()).isPresent();
    }

    @Test
    void labelsOfPodsThatRunAreNoBoundaryEither() {
        var result = check(PLATFORM + role("lab", "{apiGroups: [''], resources: [pods], verbs: [patch]}"), DENY);

        assertThat(result.breaches()).extracting(Breach::call).containsExactly("label a pod in lab with client=yes");
    }

    @Test
    void whoReadsOnlyBreaksNothing() {
        var result = check(PLATFORM + role("lab", "{apiGroups: ['*'], resources: ['*'], verbs: [get, list]}"), DENY);

        assertThat(result.breaches()).isEmpty();
    }

    @Test
    void namespacesByNameAreABoundary() {
        String named = PLATFORM.replace(
                "{namespaceSelector: {}, podSelector",
                "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}, podSelector");
        var result = check(named + role("lab", "{apiGroups: [''], resources: [pods], verbs: [create, patch]}"), DENY);

        assertThat(result.breaches()).isEmpty();
    }

    @Test
    void whoWritesPoliciesOfTheReceiverOpensIt() {
        var result = check(
                PLATFORM + role("shop", "{apiGroups: [networking.k8s.io], resources: ['*'], verbs: ['*']}"), DENY);

        assertThat(result.breaches()).singleElement().satisfies(breach -> {
            assertThat(breach.call()).isEqualTo("edit the policies of shop");
            assertThat(breach.packet().from()).isEqualTo("lab/desk[Pod]");
        });
    }

    @Test
    void aRoleOfEveryClusterGivesItsRightsThoughNoFileHoldsIt() {
        String binding = """
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: all}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
                subjects: [{kind: User, name: eve}]
                """;
        assertThat(check(PLATFORM + binding, DENY).breaches())
                .extracting(Breach::call)
                .containsExactly("edit the policies of shop", "create a pod in lab with client=yes");
    }

    @Test
    void wayOutIsOpenedByPoliciesOfTheSender() {
        String guarded = PLATFORM + """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: none, namespace: lab}
                spec: {podSelector: {}, policyTypes: [Egress]}
                """;
        var result = check(
                guarded
                        + role(
                                "lab",
                                "{apiGroups: [networking.k8s.io], resources: [networkpolicies], verbs: [create]}"),
                "demand: deny, from: [{namespaces: [lab]}], to: [{who: internet}]");

        assertThat(result.breaches()).extracting(Breach::call).containsExactly("edit the policies of lab");
    }

    @Test
    void labelsOfNamespacesAreNoBoundaryWhereSomebodySetsThem() {
        String open = PLATFORM.replace(
                "{namespaceSelector: {}, podSelector: {matchLabels: {client: \"yes\"}}}",
                "{namespaceSelector: {matchLabels: {team: shop}}}");
        String everywhere = role("lab", "{apiGroups: [''], resources: [namespaces], verbs: [patch]}")
                .replace("kind: Role", "kind: ClusterRole")
                .replace(", namespace: lab", "");
        var result = check(open + everywhere, DENY);

        assertThat(result.breaches()).singleElement().satisfies(breach -> {
            assertThat(breach.call()).isEqualTo("label the namespace lab with team=shop");
            assertThat(breach.packet().from()).isEqualTo("lab/desk[Pod]");
        });
    }

    @Test
    void whoLabelsTheReceiverTakesItOutOfItsPolicies() {
        String guarded = PLATFORM.replace("podSelector: {}", "podSelector: {matchLabels: {app: db}}");
        var result = check(guarded + role("shop", "{apiGroups: [''], resources: [pods], verbs: [patch]}"), DENY);

        assertThat(result.breaches()).extracting(Breach::call).containsExactly("take the labels off a pod in shop");
    }

    @Test
    void aRouteLeadsPastThePoliciesWhereTheGatewayIsLetIn() {
        String gateway = """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: proxy, namespace: door, labels: {istio: ingress, client: "yes"}}
                spec: {containers: [{name: c, image: c}]}
                ---
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: public, namespace: door}
                spec: {selector: {istio: ingress}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}]}
                """;
        var result = check(
                PLATFORM
                        + gateway
                        + role(
                                "shop",
                                "{apiGroups: [networking.istio.io], resources: [virtualservices], verbs: [create]}"),
                DENY);

        assertThat(result.breaches()).singleElement().satisfies(breach -> {
            assertThat(breach.call()).isEqualTo("edit the routes of shop, so that door/proxy[Pod] passes it on");
            assertThat(breach.packet().from()).isEqualTo("door/proxy[Pod]");
        });
    }

    private static IntentResult check(String platform, String intent) {
        var root = SourceReader.parse("intents.yaml", "intents: [{id: it, " + intent + "}]")
                .documents()
                .getFirst()
                .root()
                .orElseThrow();
        Snapshot snapshot = Clusters.of(platform);
        var connectivity = Connectivity.of(snapshot, CniProfile.KUBERNETES);
        return IntentAnalysis.runUnderRights(
                        snapshot,
                        connectivity,
                        Intents.read(root, VOCABULARY, SIGNATURES).intents(),
                        SIGNATURES)
                .getFirst();
    }
}
