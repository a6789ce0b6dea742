package dev.bartizan.network.suggest;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.engine.Assumptions;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Row;
import dev.bartizan.network.intended.IntendedTraffic;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Tier;
import dev.bartizan.network.policies.PolicyDocuments;
import dev.bartizan.source.Reading;
import dev.bartizan.source.SourceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A least set of policies, and what was established about it.
 *
 * @param files the text of each file by its path
 * @param isProven whether what is meant is allowed and nothing else but what labels force
 */
public record SuggestedSet(SortedMap<String, String> files, List<String> summary, boolean isProven) {

    public SuggestedSet {
        summary = List.copyOf(summary);
    }

    /** Makes the policies, writes them, reads them back and asks them. */
    public static SuggestedSet of(
            Snapshot snapshot,
            Cluster cluster,
            IntendedTraffic intended,
            KnownAddresses known,
            Assumptions assumptions) {
        var segments = new Segments(cluster, assumptions.hostNetworkIsNode());
        Synthesis.Answer answer = Synthesis.run(cluster, segments, intended.traffic(), known);
        Map<String, String> written = PolicyFiles.of(answer);
        List<Policy> replaced = cluster.policies().stream()
                .filter(policy -> policy.tier().equals(Tier.NAMESPACE)
                        && policy.kind().equals("NetworkPolicy")
                        && answer.namespaces().contains(namespace(policy)))
                .toList();
        var staying = new ArrayList<>(cluster.policies());
        staying.removeAll(replaced);
        var others = new Cluster(cluster.pods(), cluster.namespaces(), staying);
        var after = new Cluster(cluster.pods(), cluster.namespaces(), policies(snapshot, others, written));
        Engine engine = Engine.of(after, assumptions);
        Predicate<Pod> isExempt = pod -> (assumptions.hostNetworkIsNode() && pod.isOnHostNetwork())
                || !answer.namespaces().contains(pod.namespace());
        var proof = new Proof(
                after,
                engine,
                Engine.of(others, assumptions),
                new Expected(after, answer.kept(), known),
                answer,
                isExempt);
        var matrix = new Matrix(after, engine);
        for (int party = 0; party < engine.parties(); party++) {
            Row row = engine.row(party);
            proof.add(party, row);
            matrix.add(party, row);
        }
        var report = new Report(
                answer,
                proof.pairs(),
                replaced,
                Matrix.of(cluster, Engine.of(cluster, assumptions)).counts(),
                matrix.counts(),
                intended.isCut());
        var files = new TreeMap<>(written);
        files.put("README.md", report.page());
        files.put("rollback.sh", report.rollback());
        files.put("pairs.csv", PairList.csv(proof.pairs()));
        return new SuggestedSet(files, report.summary(), report.isProven());
    }

    private static String namespace(Policy policy) {
        return policy.name().substring(0, Math.max(0, policy.name().indexOf('/')));
    }

    private static List<Policy> policies(Snapshot snapshot, Cluster cluster, Map<String, String> written) {
        var policies = new ArrayList<>(cluster.policies());
        var documents = new PolicyDocuments(snapshot, cluster.namespaces());
        for (var file : written.entrySet()) {
            Reading reading = SourceReader.parse(file.getKey(), file.getValue());
            PolicyDocuments.Answer read = documents.read(reading);
            if (!read.problems().isEmpty() || read.others() > 0) {
                throw new IllegalStateException("a policy was written that cannot be read: " + file.getKey());
            }
            policies.addAll(read.policies());
        }
        return policies;
    }
}
