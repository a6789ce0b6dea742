package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies of Calico, as projectcalico.org/v3 and the sources of Calico describe them. */
class CalicoTest {
    private static final String PODS = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {team: shop}}
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: cashier, namespace: shop, labels: {trust: high}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: shop}
            spec: {selector: {app: db}, ports: [{port: 80, targetPort: http}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web, stage: prod}}
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
            apiVersion: projectcalico.org/v3
            kind: Tier
            metadata: {name: security}
            spec: {order: 100}
            ---
            apiVersion: projectcalico.org/v3
            kind: Tier
            metadata: {name: loose}
            spec: {order: 200, defaultAction: Pass}
            ---
            apiVersion: projectcalico.org/v3
            kind: GlobalNetworkSet
            metadata: {name: partners, labels: {kind: partner}}
            spec: {nets: [203.0.113.0/24, 198.51.100.7]}
            ---
            apiVersion: projectcalico.org/v3
            kind: NetworkSet
            metadata: {name: offices, namespace: shop, labels: {kind: office}}
            spec: {nets: [192.0.2.0/24]}
            """;

    /** A policy of namespace shop; in the default tier what it selects and no rule matches is denied. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "selector: app == 'db'                                                                     | job | db  | No Connections",
                "selector: app == 'db'                                                                     | db  | job | All Connections",
                "selector: app == 'db', egress: [{action: Allow}]                                          | job | db  | All Connections",
                "selector: app == 'db', egress: [{action: Allow}], types: [Ingress, Egress]                | job | db  | No Connections",
                "selector: app == 'db', ingress: [{action: Allow}], egress: [{action: Deny}]               | db  | job | No Connections",
                "selector: 'all()', ingress: [{action: Allow, source: {selector: app == 'web'}}]           | web | db  | All Connections",
                "selector: 'all()', ingress: [{action: Allow, source: {selector: app == 'job'}}]           | job | db  | No Connections",
                "ingress: [{action: Allow, source: {selector: app == 'job', namespaceSelector: all()}}]    | job | db  | All Connections",
                "ingress: [{action: Allow, source: {selector: app == 'job', namespaceSelector: all()}}]    | 9.9.9.9 | db | No Connections",
                "ingress: [{action: Allow, source: {namespaceSelector: projectcalico.org/name == 'batch'}}] | job | db | All Connections",
                "ingress: [{action: Allow, source: {notSelector: app == 'db'}}]                            | web | db  | All Connections",
                "ingress: [{action: Allow, source: {notSelector: app == 'web'}}]                           | web | db  | No Connections",
                "ingress: [{action: Allow, source: {serviceAccounts: {names: [cashier]}}}]                 | web | db  | All Connections",
                "ingress: [{action: Allow, source: {serviceAccounts: {selector: trust == 'high'}}}]        | web | db  | All Connections",
                "ingress: [{action: Allow, source: {serviceAccounts: {selector: trust != 'high'}}}]        | web | db  | No Connections",
                "ingress: [{action: Deny, protocol: TCP, destination: {ports: [80]}}, {action: Allow}]     | job | db  | SCTP 1-65535,TCP 1-79,81-65535,UDP 1-65535",
                "ingress: [{action: Log}, {action: Allow, protocol: 6, destination: {ports: ['80:90', http]}}] | job | db | TCP 80-90,9090",
                "ingress: [{action: Allow, protocol: UDP, destination: {notPorts: ['2:65535']}}]           | job | db  | UDP 1",
                "ingress: [{action: Allow, notProtocol: TCP}]                                              | job | db  | SCTP 1-65535,UDP 1-65535",
                "ingress: [{action: Allow, protocol: ICMP, icmp: {type: 8}}]                               | job | db  | No Connections",
                "ingress: [{action: Allow, destination: {selector: app == 'db'}}]                          | job | db  | All Connections",
                "ingress: [{action: Allow, destination: {selector: app == 'db'}}]                          | job | web | No Connections",
                "ingress: [{action: Allow, destination: {notSelector: app == 'db'}}]                       | job | db  | No Connections",
                "ingress: [{action: Allow, source: {nets: [10.0.0.0/8], notNets: [10.1.0.0/16]}}]          | 10.2.3.4 | db | All Connections",
                "ingress: [{action: Allow, source: {nets: [10.0.0.0/8], notNets: [10.1.0.0/16]}}]          | 10.1.3.4 | db | No Connections",
                "types: [Egress], egress: [{action: Allow, destination: {services: {name: db}}}]           | web | db  | TCP 9090",
                "types: [Egress], egress: [{action: Allow, destination: {selector: kind == 'office'}}]     | db | 192.0.2.9 | All Connections",
                "types: [Egress], egress: [{action: Allow, destination: {selector: kind == 'partner'}}]    | db | 203.0.113.9 | No Connections",
                "types: [Egress], egress: [{action: Allow, destination: {selector: kind == 'partner', namespaceSelector: global()}}] | db | 198.51.100.7 | All Connections",
                "ingress: [{action: Allow, http: {methods: [GET]}}]                                        | job | db  | All Connections",
                "ingress: [{action: Deny, protocol: TCP, source: {ports: [1000]}}, {action: Allow}]        | job | db  | All Connections",
            })
    void networkPolicy(String spec, String from, String to, String expected) {
        assertThat(allowed(policy("one", spec), from, to)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "selector: app == 'db'                                                       | job | db  | No Connections",
                "namespaceSelector: team == 'shop'                                           | job | db  | No Connections",
                "namespaceSelector: team == 'shop'                                           | db  | job | All Connections",
                "selector: projectcalico.org/namespace == 'shop'                             | job | db  | No Connections",
                "serviceAccountSelector: trust == 'high'                                     | job | web | No Connections",
                "serviceAccountSelector: trust == 'high'                                     | job | db  | All Connections",
                "ingress: [{action: Allow, source: {selector: app == 'job'}}]                | job | db  | All Connections",
                "ingress: [{action: Allow, source: {selector: all()}}]                       | 9.9.9.9 | db | No Connections",
                "ingress: [{action: Allow, source: {selector: kind == 'partner'}}]           | 203.0.113.9 | db | All Connections",
                "ingress: [{action: Allow, source: {notSelector: app == 'job'}}]             | 9.9.9.9 | db | All Connections",
                "ingress: [{action: Allow, source: {notSelector: app == 'job'}}]             | job | db  | No Connections",
                "selector: '!has(stage)'                                                     | job | web | All Connections",
                "selector: stage != 'test'                                                   | job | db  | No Connections",
                "doNotTrack: true, applyOnForward: true, ingress: [{action: Deny}]           | job | db  | All Connections",
            })
    void globalNetworkPolicy(String spec, String from, String to, String expected) {
        assertThat(allowed(global("one", spec), from, to)).isEqualTo(expected);
    }

    /** Tiers by their order; the end of a tier denies what its policies select, unless its default action is Pass; Pass goes on to the next tier. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tier: security, selector: app == 'db'                                            | No Connections",
                "tier: security, selector: app == 'web'                                           | TCP 80",
                "tier: security, selector: app == 'db', ingress: [{action: Pass}]                 | TCP 80",
                "tier: security, selector: app == 'db', ingress: [{action: Allow}]                | All Connections",
                "tier: loose, selector: app == 'db'                                               | TCP 80",
                "tier: kube-admin, selector: app == 'db'                                          | TCP 80",
                "tier: loose, selector: app == 'db', ingress: [{action: Deny, protocol: TCP}]     | No Connections",
                "tier: nowhere, selector: app == 'db', ingress: [{action: Deny}]                  | TCP 80",
                "order: 999, selector: app == 'db', ingress: [{action: Deny, protocol: TCP}]      | No Connections",
                "order: 1001, selector: app == 'db', ingress: [{action: Deny, protocol: TCP}]     | TCP 80",
                "order: 999, selector: app == 'db', ingress: [{action: Pass, protocol: TCP}]      | TCP 1-65535",
            })
    void tiersAroundANetworkPolicy(String spec, String expected) {
        String kubernetes = """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: policy, namespace: shop}
                spec: {podSelector: {}, ingress: [{ports: [{port: 80}]}]}
                """;

        assertThat(allowed(kubernetes + global("one", spec), "job", "db")).isEqualTo(expected);
    }

    @Test
    void theSmallestOrderIsAskedFirstAndNoneLastAndTiesAreBrokenByName() {
        String allow = "selector: app == 'db', ingress: [{action: Allow}]";
        String deny = "selector: app == 'db', ingress: [{action: Deny}]";

        assertThat(allowed(global("b", "order: 1, " + allow) + global("a", "order: 2, " + deny), "job", "db"))
                .isEqualTo("All Connections");
        assertThat(allowed(global("b", "order: 1.5, " + allow) + global("a", deny), "job", "db"))
                .isEqualTo("All Connections");
        assertThat(allowed(global("a", "order: 1, " + deny) + global("b", "order: 1, " + allow), "job", "db"))
                .isEqualTo("No Connections");
        assertThat(allowed(global("b", deny) + global("a", allow), "job", "db")).isEqualTo("All Connections");
    }

    /** A rule about some of its pods does not change the order of rules. */
    @Test
    void rulesAreAskedAsTheyAreWritten() {
        String spec = "ingress: [{action: Deny, protocol: TCP, destination: {ports: [1]}},"
                + " {action: Allow, protocol: TCP, destination: {selector: app == 'db', ports: ['1:9']}},"
                + " {action: Deny, protocol: TCP, destination: {ports: [5]}}, {action: Allow, protocol: TCP, destination: {ports: [5, 11]}}]";

        assertThat(allowed(policy("one", spec), "job", "db")).isEqualTo("TCP 2-9,11");
        assertThat(allowed(policy("one", spec), "job", "web")).isEqualTo("TCP 11");
    }

    @Test
    void asCalicoStoresIt() {
        String stored = policy("default.one", "selector: app == 'db', tier: default")
                .replace("projectcalico.org/v3", "crd.projectcalico.org/v1");

        assertThat(allowed(stored, "job", "db")).isEqualTo("No Connections");
    }

    /** What Calico would refuse: a rule that allows is left out, any other denies everything. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ingress: [{action: Allow, source: {selector: app = 'x'}}]                       | selector-invalid | No Connections",
                "ingress: [{action: Deny, source: {selector: app = 'x'}}, {action: Allow}]       | selector-invalid | No Connections",
                "ingress: [{action: Allow, protocol: TCP, destination: {ports: [70000]}}]        | port-invalid | No Connections",
                "ingress: [{action: Allow, protocol: TCP, destination: {ports: ['90:80']}}]      | port-invalid | No Connections",
                "ingress: [{action: Allow, destination: {ports: [80]}}]                          | port-invalid | No Connections",
                "ingress: [{action: Allow, protocol: XYZ}]                                       | port-invalid | No Connections",
                "ingress: [{action: Allow, source: {nets: [10.0.0.0/33]}}]                       | address-block-invalid | No Connections",
                "ingress: [{action: Allow, source: {constellation: x}}]                          | field-unknown | No Connections",
                "ingress: [{action: Deny, source: {constellation: x}}, {action: Allow}]          | field-unknown | No Connections",
                "ingress: [{action: Permit}]                                                     | action-unknown | No Connections",
                "ingress: [{action: Allow, destination: {nets: [10.0.0.0/8]}}]                   | own-address-unknown | No Connections",
                "types: [Sideways, Ingress]                                                      | policy-type-unknown | No Connections",
                "order: first, ingress: [{action: Allow}]                                        | order-invalid | All Connections",
                "selector: app = 'db', ingress: [{action: Deny}]                                 | selector-invalid | All Connections",
                "tier: nowhere                                                                   | tier-unknown | No Connections",
            })
    void whatIsWrongFailsClosedAndIsLocated(String spec, String code, String expected) {
        Connectivity connectivity = of(policy("one", spec));

        assertThat(connectivity.problems())
                .allSatisfy(problem ->
                        assertThat(problem.location().orElseThrow().pointer()).startsWith("/spec"))
                .extracting(Problem::code)
                .containsExactly(code);
        assertThat(allowed(policy("one", spec), "job", "db")).isEqualTo(expected);
    }

    @Test
    void stagedPoliciesAreNotEnforced() {
        String staged = policy("one", "ingress: [{action: Deny}]").replace("NetworkPolicy", "StagedNetworkPolicy");

        assertThat(allowed(staged, "job", "db")).isEqualTo("All Connections");
        assertThat(of(staged).problems()).extracting(Problem::code).containsExactly("policy-staged");
    }

    /** An unquoted exclamation mark begins a tag of YAML, and a tag is no text: what is applied selects everything. */
    @Test
    void aSelectorThatIsATagSelectsEverythingAndIsSaid() {
        String tagged = """
                ---
                apiVersion: projectcalico.org/v3
                kind: GlobalNetworkPolicy
                metadata: {name: tagged}
                spec:
                  selector: !has(stage)
                  types: [Ingress]
                """;
        var connectivity = Connectivity.of(Clusters.of(PODS + tagged), CniProfile.CALICO);

        assertThat(connectivity.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("selector-is-a-tag"));
        assertThat(connectivity
                        .connection(
                                connectivity.peer("job").orElseThrow(),
                                connectivity.peer("db").orElseThrow())
                        .allowed())
                .hasToString("No Connections");
    }

    /** Blocks match the addresses of packets, and which pods have which is in no file. */
    @Test
    void whetherABlockHoldsAPodIsOpen() {
        var connectivity = of(policy("one", "ingress: [{action: Allow, source: {notNets: [10.0.0.0/8]}}]"));

        assertThat(connection(connectivity, "job", "db").depends()).hasToString("All Connections");
        assertThat(connection(connectivity, "11.0.0.1", "db").allowed()).hasToString("All Connections");
    }

    @Test
    void explainNamesPolicyRuleAndLine() {
        var connectivity =
                of(global("one", "selector: app == 'db', ingress: [{action: Deny, source: {selector: app == 'job'}}]"));
        List<String> lines = connectivity.explain(
                connectivity.peer("job").orElseThrow(),
                connectivity.peer("db").orElseThrow(),
                java.util.Optional.empty());

        assertThat(lines)
                .anyMatch(line ->
                        line.startsWith("  ingress  GlobalNetworkPolicy one denies it by rule 1  cluster.yaml:"));
    }

    private static String policy(String name, String spec) {
        return """
                ---
                apiVersion: projectcalico.org/v3
                kind: NetworkPolicy
                metadata: {name: %s, namespace: shop}
                spec: {%s}
                """.formatted(name, spec);
    }

    private static String global(String name, String spec) {
        return """
                ---
                apiVersion: projectcalico.org/v3
                kind: GlobalNetworkPolicy
                metadata: {name: %s}
                spec: {%s}
                """.formatted(name, spec);
    }

    private static Connectivity of(String policies) {
        return Connectivity.of(Clusters.of(PODS + policies), CniProfile.CALICO);
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
