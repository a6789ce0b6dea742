package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies of Cilium, as its documentation (security/policy) and its sources describe them. */
class CiliumTest {
    private static final String PODS = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {team: shop}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: batch, labels: {team: data}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: shop, labels: {tier: data}}
            spec: {selector: {app: db}, ports: [{port: 80, targetPort: http}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {serviceAccountName: cashier, containers: [{name: c, image: c, ports: [{name: http, containerPort: 8080}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: c, ports: [{name: http, containerPort: 9090}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: job, namespace: batch, labels: {app: job}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: agent, namespace: batch}
            spec: {hostNetwork: true, containers: [{name: c, image: c}]}
            """;

    /** A rule section isolates its direction; absent, empty and {@code [{}]} are three things (intro.rst, layer3.rst, l3/egress-default-deny). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ingress: []                                                          | job | db  | All Connections",
                "ingress: [{}]                                                        | job | db  | No Connections",
                "ingress: [{}]                                                        | db  | job | All Connections",
                "egress: [{}]                                                         | db  | job | No Connections",
                "ingress: [{fromEndpoints: []}]                                       | web | db  | No Connections",
                "ingress: [{fromEndpoints: []}]                                       | job | db  | No Connections",
                "ingress: [{fromEndpoints: null, toPorts: [{ports: [{port: '80', protocol: TCP}]}]}] | job | db | TCP 80",
                "ingress: [{fromEndpoints: [], toPorts: [{ports: [{port: '80'}]}]}]   | web | db  | No Connections",
                "ingress: [{fromEndpoints: [{}]}]                                     | web | db  | All Connections",
                "ingress: [{fromEndpoints: [{}]}]                                     | job | db  | No Connections",
                "ingress: [{fromEndpoints: [{}]}]                                     | 9.9.9.9 | db | No Connections",
                "enableDefaultDeny: {ingress: false}, ingress: [{fromEndpoints: [{}]}] | job | db | All Connections",
                "enableDefaultDeny: {ingress: true}                                   | job | db  | No Connections",
                "ingressDeny: [{fromEndpoints: [{}]}]                                 | job | db  | No Connections",
                "enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEndpoints: [{}]}] | job | db | All Connections",
                "enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEndpoints: [{}]}] | web | db | No Connections",
            })
    void sections(String spec, String from, String to, String expected) {
        assertThat(allowed(policy("one", spec), from, to)).isEqualTo(expected);
    }

    /** A peer is in the policy's own namespace unless a namespace, or labels of one, are selected. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fromEndpoints: [{matchLabels: {app: web}}]                                          | web | All Connections",
                "fromEndpoints: [{matchLabels: {'k8s:app': web}}]                                    | web | All Connections",
                "fromEndpoints: [{matchLabels: {'any:app': web}}]                                    | web | All Connections",
                "fromEndpoints: [{matchLabels: {app: job}}]                                          | job | No Connections",
                "fromEndpoints: [{matchLabels: {io.kubernetes.pod.namespace: batch}}]                | job | All Connections",
                "fromEndpoints: [{matchLabels: {'k8s:io.kubernetes.pod.namespace': batch, app: job}}] | job | All Connections",
                "fromEndpoints: [{matchExpressions: [{key: io.kubernetes.pod.namespace, operator: Exists}]}] | job | All Connections",
                "fromEndpoints: [{matchLabels: {io.cilium.k8s.namespace.labels.team: data}}]         | job | All Connections",
                "fromEndpoints: [{matchLabels: {io.cilium.k8s.namespace.labels.team: data}}]         | web | No Connections",
                "fromEndpoints: [{matchLabels: {io.cilium.k8s.policy.serviceaccount: cashier}}]      | web | All Connections",
                "fromEndpoints: [{matchLabels: {'reserved:world': ''}}]                              | 9.9.9.9 | All Connections",
                "fromEntities: [world]                                                               | 9.9.9.9 | All Connections",
                "fromEntities: [world]                                                               | job | No Connections",
                "fromEntities: [cluster]                                                             | job | All Connections",
                "fromEntities: [cluster]                                                             | agent | All Connections",
                "fromEntities: [cluster]                                                             | 9.9.9.9 | No Connections",
                "fromEntities: [all]                                                                 | 9.9.9.9 | All Connections",
                "fromEntities: [host, remote-node]                                                   | agent | All Connections",
                "fromEntities: [health, none]                                                        | job | No Connections",
                "fromEntities: [kube-apiserver]                                                      | job | No Connections",
                "fromCIDR: [10.0.0.0/8]                                                              | 10.1.1.1 | All Connections",
                "fromCIDR: [10.0.0.0/8]                                                              | job | No Connections",
                "fromCIDR: [9.9.9.9]                                                                 | 9.9.9.9 | All Connections",
                "fromCIDRSet: [{cidr: 10.0.0.0/8, except: [10.1.0.0/16]}]                            | 10.1.1.1 | No Connections",
                "fromCIDRSet: [{cidr: 10.0.0.0/8, except: [10.1.0.0/16]}]                            | 10.2.1.1 | All Connections",
            })
    void peers(String rule, String from, String expected) {
        assertThat(allowed(policy("one", "ingress: [{" + rule + "}]"), from, "db"))
                .isEqualTo(expected);
    }

    /** Without a protocol, all of them; 0 is every port (layer4.rst). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ports: [{port: '80', protocol: TCP}]                                     | TCP 80",
                "ports: [{port: '80'}]                                                    | SCTP 80,TCP 80,UDP 80",
                "ports: [{port: '80', endPort: 90, protocol: ANY}]                        | SCTP 80-90,TCP 80-90,UDP 80-90",
                "ports: [{port: '0', protocol: UDP}]                                      | UDP 1-65535",
                "ports: [{port: http, protocol: TCP}]                                     | TCP 9090",
                "ports: [{port: '8', protocol: ICMP}]                                     | No Connections",
                "ports: [{port: '80', protocol: TCP}], rules: {http: [{method: GET}]}     | TCP 80",
            })
    void ports(String toPorts, String expected) {
        assertThat(allowed(policy("one", "ingress: [{toPorts: [{" + toPorts + "}]}]"), "job", "db"))
                .isEqualTo(expected);
    }

    @Test
    void icmpAloneLeavesTheOthersDenied() {
        assertThat(allowed(policy("one", "ingress: [{icmps: [{fields: [{type: 8}]}]}]"), "job", "db"))
                .isEqualTo("No Connections");
    }

    /** Denied is denied, whatever kind of policy allows (deny.rst). */
    @Test
    void denyComesFirstWhateverAllows() {
        String kubernetes = """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: open, namespace: shop}
                spec: {podSelector: {}, ingress: [{}]}
                """;
        String deny = policy("deny", "ingressDeny: [{toPorts: [{ports: [{port: '80', protocol: TCP}]}]}]");

        assertThat(allowed(kubernetes + deny, "job", "db")).isEqualTo("SCTP 1-65535,TCP 1-79,81-65535,UDP 1-65535");
        assertThat(allowed(deny + policy("open", "ingress: [{fromEntities: [all]}]"), "job", "db"))
                .isEqualTo("SCTP 1-65535,TCP 1-79,81-65535,UDP 1-65535");
    }

    /** Each kind of policy may isolate, any may allow. */
    @Test
    void allowsOfAllKindsAdd() {
        String kubernetes = """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: policy, namespace: shop}
                spec: {podSelector: {}, ingress: [{ports: [{port: 80}]}]}
                """;

        assertThat(allowed(
                        kubernetes + policy("one", "ingress: [{toPorts: [{ports: [{port: '81', protocol: TCP}]}]}]"),
                        "job",
                        "db"))
                .isEqualTo("TCP 80-81");
    }

    @Test
    void services() {
        assertThat(allowed(
                        policy("one", "egress: [{toServices: [{k8sService: {serviceName: db, namespace: shop}}]}]")
                                .replace("app: db", "app: web"),
                        "web",
                        "db"))
                .isEqualTo("All Connections");
        assertThat(allowed(
                        policy(
                                        "one",
                                        "egress: [{toServices: [{k8sServiceSelector: {selector: {matchLabels: {tier: data}}}}]}]")
                                .replace("app: db", "app: web"),
                        "web",
                        "db"))
                .isEqualTo("All Connections");
    }

    /** Names are learnt from the answers that pass the proxy for DNS (layer3.rst, DNS based). */
    @Test
    void namesNeedARuleForDns() {
        String names = policy("one", "egress: [{toFQDNs: [{matchName: api.example.org}]}]");
        String dns = policy(
                "two",
                "egress: [{toPorts: [{ports: [{port: '53', protocol: UDP}], rules: {dns: [{matchPattern: '*'}]}}]}]");

        assertThat(of(names).problems()).extracting(Problem::code).containsExactly("names-not-learnt");
        assertThat(of(names).peer("api.example.org[Domain]")).isEmpty();
        assertThat(allowed(names + dns, "db", "api.example.org[Domain]")).isEqualTo("All Connections");
        assertThat(allowed(names + dns, "db", "9.9.9.9")).isEqualTo("UDP 53");
    }

    /** Which machine is the pod's own is in no file; it may always reach its pods. */
    @Test
    void theOwnMachine() {
        String host = policy("one", "egress: [{toEntities: [host]}]");

        assertThat(connection(of(host), "db", "agent").depends()).hasToString("All Connections");
        assertThat(connection(of(policy("one", "ingress: [{}]")), "agent", "db").depends())
                .hasToString("All Connections");
        assertThat(allowed(policy("one", "egress: [{toEntities: [host, remote-node]}]"), "db", "agent"))
                .isEqualTo("All Connections");
    }

    @Test
    void clusterwideMeansAllNamespaces() {
        String policy = """
                ---
                apiVersion: cilium.io/v2
                kind: CiliumClusterwideNetworkPolicy
                metadata: {name: wide}
                spec:
                  endpointSelector: {matchExpressions: [{key: io.kubernetes.pod.namespace, operator: NotIn, values: [batch]}]}
                  ingress: [{fromEndpoints: [{}]}]
                """;

        assertThat(allowed(policy, "job", "db")).isEqualTo("All Connections");
        assertThat(allowed(policy, "9.9.9.9", "db")).isEqualTo("No Connections");
        assertThat(allowed(policy, "9.9.9.9", "job")).isEqualTo("All Connections");
    }

    @Test
    void severalSpecs() {
        String policy = """
                ---
                apiVersion: cilium.io/v2
                kind: CiliumNetworkPolicy
                metadata: {name: two, namespace: shop}
                specs:
                - endpointSelector: {matchLabels: {app: db}}
                  ingress: [{fromEndpoints: [{matchLabels: {app: web}}]}]
                - endpointSelector: {matchLabels: {app: web}}
                  ingress: [{}]
                """;

        assertThat(allowed(policy, "web", "db")).isEqualTo("All Connections");
        assertThat(allowed(policy, "db", "web")).isEqualTo("No Connections");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ingress: [{fromEndpoints: [{}], fromEntities: [world]}]                          | peers-combined",
                "ingress: [{fromRequires: [{}]}]                                                  | peer-not-evaluated",
                "ingress: [{fromNodes: [{}]}]                                                     | peer-not-evaluated",
                "ingress: [{fromGroups: [{aws: {}}]}]                                             | peer-not-evaluated",
                "ingress: [{fromConstellations: [{}]}]                                            | field-unknown",
                "ingressDeny: [{fromConstellations: [{}]}], ingress: [{fromEntities: [all]}]      | field-unknown",
                "ingress: [{fromEntities: [moon]}]                                                | entity-unknown",
                "ingress: [{fromCIDR: [10.0.0.0/40]}]                                             | address-block-invalid",
                "ingress: [{toPorts: [{ports: [{port: '70000', protocol: TCP}]}]}]                | port-invalid",
                "ingress: [{toPorts: [{ports: [{port: '90', endPort: 80, protocol: TCP}]}]}]      | port-invalid",
                "ingress: [{toPorts: [{ports: [{port: '90', protocol: XYZ}]}]}]                   | port-invalid",
                "ingress: [{fromEndpoints: [{matchExpressions: [{key: app, operator: Like}]}]}]   | selector-invalid",
                "ingress: [{fromEndpoints: [{matchLabels: {'container:a': b}}]}]                  | label-source-unknown",
            })
    void whatIsWrongFailsClosedAndIsLocated(String spec, String code) {
        assertThat(of(policy("one", spec)).problems())
                .allSatisfy(problem ->
                        assertThat(problem.location().orElseThrow().pointer()).startsWith("/spec/"))
                .extracting(Problem::code)
                .containsExactly(code);
        assertThat(allowed(policy("one", spec), "web", "db")).isEqualTo("No Connections");
    }

    private static String policy(String name, String spec) {
        return """
                ---
                apiVersion: cilium.io/v2
                kind: CiliumNetworkPolicy
                metadata: {name: %s, namespace: shop}
                spec: {endpointSelector: {matchLabels: {app: db}}, %s}
                """.formatted(name, spec);
    }

    private static Connectivity of(String policies) {
        return Connectivity.of(Clusters.of(PODS + policies), CniProfile.CILIUM);
    }

    private static String allowed(String policies, String from, String to) {
        Connection connection = connection(of(policies), from, to);
        assertThat(connection.depends().isEmpty()).as("nothing is left open").isTrue();
        return connection.allowed().toString();
    }

    private static Connection connection(Connectivity connectivity, String from, String to) {
        return connectivity.connection(
                connectivity.peer(from).orElseThrow(), connectivity.peer(to).orElseThrow());
    }
}
