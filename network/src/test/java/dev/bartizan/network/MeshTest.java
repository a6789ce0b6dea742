package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Snapshot;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is easily got wrong about Istio, each with the source that says how it is. */
class MeshTest {
    private static final String PODS = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio-injection: enabled}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: batch}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {serviceAccountName: web, containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec: {serviceAccountName: db, containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: bare, namespace: shop, labels: {app: bare, sidecar.istio.io/inject: "false"}}
            spec: {serviceAccountName: web, containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: job, namespace: batch, labels: {app: job}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: agent, namespace: shop}
            spec: {hostNetwork: true, containers: [{name: c, image: c}]}
            """;
    private static final String ALL = "All Connections";
    private static final String NO_TCP = "SCTP 1-65535,UDP 1-65535";

    /** AuthorizationPolicy and Rule of istio/api security/v1beta1/authorization_policy.proto. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                                    | web  | "
                        + NO_TCP,
                "{rules: []}                                                                           | web  | "
                        + NO_TCP,
                "{action: ALLOW}                                                                       | web  | "
                        + NO_TCP,
                "{rules: [{}]}                                                                         | web  | " + ALL,
                "{rules: [{}]}                                                                         | job  | " + ALL,
                "{action: DENY}                                                                        | web  | " + ALL,
                "{action: DENY, rules: [{}]}                                                           | web  | "
                        + NO_TCP,
                "{action: AUDIT, rules: [{}]}                                                          | web  | " + ALL,
                "{selector: {matchLabels: {app: web}}, rules: []}                                      | web  | " + ALL,
                "{rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/web]}}]}]}           | web  | " + ALL,
                "{rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/web]}}]}]}           | bare | "
                        + NO_TCP,
                "{rules: [{from: [{source: {principals: [cluster.local/ns/shop/*]}}]}]}                | web  | " + ALL,
                "{rules: [{from: [{source: {principals: ['*/sa/web']}}]}]}                             | web  | " + ALL,
                "{rules: [{from: [{source: {principals: ['*']}}]}]}                                    | web  | " + ALL,
                "{rules: [{from: [{source: {principals: ['*']}}]}]}                                    | job  | "
                        + NO_TCP,
                "{rules: [{from: [{source: {notPrincipals: [cluster.local/ns/shop/sa/web]}}]}]}        | job  | " + ALL,
                "{rules: [{from: [{source: {notPrincipals: [cluster.local/ns/shop/sa/web]}}]}]}        | web  | "
                        + NO_TCP,
                "{rules: [{from: [{source: {serviceAccounts: [web]}}]}]}                               | web  | " + ALL,
                "{rules: [{from: [{source: {serviceAccounts: [batch/web]}}]}]}                         | web  | "
                        + NO_TCP,
                "{rules: [{from: [{source: {namespaces: [shop]}}]}]}                                   | web  | " + ALL,
                "{rules: [{from: [{source: {namespaces: [shop]}}]}]}                                   | bare | "
                        + NO_TCP,
                "{rules: [{from: [{source: {namespaces: [batch]}}]}]}                                  | job  | "
                        + NO_TCP,
                "{rules: [{from: [{source: {notNamespaces: [shop]}}]}]}                                | job  | " + ALL,
                "{action: DENY, rules: [{from: [{source: {notNamespaces: [shop]}}]}]}                  | job  | "
                        + NO_TCP,
                "{action: DENY, rules: [{from: [{source: {namespaces: [batch]}}]}]}                    | job  | " + ALL,
                "{rules: [{from: [{source: {principals: ['*'], namespaces: [batch]}}]}]}               | web  | "
                        + NO_TCP,
                "{rules: [{from: [{source: {namespaces: [x]}}, {source: {namespaces: [shop]}}]}]}      | web  | " + ALL,
                "{rules: [{when: [{key: source.namespace, values: [shop]}]}]}                          | web  | " + ALL,
                "{rules: [{from: [{source: {namespaces: [shop]}}], when: [{key: source.namespace, notValues: [shop]}]}]} | web | "
                        + NO_TCP,
                "{rules: [{to: [{operation: {ports: ['80', '90']}}]}]}                                 | job  | SCTP 1-65535,TCP 80,90,UDP 1-65535",
                "{rules: [{to: [{operation: {ports: ['80']}}, {operation: {ports: [90]}}]}]}           | job  | SCTP 1-65535,TCP 80,90,UDP 1-65535",
                "{rules: [{to: [{operation: {ports: ['80']}}], when: [{key: destination.port, values: ['90']}]}]} | job | "
                        + NO_TCP,
                "{action: DENY, rules: [{to: [{operation: {notPorts: ['80']}}]}]}                      | job  | SCTP 1-65535,TCP 80,UDP 1-65535",
                "{rules: [{from: [{source: {ipBlocks: [9.9.9.9]}}]}]}                                  | 9.9.9.9  | "
                        + ALL,
                "{rules: [{from: [{source: {ipBlocks: [9.9.9.9, 8.0.0.0/8]}}]}]}                       | 8.8.8.8  | "
                        + ALL,
                "{rules: [{from: [{source: {ipBlocks: [9.9.9.9]}}]}]}                                  | 9.9.9.10 | "
                        + NO_TCP,
                "{rules: [{from: [{source: {notIpBlocks: [9.9.9.9]}}]}]}                               | 9.9.9.9  | "
                        + NO_TCP,
                "{rules: [{from: [{source: {notIpBlocks: [9.9.9.9]}}]}]}                               | 9.9.9.10 | "
                        + ALL,
                "{rules: [{to: [{operation: {methods: [GET]}}]}]}                                      | job  | " + ALL,
                "{action: DENY, rules: [{to: [{operation: {methods: [GET]}}]}]}                        | job  | " + ALL,
            })
    void authorizationPolicy(String spec, String from, String expected) {
        assertThat(allowed(authorization("shop", spec), from, "db")).isEqualTo(expected);
    }

    /** CUSTOM, then DENY, then ALLOW; one ALLOW policy that matches is enough. */
    @Test
    void actionsAreAskedInTheirOrder() {
        String allow = authorization("shop", "{rules: [{}]}");
        String deny = authorization("shop", "{action: DENY, rules: [{from: [{source: {namespaces: [shop]}}]}]}");
        String nobody = authorization("shop", "{}");

        assertThat(allowed(allow + deny, "web", "db")).isEqualTo(NO_TCP);
        assertThat(allowed(allow + deny, "job", "db")).isEqualTo(ALL);
        assertThat(allowed(allow + nobody, "job", "db")).isEqualTo(ALL);
    }

    /** What an external authorizer answers, no file tells; and neither whether somebody holds a token. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{action: CUSTOM, provider: {name: opa}, rules: [{}]}                                  | that the provider opa refuses it",
                "{rules: [{from: [{source: {requestPrincipals: ['*']}}]}]}                             | that the principal of its token is one of [*]",
                "{action: DENY, rules: [{from: [{source: {notRequestPrincipals: ['*']}}]}]}            | that the principal of its token is none of [*]",
                "{rules: [{from: [{source: {remoteIpBlocks: [10.0.0.0/8]}}]}]}                         | that the address of the client is one of [10.0.0.0/8]",
                "{rules: [{when: [{key: 'request.auth.claims[groups]', values: [a]}]}]}                | that request.auth.claims[groups] is one of [a]",
                "{rules: [{when: [{key: connection.sni, notValues: [a]}]}]}                            | that connection.sni is none of [a]",
                "{rules: [{when: [{key: request.made.up, values: [a]}]}]}                              | that the condition request.made.up holds",
            })
    void whatNoFileTellsIsLeftOpen(String spec, String assumption) {
        var connectivity = Connectivity.of(Clusters.of(PODS + authorization("shop", spec)), CniProfile.KUBERNETES);
        Peer from = connectivity.peer("job").orElseThrow();
        Peer to = connectivity.peer("db").orElseThrow();

        assertThat(connectivity.connection(from, to).depends()).hasToString("TCP 1-65535");
        assertThat(String.join("\n", connectivity.explain(from, to, Optional.empty())))
                .contains("if an assumption holds: " + assumption);
    }

    /** A provider is asked only about the requests that match, and a header is what the sender writes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{action: CUSTOM, provider: {name: opa}, rules: [{to: [{operation: {paths: [/admin]}}]}]}",
                "{action: DENY, rules: [{from: [{source: {notRequestPrincipals: ['*']}}], to: [{operation: {notPaths: [/dex/*]}}]}]}",
                "{rules: [{when: [{key: 'request.headers[x-user]', values: ['*']}]}]}",
                "{rules: [{from: [{source: {notRequestPrincipals: ['*']}}]}]}",
                "{action: DENY, rules: [{from: [{source: {requestPrincipals: ['*']}}]}]}",
            })
    void someRequestsPass(String spec) {
        assertThat(allowed(authorization("shop", spec), "job", "db")).isEqualTo(ALL);
    }

    /** A DENY rule that is about all requests that an ALLOW rule lets pass leaves nothing; one that is about some leaves the connection. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "methods: [GET], paths: [/v1/*]  | methods: [GET]                    | SCTP 1-65535,UDP 1-65535",
                "methods: [GET], paths: [/v1/*]  | paths: [/v1*]                     | SCTP 1-65535,UDP 1-65535",
                "methods: [GET, POST]            | methods: [GET]                    | All Connections",
                "methods: [GET, POST]            | methods: ['*']                    | SCTP 1-65535,UDP 1-65535",
                "methods: [GET, POST]            | paths: ['/*']                     | SCTP 1-65535,UDP 1-65535",
                "methods: [GET], notPaths: [/a*] | notPaths: [/a]                    | SCTP 1-65535,UDP 1-65535",
                "methods: [GET], notPaths: [/a]  | notPaths: [/a*]                   | All Connections",
                "hosts: [A.example]              | hosts: [a.EXAMPLE]                | SCTP 1-65535,UDP 1-65535",
                "hosts: ['*.example']            | hosts: [a.example]                | All Connections",
                "methods: [GET]                  | methods: [GET], ports: ['80']     | SCTP 1-65535,TCP 1-79,81-65535,UDP 1-65535",
                "notMethods: ['*']               | methods: [GET]                    | SCTP 1-65535,UDP 1-65535",
            })
    void whatIsDeniedOfWhatIsAllowed(String allowed, String denied, String expected) {
        String policies = authorization("shop", "{rules: [{to: [{operation: {" + allowed + "}}]}]}")
                + authorization("istio-system", "{action: DENY, rules: [{to: [{operation: {" + denied + "}}]}]}");

        assertThat(allowed(policies, "job", "db")).isEqualTo(expected);
    }

    /** Whether several rules together deny everything is not worked out for each sender: it is left open. */
    @Test
    void whatOnlySeveralRulesDenyIsLeftOpen() {
        String allow = authorization("shop", "{rules: [{to: [{operation: {methods: [GET, POST]}}]}]}");
        String get = authorization("shop", "{action: DENY, rules: [{to: [{operation: {methods: [GET]}}]}]}");
        String post = authorization("shop", "{action: DENY, rules: [{to: [{operation: {methods: [POST]}}]}]}");
        String ask = authorization(
                "shop", "{action: CUSTOM, provider: {name: opa}, rules: [{to: [{operation: {paths: [/*]}}]}]}");

        assertThat(of(allow + get + post, "job", "db").depends()).hasToString("TCP 1-65535");
        assertThat(of(allow + ask, "job", "db").depends()).hasToString("TCP 1-65535");
        assertThat(allowed(allow + get, "job", "db")).isEqualTo(ALL);
        String ofShop =
                "{action: DENY, rules: [{from: [{source: {namespaces: [shop]}}], to: [{operation: {methods: ['*']}}]}]}";
        assertThat(allowed(allow + authorization("shop", ofShop), "web", "db")).isEqualTo(NO_TCP);
        assertThat(allowed(allow + authorization("shop", ofShop), "job", "db")).isEqualTo(ALL);
    }

    /** A list shows what a connection is open for, unless it is open for everything. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{rules: [{to: [{operation: {methods: [GET], paths: [/v1/*], ports: ['80']}}]}]} | SCTP 1-65535,UDP 1-65535; TCP 80 (GET /v1/*)",
                "{rules: [{to: [{operation: {methods: [GET, PUT]}}, {operation: {hosts: [a.b], notPaths: [/x]}}]}]} | SCTP 1-65535,UDP 1-65535; TCP 1-65535 (GET,PUT or a.b !/x)",
                "{rules: [{to: [{operation: {methods: [GET]}}]}, {}]} | All Connections",
                "{action: DENY, rules: [{to: [{operation: {paths: [/admin*]}}]}]} | SCTP 1-65535,UDP 1-65535; TCP 1-65535 (not /admin*)",
                "{rules: [{when: [{key: 'request.headers[x]', values: [a]}]}]} | SCTP 1-65535,UDP 1-65535; TCP 1-65535 (if header [x] is one of [a])",
            })
    void requestsAreTold(String spec, String expected) {
        assertThat(of(authorization("shop", spec), "job", "db").access()).hasToString(expected);
    }

    @Test
    void whatIsDeniedBeforeIsToldWithWhatIsAllowed() {
        String allow = authorization("shop", "{rules: [{to: [{operation: {methods: [GET]}}]}]}");
        String deny = authorization("shop", "{action: DENY, rules: [{to: [{operation: {paths: [/admin*]}}]}]}");

        assertThat(of(allow + deny, "job", "db").access())
                .hasToString("SCTP 1-65535,UDP 1-65535; TCP 1-65535 (GET, not /admin*)");
    }

    /** Whoever shows no certificate is not meant by a denial of identities, and is by an allowance of all but some (Mutual TLS Migration). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{action: DENY, rules: [{from: [{source: {namespaces: [batch]}}]}]}    | PERMISSIVE | 1",
                "{action: DENY, rules: [{from: [{source: {namespaces: [batch]}}]}]}    | ''         | 1",
                "{action: DENY, rules: [{from: [{source: {namespaces: [batch]}}]}]}    | STRICT     | 0",
                "{action: DENY, rules: [{from: [{source: {notNamespaces: [shop]}}]}]}  | PERMISSIVE | 0",
                "{rules: [{from: [{source: {notPrincipals: [cluster.local/ns/a/sa/b]}}]}]} | PERMISSIVE | 1",
                "{rules: [{from: [{source: {principals: [cluster.local/ns/a/sa/b]}}]}]} | PERMISSIVE | 0",
                "{selector: {matchLabels: {app: none}}, action: DENY, rules: [{from: [{source: {namespaces: [batch]}}]}]} | PERMISSIVE | 0",
            })
    void plainTextGoesPastRulesAboutIdentities(String spec, String mode, int bypasses) {
        Snapshot snapshot = Clusters.of(PODS + authorization("shop", spec) + authentication("shop", "", mode));

        assertThat(LintAnalysis.run(snapshot, Connectivity.of(snapshot, CniProfile.KUBERNETES))
                        .findings())
                .filteredOn(finding -> finding.rule().equals("lint-plain-text-bypass"))
                .hasSize(bypasses);
    }

    /** A policy of the root namespace is for all namespaces; others are for their own. */
    @Test
    void theRootNamespaceIsForTheWholeMesh() {
        assertThat(allowed(authorization("istio-system", "{}"), "job", "db")).isEqualTo(NO_TCP);
        assertThat(allowed(authorization("istio-system", "{selector: {matchLabels: {app: web}}}"), "job", "db"))
                .isEqualTo(ALL);
        assertThat(allowed(authorization("batch", "{}"), "job", "db")).isEqualTo(ALL);
    }

    /** istio.io/dry-run: it is looked at and does nothing. */
    @Test
    void whatRunsDryDecidesNothing() {
        String dry = authorization("shop", "{}")
                .replace("namespace: shop", "namespace: shop, annotations: {istio.io/dry-run: \"true\"}");

        assertThat(allowed(dry, "job", "db")).isEqualTo(ALL);
    }

    /** Injection: labels of namespaces and pods; a pod on the host network never has a sidecar; and a policy binds only who has a proxy. */
    @Test
    void policiesBindOnlyPodsThatHaveAProxy() {
        String closed = authorization("shop", "{}") + authorization("batch", "{}");

        assertThat(allowed(closed, "web", "db")).isEqualTo(NO_TCP);
        assertThat(allowed(closed, "web", "bare")).isEqualTo(ALL);
        assertThat(allowed(closed, "web", "job")).isEqualTo(ALL);
        assertThat(allowed(closed, "web", "agent")).isEqualTo(ALL);
        assertThat(allowed(closed + pod("labels: {sidecar.istio.io/inject: 'true'}", "", "batch"), "web", "more"))
                .isEqualTo(NO_TCP);
        assertThat(allowed(closed + pod("labels: {istio.io/rev: canary}", "", "batch"), "web", "more"))
                .isEqualTo(NO_TCP);
        assertThat(allowed(closed + pod("labels: {istio.io/dataplane-mode: ambient}", "", "batch"), "web", "more"))
                .isEqualTo(NO_TCP);
        assertThat(allowed(
                        closed
                                + pod(
                                        "labels: {a: b}",
                                        ", {name: istio-proxy, image: docker.io/istio/proxyv2}",
                                        "batch"),
                        "web",
                        "more"))
                .isEqualTo(NO_TCP);
        assertThat(Connectivity.of(Clusters.of(PODS + closed), CniProfile.KUBERNETES)
                        .assumptions())
                .anySatisfy(line -> assertThat(line).startsWith("Istio: 2 policies, enforced at the 2 of 5 workloads"))
                .contains("Of these, bind nobody: AuthorizationPolicy batch/policy-"
                        + Integer.toHexString("{}".hashCode()) + ".");
    }

    /** np-guard's network-config-analyzer takes every pod for a part of the mesh, and istio-config for its root. */
    @Test
    void theProfileOfNpGuardHasProxiesEverywhere() {
        var connectivity = Connectivity.of(
                Clusters.of(
                        PODS + authorization("istio-config", "{rules: [{from: [{source: {namespaces: [batch]}}]}]}")),
                CniProfile.NP_GUARD);
        Peer db = connectivity.peer("db").orElseThrow();

        assertThat(connectivity
                        .connection(connectivity.peer("job").orElseThrow(), db)
                        .allowed())
                .hasToString(ALL);
        assertThat(connectivity
                        .connection(connectivity.peer("web").orElseThrow(), db)
                        .allowed())
                .hasToString(NO_TCP);
    }

    /** PeerAuthentication: that of the workload, then of the namespace, then of the mesh; without any, plain text is taken. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STRICT | '' | '' | " + NO_TCP,
                "'' | STRICT | '' | " + NO_TCP,
                "'' | '' | STRICT | " + NO_TCP,
                "'' | '' | '' | " + ALL,
                "STRICT | PERMISSIVE | '' | " + ALL,
                "PERMISSIVE | STRICT | '' | " + NO_TCP,
                "STRICT | UNSET | '' | " + NO_TCP,
                "STRICT | STRICT | PERMISSIVE | " + ALL,
                "STRICT | PERMISSIVE | UNSET | " + ALL,
                "PERMISSIVE | PERMISSIVE | STRICT | " + NO_TCP,
                "STRICT | STRICT | DISABLE | " + ALL,
            })
    void theNarrowestPeerAuthenticationDecides(String mesh, String namespace, String workload, String expected) {
        String policies = authentication("istio-system", "", mesh)
                + authentication("shop", "", namespace)
                + authentication("shop", "selector: {matchLabels: {app: db}}, ", workload);

        assertThat(allowed(policies, "job", "db")).isEqualTo(expected);
        assertThat(allowed(policies, "web", "db")).isEqualTo(ALL);
        assertThat(allowed(policies, "9.9.9.9", "db")).isEqualTo(expected);
    }

    /** Ports count beside a selector only, and are those of the workload. */
    @Test
    void portsOfPeerAuthentication() {
        String ports = "portLevelMtls: {'8080': {mode: DISABLE}, '9090': {mode: UNSET}}, ";
        String selected = authentication("shop", "selector: {matchLabels: {app: db}}, " + ports, "STRICT");

        assertThat(allowed(selected, "job", "db")).isEqualTo("SCTP 1-65535,TCP 8080,UDP 1-65535");
        var all = Connectivity.of(Clusters.of(PODS + authentication("shop", ports, "STRICT")), CniProfile.KUBERNETES);
        assertThat(all.problems()).extracting(problem -> problem.code()).containsExactly("ports-without-selector");
    }

    /** Two for one workload: the older one decides, and no file tells which that is. */
    @Test
    void twoPeerAuthenticationsOfOneWorkloadLeaveItOpen() {
        String two = authentication("shop", "selector: {matchLabels: {app: db}}, ", "STRICT")
                + authentication("shop", "selector: {matchLabels: {app: db}}, ", "PERMISSIVE");

        assertThat(of(two, "job", "db").depends()).hasToString("TCP 1-65535");
    }

    /** traffic.sidecar.istio.io: what the proxy does not take in, it cannot stop. */
    @Test
    void portsThatTheProxyLeavesOutAreOpen() {
        String closed = authorization("shop", "{}") + authentication("shop", "", "STRICT");

        assertThat(allowed(
                        closed
                                + pod(
                                        "annotations: {traffic.sidecar.istio.io/excludeInboundPorts: '9443, 80'}",
                                        "",
                                        "shop"),
                        "job",
                        "more"))
                .isEqualTo("SCTP 1-65535,TCP 80,9443,UDP 1-65535");
        assertThat(allowed(
                        closed + pod("annotations: {traffic.sidecar.istio.io/includeInboundPorts: '8080'}", "", "shop"),
                        "job",
                        "more"))
                .isEqualTo("SCTP 1-65535,TCP 1-8079,8081-65535,UDP 1-65535");
        assertThat(allowed(closed, "job", "db")).isEqualTo(NO_TCP);
    }

    /**
     * What asks for HTTP on a port without HTTP: an ALLOW rule never matches, a DENY rule takes what is missing for a match (istio/api authorization_policy.proto;
     * istio.io, Authorization for TCP traffic). Which ports these are, the service says (Protocol Selection).
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{rules: [{to: [{operation: {methods: [GET]}}]}]}                     | {name: tcp-db, port: 1}                        | SCTP 1-65535,TCP 2-65535,UDP 1-65535",
                "{rules: [{to: [{operation: {methods: [GET]}}]}]}                     | {name: http-db, port: 1}                       | All Connections",
                "{rules: [{to: [{operation: {methods: [GET]}}]}]}                     | {name: db, port: 1}                            | All Connections",
                "{rules: [{to: [{operation: {methods: [GET]}}]}]}                     | {name: http, appProtocol: mysql, port: 1}      | SCTP 1-65535,TCP 2-65535,UDP 1-65535",
                "{rules: [{to: [{operation: {methods: [GET]}}]}]}                     | {name: redis, port: 1, targetPort: 7}          | SCTP 1-65535,TCP 1-6,8-65535,UDP 1-65535",
                "{rules: [{to: [{operation: {methods: [GET]}}]}]}                     | {port: 3306}                                   | SCTP 1-65535,TCP 1-3305,3307-65535,UDP 1-65535",
                "{action: DENY, rules: [{to: [{operation: {methods: [GET]}}]}]}       | {name: tcp-db, port: 1}                        | SCTP 1-65535,TCP 2-65535,UDP 1-65535",
                "{action: DENY, rules: [{to: [{operation: {methods: [GET], ports: ['2']}}]}]} | {name: tcp-db, port: 1}                | All Connections",
                "{action: DENY, rules: [{from: [{source: {requestPrincipals: [a]}}]}]} | {name: tcp-db, port: 1}                       | SCTP 1-65535,TCP 2-65535,UDP 1-65535",
                "{rules: [{from: [{source: {namespaces: [shop]}}]}]}                  | {name: tcp-db, port: 1}                        | SCTP 1-65535,UDP 1-65535",
            })
    void portsWithoutHttp(String spec, String port, String expected) {
        String service = """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: db, namespace: shop}
                spec: {selector: {app: db}, ports: [%s]}
                """.formatted(port);

        assertThat(allowed(authorization("shop", spec) + service, "job", "db")).isEqualTo(expected);
    }

    /** The tunnel of ambient mode looks into no request: what asks for HTTP never allows there, and denies everything. */
    @Test
    void ambientModeWithoutAWaypointKnowsNoHttp() {
        String ambient = pod("labels: {istio.io/dataplane-mode: ambient}", "", "batch");

        assertThat(allowed(
                        ambient + authorization("batch", "{rules: [{to: [{operation: {methods: [GET]}}]}]}"),
                        "web",
                        "more"))
                .isEqualTo(NO_TCP);
        assertThat(allowed(
                        ambient
                                + authorization(
                                        "batch", "{action: DENY, rules: [{to: [{operation: {methods: [GET]}}]}]}"),
                        "web",
                        "more"))
                .isEqualTo(NO_TCP);
        assertThat(allowed(
                        ambient + authorization("batch", "{rules: [{from: [{source: {namespaces: [shop]}}]}]}"),
                        "web",
                        "more"))
                .isEqualTo(ALL);
    }

    /** Identities come with certificates: where plain text is all that is taken, nobody has one. */
    @Test
    void whereMutualTlsIsOffNobodyHasAnIdentity() {
        String byNamespace = authorization("shop", "{rules: [{from: [{source: {namespaces: [shop]}}]}]}");
        String byExclusion = authorization("shop", "{rules: [{from: [{source: {notNamespaces: [shop]}}]}]}");
        String onePort = authentication(
                "shop", "selector: {matchLabels: {app: db}}, portLevelMtls: {'80': {mode: DISABLE}}, ", "STRICT");

        assertThat(allowed(byNamespace + authentication("shop", "", "DISABLE"), "web", "db"))
                .isEqualTo(NO_TCP);
        assertThat(allowed(byExclusion + authentication("shop", "", "DISABLE"), "web", "db"))
                .isEqualTo(ALL);
        assertThat(allowed(byNamespace + authentication("istio-system", "", "DISABLE"), "web", "db"))
                .isEqualTo(NO_TCP);
        assertThat(allowed(byNamespace + onePort, "web", "db")).isEqualTo("SCTP 1-65535,TCP 1-79,81-65535,UDP 1-65535");
        assertThat(allowed(byExclusion + onePort, "web", "db")).isEqualTo("SCTP 1-65535,TCP 80,UDP 1-65535");
        assertThat(allowed(byNamespace + authentication("shop", "", "PERMISSIVE"), "web", "db"))
                .isEqualTo(ALL);
    }

    @Test
    void everyProblemIsLocated() {
        String policies = authorization(
                        "shop",
                        "{rules: [{from: [{source: {}}, {source: {planets: [a]}}, {source: {ipBlocks: [x]}}],"
                                + " to: [{operation: {ports: [http]}}, {operation: {verbs: [GET]}}],"
                                + " when: [{key: request.made.up, values: [a]}]}]}")
                + authorization("shop", "{action: MAYBE}")
                + authorization("shop", "{targetRefs: [{kind: Service, name: db}]}")
                + authentication("shop", "", "LOOSE")
                + authentication("istio-system", "selector: {matchLabels: {app: db}}, ", "STRICT");

        assertThat(Connectivity.of(Clusters.of(PODS + policies), CniProfile.KUBERNETES)
                        .problems())
                .allSatisfy(problem ->
                        assertThat(problem.location().orElseThrow().pointer()).startsWith("/spec/"))
                .extracting(problem -> problem.code())
                .containsExactlyInAnyOrder(
                        "peer-unknown",
                        "peer-unknown",
                        "address-block-invalid",
                        "port-invalid",
                        "operation-unknown",
                        "condition-unknown",
                        "action-unknown",
                        "attachment-not-evaluated",
                        "mode-unknown",
                        "selector-in-root-namespace");
    }

    private static String authorization(String namespace, String spec) {
        return """
                ---
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: policy-%s, namespace: %s}
                spec: %s
                """.formatted(Integer.toHexString(spec.hashCode()), namespace, spec);
    }

    private static String authentication(String namespace, String selector, String mode) {
        return mode.isEmpty()
                ? ""
                : """
                ---
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: %s-%s%s, namespace: %s}
                spec: {%smtls: {mode: %s}}
                """.formatted(namespace, mode, selector.isEmpty() ? "" : "-selected", namespace, selector, mode);
    }

    private static String pod(String metadata, String container, String namespace) {
        return """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: more, namespace: %s, %s}
                spec: {containers: [{name: c, image: c}%s]}
                """.formatted(namespace, metadata, container);
    }

    private static String allowed(String policies, String from, String to) {
        var connection = of(policies, from, to);
        assertThat(connection.depends().isEmpty()).as("nothing is left open").isTrue();
        return connection.allowed().toString();
    }

    private static Connection of(String policies, String from, String to) {
        var connectivity = Connectivity.of(Clusters.of(PODS + policies), CniProfile.KUBERNETES);
        return connectivity.connection(
                connectivity.peer(from).orElseThrow(), connectivity.peer(to).orElseThrow());
    }
}
