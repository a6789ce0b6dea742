package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ConnectivityDiffTest {
    private static final String WEB = pod("web");
    private static final String DB = pod("db");

    private static final String CLOSED = """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: shop}
            spec: {podSelector: {}, policyTypes: [Ingress, Egress], ingress: [%s], egress: [%s]}
            """;

    @Test
    void connectionsComeGoAndChange() throws IOException {
        String before = WEB
                + DB
                + CLOSED.formatted("{from: [{podSelector: {}}], ports: [{port: 80}]}", "{ports: [{port: 80}]}");
        String after = WEB
                + DB
                + CLOSED.formatted("{from: [{podSelector: {}}]}", "{ports: [{port: 80}, {port: 53, protocol: UDP}]}");

        assertThat(txt(before, after)).isEqualTo("""
                Connectivity diff:
                diff-type: changed, source: shop/db[Pod], destination: 0.0.0.0-255.255.255.255[External], dir1: TCP 80, dir2: TCP 80,UDP 53
                diff-type: changed, source: shop/db[Pod], destination: shop/web[Pod], dir1: TCP 80, dir2: TCP 80,UDP 53
                diff-type: changed, source: shop/web[Pod], destination: 0.0.0.0-255.255.255.255[External], dir1: TCP 80, dir2: TCP 80,UDP 53
                diff-type: changed, source: shop/web[Pod], destination: shop/db[Pod], dir1: TCP 80, dir2: TCP 80,UDP 53
                """);
        assertThat(txt(before, before)).isEmpty();
    }

    @Test
    void aWorkloadThatComesOrGoesIsNamed() throws IOException {
        String policy = CLOSED.formatted("{from: [{podSelector: {}}]}", "{to: [{podSelector: {}}]}");

        assertThat(txt(WEB + policy, WEB + DB + policy)).isEqualTo("""
                Connectivity diff:
                diff-type: added, source: shop/db[Pod], destination: shop/web[Pod], dir1: No Connections, dir2: All Connections, workloads-diff-info: workload shop/db[Pod] added
                diff-type: added, source: shop/web[Pod], destination: shop/db[Pod], dir1: No Connections, dir2: All Connections, workloads-diff-info: workload shop/db[Pod] added
                """);
        assertThat(write(ConnectionChangeList.CSV, DB + WEB + policy, pod("api") + pod("job") + policy))
                .contains(
                        "added,shop/api[Pod],shop/job[Pod],No Connections,All Connections,workload shop/api[Pod] and shop/job[Pod] added\n")
                .contains(
                        "removed,shop/db[Pod],shop/web[Pod],All Connections,No Connections,workload shop/db[Pod] and shop/web[Pod] removed\n");
    }

    /** Each side cuts the addresses elsewhere; what changed alike is one range again. */
    @Test
    void addressesAreComparedWhereBothSidesCutThem() throws IOException {
        String before = WEB + CLOSED.formatted("{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}", "");
        String after = WEB
                + CLOSED.formatted(
                        "{from: [{ipBlock: {cidr: 10.0.0.0/9}}, {ipBlock: {cidr: 10.192.0.0/10}}, {ipBlock: {cidr: 11.0.0.0/8}}]}",
                        "");

        assertThat(txt(before, after)).isEqualTo("""
                Connectivity diff:
                diff-type: added, source: 11.0.0.0-11.255.255.255[External], destination: shop/web[Pod], dir1: No Connections, dir2: All Connections
                diff-type: removed, source: 10.128.0.0-10.191.255.255[External], destination: shop/web[Pod], dir1: All Connections, dir2: No Connections
                """);
    }

    @Test
    void theGraphShowsWhatStaysToo() throws IOException {
        String before = WEB + CLOSED.formatted("{ports: [{port: 80}]}", "");
        String after = WEB + DB + CLOSED.formatted("{ports: [{port: 80}]}", "");

        assertThat(write(ConnectionChangeList.DOT, before, after))
                .startsWith("""
                        digraph {
                        \tsubgraph "cluster_shop[namespace]" {
                        \t\tcolor="black"
                        \t\tfontcolor="black"
                        \t\t"shop/db[Pod]" [label="db[Pod]" color="#008000" fontcolor="#008000"]
                        \t\t"shop/web[Pod]" [label="web[Pod]" color="blue" fontcolor="blue"]
                        \t\tlabel="shop[namespace]"
                        \t}
                        \t"0.0.0.0-255.255.255.255[External]" [label="0.0.0.0-255.255.255.255[External]" color="blue" fontcolor="blue"]
                        \t"0.0.0.0-255.255.255.255[External]" -> "shop/db[Pod]" [label="TCP 80" color="#008000" fontcolor="#008000" weight=0.5]
                        \t"0.0.0.0-255.255.255.255[External]" -> "shop/web[Pod]" [label="TCP 80" color="grey" fontcolor="grey" weight=0.5]
                        \tnodesep=0.5
                        """)
                .endsWith("\t\tlp->pp [style=invis]\n\t}\n}\n");
        assertThat(write(ConnectionChangeList.DOT, before, before)).isEmpty();
    }

    @Test
    void aCommentCountsFirstAndKeepsHostileNamesInTheirCells() throws IOException {
        String policy = CLOSED.formatted("{ports: [{port: 80}]}", "");
        String after = WEB + policy + """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: "a|b\\"\\n<script>", namespace: shop}
                spec: {containers: [{name: c, image: c}]}
                """;

        assertThat(write(ConnectionChangeList.COMMENT, WEB + policy, after)).isEqualTo("""
                ### Who can reach whom

                **1 connection added, 0 changed, 0 removed.**

                <details open><summary>Added (1)</summary>

                | from | to | before | after | |
                |---|---|---|---|---|
                | 0.0.0.0-255.255.255.255[External] | shop/a\\|b"\uFFFD&lt;script>[Pod] | No Connections | TCP 80 | workload shop/a\\|b"\uFFFD&lt;script>[Pod] added |

                </details>
                """);
        assertThat(write(ConnectionChangeList.JSON, WEB + policy, after))
                .contains(
                        "\"dst\": \"shop/a|b\\\"\uFFFD<script>[Pod]\", \"before\": \"No Connections\", \"after\": \"TCP 80\"");
        assertThat(write(ConnectionChangeList.JSON, WEB, WEB)).isEqualTo("{\n  \"changes\": []\n}\n");
    }

    private static String pod(String name) {
        return """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: shop, labels: {app: %s}}
                spec: {containers: [{name: c, image: c}]}
                """.formatted(name, name);
    }

    private static String txt(String before, String after) throws IOException {
        return write(ConnectionChangeList.TXT, before, after);
    }

    private static String write(ConnectionChangeList form, String before, String after) throws IOException {
        var text = new StringBuilder();
        form.write(
                ConnectivityDiff.of(
                        Connectivity.of(Clusters.of(before), CniProfile.NP_GUARD),
                        Connectivity.of(Clusters.of(after), CniProfile.NP_GUARD)),
                text);
        return text.toString();
    }
}
