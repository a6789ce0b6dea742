package dev.bartizan.ingest.kubernetes;

import static dev.bartizan.ingest.Ingesting.asset;
import static dev.bartizan.ingest.Ingesting.links;
import static dev.bartizan.ingest.Ingesting.problems;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.ingest.Ingested;
import java.util.List;
import org.junit.jupiter.api.Test;

class RightsTest {
    private static final String ROLES = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: reader, namespace: ml}
            rules:
              - {apiGroups: [""], resources: [secrets], verbs: [get]}
              - {apiGroups: [""], resources: [pods/exec], verbs: [create]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: all}
            rules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: runner, namespace: ml}
            ---
            """;

    @Test
    void aBindingGrantsEachRuleToEachSubjectInItsNamespace() {
        var ingested = text(ROLES + """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: b, namespace: ml}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
                subjects:
                  - {kind: ServiceAccount, name: runner}
                  - {kind: User, name: ada@example.org, apiGroup: rbac.authorization.k8s.io}
                """);

        assertThat(grants(ingested))
                .containsExactly(
                        "core/ServiceAccount/ml/runner ml /rules/0 reader",
                        "core/ServiceAccount/ml/runner ml /rules/1 reader",
                        "rbac.authorization.k8s.io/User/-/ada%40example.org ml /rules/0 reader",
                        "rbac.authorization.k8s.io/User/-/ada%40example.org ml /rules/1 reader");
        assertThat(links(ingested))
                .containsExactlyInAnyOrder(
                        "core/ServiceAccount/ml/runner -may-do-> rbac.authorization.k8s.io/Role/ml/reader at test.yaml:22 /subjects/0",
                        "rbac.authorization.k8s.io/User/-/ada%40example.org -may-do-> rbac.authorization.k8s.io/Role/ml/reader at test.yaml:23 /subjects/1");
        assertThat(ingested.trees()
                        .grants()
                        .getFirst()
                        .rule()
                        .get("resources")
                        .get(0)
                        .text())
                .isPresent();
        assertThat(asset(ingested, "k8s:-/rbac.authorization.k8s.io/User/-/ada%40example.org")
                        .classification()
                        .role())
                .isEqualTo("human-identity");
    }

    @Test
    void aClusterRoleHoldsWhereItIsBound() {
        var ingested = text(ROLES + """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: b, namespace: ml}
                roleRef: {kind: ClusterRole, name: all}
                subjects: [{kind: Group, name: "system:serviceaccounts:ml"}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: c}
                roleRef: {kind: ClusterRole, name: all}
                subjects: [{kind: ServiceAccount, name: runner, namespace: ml}]
                """);

        assertThat(grants(ingested))
                .containsExactlyInAnyOrder(
                        "core/ServiceAccount/ml/runner * /rules/0 all",
                        "rbac.authorization.k8s.io/Group/-/system:serviceaccounts:ml ml /rules/0 all");
    }

    @Test
    void aggregationIsFollowedFromRoleToRole() {
        var ingested = text("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: top}
                aggregationRule:
                  clusterRoleSelectors:
                    - matchLabels: {to-top: "true"}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: middle, labels: {to-top: "true"}}
                aggregationRule:
                  clusterRoleSelectors:
                    - matchExpressions: [{key: to-middle, operator: In, values: [a, b]}]
                    - matchLabels: {to-top: "true"}
                rules: [{resources: [pods], verbs: [list]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: leaf, labels: {to-middle: b}}
                rules: [{resources: [secrets], verbs: [get]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: other, labels: {to-middle: c}}
                rules: [{resources: [nodes], verbs: [get]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: b}
                roleRef: {kind: ClusterRole, name: top}
                subjects: [{kind: User, name: ada}]
                """);

        assertThat(grants(ingested))
                .containsExactly(
                        "rbac.authorization.k8s.io/User/-/ada * /rules/0 leaf",
                        "rbac.authorization.k8s.io/User/-/ada * /rules/0 middle");
        assertThat(links(ingested))
                .containsExactly(
                        "rbac.authorization.k8s.io/User/-/ada -may-do-> rbac.authorization.k8s.io/ClusterRole/-/top at test.yaml:31 /subjects/0");
    }

    @Test
    void rolesOfEveryClusterNeedNoManifestAndOthersAreMissed() {
        var ingested = text("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: b}
                roleRef: {kind: ClusterRole, name: cluster-admin}
                subjects: [{kind: ServiceAccount, name: default, namespace: ml}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: c}
                roleRef: {kind: ClusterRole, name: elsewhere}
                subjects: [{kind: ServiceAccount, name: default, namespace: ml}]
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: p, namespace: ml}
                spec: {containers: [{name: c, image: own/c}]}
                """);

        assertThat(links(ingested))
                .contains(
                        "core/ServiceAccount/ml/default -may-do-> rbac.authorization.k8s.io/ClusterRole/-/cluster-admin at test.yaml:5 /subjects/0",
                        "core/Pod/ml/p -runs-as-> core/ServiceAccount/ml/default at test.yaml:16 /spec");
        assertThat(ingested.trees().grants()).isEmpty();
        assertThat(problems(ingested)).containsExactly("not-in-input test.yaml:10");
    }

    private static List<String> grants(Ingested ingested) {
        return ingested.trees().grants().stream()
                .map(grant -> ingested.platform().asset(grant.subject()).id().substring("k8s:-/".length()) + " "
                        + grant.scope() + " " + grant.rulePointer() + " "
                        + ingested.platform().asset(grant.role()).name())
                .toList();
    }
}
