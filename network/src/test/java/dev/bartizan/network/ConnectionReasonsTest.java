package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionReasonsTest {
    private static final String PODS = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {containers: [{name: c, image: c, ports: [{name: http, containerPort: 80}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: c}]}
            """;

    /** All that allow are named, or all that do not, each with its own reason. */
    @Test
    void everyPolicyIsHeardAndPortsWithOneReasonStandTogether() throws IOException {
        String policies = policy("a", "{podSelector: {}, ingress: []}")
                + policy(
                        "b",
                        "{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {}}], ports: [{port: 5432}]}]}")
                + policy("c", "{podSelector: {}, ingress: [{ports: [{port: 5432}, {port: 22}]}]}");

        assertThat(between("web", "db", policies)).isEqualTo("""
                Connections between shop/web[Pod] => shop/db[Pod]:

                Allowed connections:
                \tAllowed TCP:[22] due to the following policies and rules:
                \t\tEgress (Allowed) due to the system default (Allow all)
                \t\tIngress (Allowed)
                \t\t\tNetworkPolicy 'shop/c' allows connections by Ingress rule #1

                \tAllowed TCP:[5432] due to the following policies and rules:
                \t\tEgress (Allowed) due to the system default (Allow all)
                \t\tIngress (Allowed)
                \t\t\tNetworkPolicy list:
                \t\t\t\t- NetworkPolicy 'shop/b' allows connections by Ingress rule #1
                \t\t\t\t- NetworkPolicy 'shop/c' allows connections by Ingress rule #1


                Denied connections:
                \tDenied TCP:[1-21,23-5431,5433-65535], UDP, SCTP due to the following policies and rules:
                \t\tEgress (Allowed) due to the system default (Allow all)
                \t\tIngress (Denied)
                \t\t\tNetworkPolicy list:
                \t\t\t\t- NetworkPolicy 'shop/a' selects shop/db[Pod], but shop/web[Pod] is not allowed by any Ingress rule (no rules defined)
                \t\t\t\t- NetworkPolicy 'shop/b' selects shop/db[Pod], and Ingress rule #1 selects shop/web[Pod], but the protocols and ports do not match
                \t\t\t\t- NetworkPolicy 'shop/c' selects shop/db[Pod], and Ingress rule #1 selects shop/web[Pod], but the protocols and ports do not match


                """);
    }

    @Test
    void namesOfPortsThatTheReceiverDoesNotHaveAreSaidToHaveNoMatch() throws IOException {
        String policies = policy("names", "{podSelector: {}, ingress: [{ports: [{port: http}]}]}");

        assertThat(between("web", "db", policies))
                .contains("and Ingress rule #1 selects shop/web[Pod], but named ports of the rule have no match");
        assertThat(between("db", "web", policies))
                .contains("Allowed TCP:[80] due")
                .contains("and Ingress rule #1 selects shop/db[Pod], but the protocols and ports do not match");
    }

    /** What passes a tier and is decided by nobody ends with the default, and the pass is still told. */
    @Test
    void whatIsPassedOnAndDecidedByNobodyEndsByDefault() throws IOException {
        String policies = """
                ---
                apiVersion: policy.networking.k8s.io/v1alpha1
                kind: AdminNetworkPolicy
                metadata: {name: passing}
                spec:
                  priority: 1
                  subject: {namespaces: {}}
                  ingress: [{name: on, action: Pass, from: [{namespaces: {}}], ports: [{portNumber: {port: 80, protocol: TCP}}]}]
                """;

        assertThat(between("web", "db", policies)).isEqualTo("""
                Connections between shop/web[Pod] => shop/db[Pod]:

                Allowed connections:
                \tAllowed TCP:[1-79,81-65535], UDP, SCTP due to the system default (Allow all)

                \tAllowed TCP:[80] due to the following policies and rules:
                \t\tEgress (Allowed) due to the system default (Allow all)
                \t\tIngress (Allowed)
                \t\t\tAdminNetworkPolicy 'passing' passes connections by Ingress rule on
                \t\t\tthe system default (Allow all)

                """);
    }

    private static String policy(String name, String spec) {
        return """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: %s, namespace: shop}
                spec: %s
                """.formatted(name, spec);
    }

    private static String between(String from, String to, String policies) throws IOException {
        var connectivity = Connectivity.of(Clusters.of(PODS + policies), CniProfile.NP_GUARD);
        var text = new StringBuilder();
        ConnectionReasons.write(
                connectivity.list().narrowed(connectivity.peers(from), connectivity.peers(to), List.of()), text);
        return text.substring(text.indexOf("Connections between"));
    }
}
