package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Transport;
import dev.bartizan.graph.Truth;
import dev.bartizan.network.model.Protocol;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkAnalysisTest {
    private static final int CLUSTERS = 80;

    private static final String SHOP = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: db}}
              ingress:
                - from: [{podSelector: {matchLabels: {app: web}}}]
                  ports: [{port: 5432}]
            """;

    private static ReachabilityFacts facts(Snapshot snapshot, CniProfile profile) {
        return NetworkAnalysis.run(snapshot, new NetworkAnalysis.Question(Optional.of(profile), List.of()))
                .facts();
    }

    private static int asset(Snapshot snapshot, String name) {
        return snapshot.platform().index("k8s:-/core/Pod/shop/" + name).orElseThrow();
    }

    @Test
    void aPairIsDecidedByBothSidesAndTheLineIsNamed() {
        var snapshot = Clusters.of(SHOP);
        var facts = facts(snapshot, CniProfile.KUBERNETES);
        int web = asset(snapshot, "web");
        int db = asset(snapshot, "db");

        assertThat(facts.verdict(web, db, Transport.TCP, 5432)).isEqualTo(Truth.CONFIRMED);
        assertThat(facts.verdict(web, db, Transport.TCP, 22)).isEqualTo(Truth.REFUTED);
        assertThat(facts.verdict(db, web, Transport.TCP, 22)).isEqualTo(Truth.CONFIRMED);
        assertThat(facts.witness(web, db, Transport.TCP, 5432))
                .extracting(Evidence::statement, evidence -> evidence.location().line())
                .containsExactly(tuple("NetworkPolicy shop/db allows it by rule 1", 17));
        assertThat(facts.sources(db).get(web)).isTrue();
    }

    @Test
    void thoseAboutWhomTheSameRulesAreAskedShareARow() {
        var facts = facts(Clusters.of(SHOP), CniProfile.KUBERNETES);

        assertThat(facts.egress().rows()).isEqualTo(1);
        assertThat(facts.ingress().rows()).isEqualTo(2);
        assertThat(facts.egress().row(0).orElseThrow()).hasSize(1);
    }

    /** What isolates two namespaces says the same of both, at different lines. */
    @Test
    void eachIsToldOfThePolicyThatIsolatesIt() {
        String shop = """
                {apiVersion: v1, kind: Pod, metadata: {name: %1$s, namespace: %1$s}, spec: {containers: [{name: c}]}}
                ---
                {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: deny, namespace: %1$s}, spec: {}}
                ---
                """;
        var snapshot = Clusters.of(shop.formatted("one") + shop.formatted("two"));
        var facts = facts(snapshot, CniProfile.KUBERNETES);
        int one = snapshot.platform().index("k8s:-/core/Pod/one/one").orElseThrow();
        int two = snapshot.platform().index("k8s:-/core/Pod/two/two").orElseThrow();

        assertThat(facts.witness(two, one, Transport.TCP, 80))
                .extracting(Evidence::statement)
                .containsExactly("NetworkPolicy one/deny isolates the pod, and no rule allows it");
        assertThat(facts.witness(one, two, Transport.TCP, 80))
                .extracting(Evidence::statement)
                .containsExactly("NetworkPolicy two/deny isolates the pod, and no rule allows it");
    }

    /** The rows of the engine and the tables of the facts are made by different ways through the rules. */
    @ParameterizedTest
    @EnumSource(CniProfile.class)
    void theTablesSayWhatTheRowsSay(CniProfile profile) {
        for (int seed = 1; seed <= CLUSTERS; seed++) {
            var cluster = NaiveCluster.open(seed);
            var snapshot = Clusters.of(cluster.yaml());
            var facts = facts(snapshot, profile);
            var connectivity = Connectivity.of(snapshot, profile);
            for (NaiveCluster.Packet packet : cluster.packets()) {
                Peer from = connectivity.peer(packet.from()).orElseThrow();
                Peer to = connectivity.peer(packet.to()).orElseThrow();
                Connection connection = connectivity.connection(from, to);
                Protocol protocol = Protocol.of(packet.protocol()).orElseThrow();
                Truth truth =
                        facts.between(from.party(), to.party(), Transport.valueOf(protocol.name()), packet.port());

                assertThat(truth.word())
                        .as("cluster %d: %s%n%s", seed, packet, cluster.yaml())
                        .isEqualTo(word(connection, protocol, packet.port()));
            }
        }
    }

    private static String word(Connection connection, Protocol protocol, int port) {
        return connection.allowed().contains(protocol, port)
                ? "confirmed"
                : connection.depends().contains(protocol, port) ? "undecided" : "refuted";
    }
}
