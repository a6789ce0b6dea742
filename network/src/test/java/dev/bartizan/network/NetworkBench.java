package dev.bartizan.network;

import dev.bartizan.network.engine.Assumptions;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Sweep;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Protocol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Measures the engine on invented clusters and holds it to its targets; see scripts/bench/network.sh. Manifests are read before the clock starts. */
public final class NetworkBench {
    private static final Assumptions ASSUMPTIONS = new Assumptions(true, true, false);
    private static final int ROUNDS = 5;
    private static final GeneratedCluster USUAL = new GeneratedCluster(10_000, 1_000, 1_000, 32);
    private static final GeneratedCluster LARGE = new GeneratedCluster(10_000, 10_000, 10_000, 64);
    private static final GeneratedCluster MANY_PODS = new GeneratedCluster(100_000, 10_000, 10_000, 64);
    private static final int NAIVE_PODS = 60;
    private static final int NAIVE_POLICIES = 60;

    private final List<String> lines = new ArrayList<>();
    private boolean isKept = true;

    private NetworkBench() {}

    /** Ends with 1 when a target is missed. */
    public static void main(String[] words) throws IOException {
        var bench = new NetworkBench();
        bench.run();
        String table = String.join("\n", bench.lines) + "\n";
        Path file = Path.of(words[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, table, StandardCharsets.UTF_8);
        System.out.print(table);
        System.exit(bench.isKept ? 0 : 1);
    }

    private void run() {
        lines.add(Runtime.getRuntime().availableProcessors() + " processors, medians of " + ROUNDS + " warm rounds\n");
        lines.add("| classes | policies | compile ms | all pairs ms | ns a pair |");
        lines.add("|---|---|---|---|---|");
        for (int classes : new int[] {500, 1_000, 2_000, 4_000}) {
            growth(new GeneratedCluster(10 * classes, classes, classes, 32));
        }
        lines.add("\n| target | measured | limit | |");
        lines.add("|---|---|---|---|");
        Cluster usual = USUAL.cluster();
        target("10,000 pods in 1,000 classes, 1,000 policies, all pairs, ms", milliseconds(() -> allPairs(usual)), 150);
        Cluster changed = changed(usual);
        target("the same after one policy changed, ms", milliseconds(() -> allPairs(changed)), 50);
        Cluster large = LARGE.cluster();
        target("10,000 classes, 10,000 policies, 64 ports, all pairs, ms", milliseconds(() -> allPairs(large)), 3_000);
        Engine many = Engine.of(MANY_PODS.cluster(), ASSUMPTIONS);
        target("one source of 100,000 pods, ms", milliseconds(() -> many.row(many.partyOf(7))), 10);
        lines.add(String.format(
                Locale.ROOT,
                "\nThe naive evaluator of the tests takes %.0f times as long for each packet.",
                naivePacket() / enginePacket()));
    }

    private void growth(GeneratedCluster size) {
        Cluster cluster = size.cluster();
        double compile = milliseconds(() -> Engine.of(cluster, ASSUMPTIONS));
        double all = milliseconds(() -> allPairs(cluster));
        double pairs = (double) size.classes() * size.classes();
        lines.add(String.format(
                Locale.ROOT,
                "| %d | %d | %.0f | %.0f | %.1f |",
                size.classes(),
                size.policies(),
                compile,
                all,
                all * 1e6 / pairs));
    }

    /** Rows are worked out on all processors and dropped, as a report does that counts. */
    private static int allPairs(Cluster cluster) {
        Engine engine = Engine.of(cluster, ASSUMPTIONS);
        int workers = Runtime.getRuntime().availableProcessors();
        return IntStream.range(0, workers)
                .parallel()
                .map(worker -> {
                    Sweep sweep = engine.sweep();
                    return IntStream.range(0, engine.parties())
                            .filter(party -> party % workers == worker)
                            .map(party -> sweep.row(party).reached().cardinality())
                            .sum();
                })
                .sum();
    }

    private static Cluster changed(Cluster cluster) {
        List<Policy> policies = new ArrayList<>(cluster.policies());
        policies.set(0, USUAL.policy(0, new Random(1)));
        return new Cluster(cluster.pods(), cluster.namespaces(), policies);
    }

    private void target(String what, double measured, double limit) {
        isKept &= measured <= limit;
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.0f | %s |",
                what,
                measured,
                limit,
                measured <= limit ? "kept" : "MISSED"));
    }

    private static double milliseconds(Supplier<?> work) {
        double[] rounds = new double[ROUNDS];
        for (int i = -ROUNDS; i < ROUNDS; i++) {
            long start = System.nanoTime();
            Object answer = work.get();
            rounds[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
            Objects.requireNonNull(answer);
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    private static double naivePacket() {
        var cluster = NaiveCluster.ofSize(1, NAIVE_PODS, NAIVE_POLICIES);
        List<NaiveCluster.Packet> packets = cluster.packets();
        return milliseconds(() -> packets.stream()
                        .filter(packet -> cluster.isAllowed(packet, NaiveCluster.World.OF_NP_GUARD))
                        .count())
                / packets.size();
    }

    /** The engine answers all ports of a pair at once: here it is asked for all pairs, and for as many ports as a naive packet has protocols and ports. */
    private static double enginePacket() {
        var connectivity = Connectivity.of(
                Clusters.of(NaiveCluster.ofSize(1, NAIVE_PODS, NAIVE_POLICIES).yaml()), CniProfile.NP_GUARD);
        int packets = NAIVE_PODS * NAIVE_PODS * Protocol.values().length * NaiveCluster.ports();
        return milliseconds(connectivity::connections) / packets;
    }
}
