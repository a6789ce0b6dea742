package dev.bartizan.network.suggest;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.engine.Assumptions;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Row;
import dev.bartizan.network.engine.Sweep;
import dev.bartizan.network.intended.IntendedTraffic;
import dev.bartizan.network.intended.KnownAddresses;
import dev.bartizan.network.mesh.Mesh;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.policies.Change;
import dev.bartizan.network.policies.ClusterReader;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A least set of policies, and what was established about it.
 *
 * @param files the text of each file by its path
 * @param after the cluster as it would be
 * @param isProven whether what is meant is allowed and nothing else but what labels or the kind of the policies force
 */
public record SuggestedSet(
        SortedMap<String, String> files, List<String> summary, Cluster after, Engine engine, boolean isProven) {

    public SuggestedSet {
        summary = List.copyOf(summary);
    }

    /**
     * What policies are made for.
     *
     * @param cluster of the snapshot
     * @param engine of the cluster
     * @param assumptions under which it was made
     * @param kinds of the policies, one of them of the network at most
     * @param hasStagedPolicies whether the network plugin knows policies that only report, as Calico does
     */
    public record Task(
            Snapshot snapshot,
            Mesh.Presence mesh,
            Cluster cluster,
            Engine engine,
            Assumptions assumptions,
            KnownAddresses known,
            List<PolicyKind> kinds,
            boolean hasStagedPolicies) {
        public Task {
            kinds = List.copyOf(kinds);
        }

        private List<PolicyForm> forms() {
            return kinds.stream().map(PolicyKind::form).toList();
        }
    }

    /** Makes the policies, writes them, reads them back and asks them. */
    public static SuggestedSet of(Task task, IntendedTraffic intended, DesignCheck design) {
        Cluster cluster = task.cluster();
        List<PolicyForm> forms = task.forms();
        var segments = new Segments(cluster, task.assumptions().hostNetworkIsNode(), labels(forms));
        List<Policy> replaceable = cluster.policies().stream()
                .filter(policy -> forms.stream().anyMatch(form -> form.replaces(policy)))
                .toList();
        Set<String> free = ids(replaceable);
        List<Policy> taken = cluster.policies().stream()
                .filter(policy -> !free.contains(policy.id())
                        && forms.stream().anyMatch(form -> form.kinds().contains(policy.kind())))
                .toList();
        Synthesis.Answer answer = Synthesis.run(
                cluster,
                segments,
                new Peers(segments, task.known(), forms),
                intended.traffic(),
                taken,
                Mesh.rootNamespaces(task.snapshot()));
        List<Policy> replaced = replaceable.stream()
                .filter(policy -> answer.namespaces().contains(namespace(policy)))
                .toList();
        var written = new PolicyFiles(answer, forms, task.hasStagedPolicies());
        Set<String> gone = ids(replaced);
        Cluster after = read(
                task, new Change(gone, written.manifests()), written.texts().keySet());
        Engine engine = Engine.of(after, task.assumptions());
        var endpoints = new Endpoints(task.snapshot().platform(), after, segments);
        Predicate<Pod> isExempt = pod -> (task.assumptions().hostNetworkIsNode() && pod.isOnHostNetwork())
                || !answer.namespaces().contains(pod.namespace());
        boolean hasOthers = cluster.policies().stream().anyMatch(policy -> !gone.contains(policy.id()));
        var proof = new Proof(
                new Proof.Case(after, engine, new Staying(task, gone), endpoints, answer, forms, isExempt, hasOthers));
        var matrix = new Matrix(after, engine);
        Sweep sweep = engine.sweep();
        for (int party = 0; party < engine.parties(); party++) {
            Row row = sweep.row(party);
            proof.add(party, row);
            matrix.add(party, row);
        }
        SortedMap<Matrix.Cell, Long> before = Matrix.of(cluster, task.engine()).counts();
        var kept = new Replaced(task.snapshot(), replaced, written);
        List<String> audit = forms.stream()
                .flatMap(form -> form.audit(task.hasStagedPolicies()).stream())
                .toList();
        var rollOut = new RollOut(answer, audit, written, kept);
        var report = new Report(
                answer,
                forms,
                proof.found(),
                new Report.Sharing(
                        endpoints.joined(after), new Twins(task.snapshot().platform(), after, segments, endpoints)),
                new Report.Wanted(intended, design.of(after, engine)),
                new Report.Change(before, matrix.counts(), rollOut.lines(before)));
        var files = new TreeMap<>(written.texts());
        files.putAll(written.staged());
        files.putAll(kept.files());
        files.put("README.md", report.page());
        files.put("rollback.sh", rollOut.rollback(before));
        files.put("pairs.csv", PairList.csv(proof.found().listed()));
        return new SuggestedSet(files, report.summary(), after, engine, report.isProven());
    }

    /** The cluster without what is replaced, worked out when somebody asks. */
    private static final class Staying implements Supplier<Engine> {
        private final Task task;
        private final Set<String> gone;
        private final List<Engine> made = new ArrayList<>(1);

        Staying(Task task, Set<String> gone) {
            this.task = task;
            this.gone = gone;
        }

        @Override
        public Engine get() {
            if (made.isEmpty()) {
                Cluster staying = read(task, new Change(gone, List.of()), Set.of());
                made.add(Engine.of(staying, task.assumptions()));
            }
            return made.getFirst();
        }
    }

    /** Those that only one of several forms knows are of no use: what it selects by them the others cannot. */
    private static Function<Pod, Map<String, String>> labels(List<PolicyForm> forms) {
        return pod -> forms.size() == 1 ? forms.getFirst().labels(pod) : Map.of();
    }

    private static Set<String> ids(List<Policy> policies) {
        return policies.stream().map(Policy::id).collect(Collectors.toSet());
    }

    private static String namespace(Policy policy) {
        return policy.name().substring(0, Math.max(0, policy.name().indexOf('/')));
    }

    private static Cluster read(Task task, Change change, Set<String> files) {
        ClusterReader.Answer read = ClusterReader.read(task.snapshot(), task.mesh(), change);
        boolean isWrong = read.problems().stream()
                .anyMatch(problem -> problem.level() != Problem.Level.NOTICE
                        && problem.location()
                                .map(place -> files.contains(place.file()))
                                .orElse(false));
        if (isWrong) {
            throw new IllegalStateException("a policy was written that cannot be evaluated");
        }
        return read.cluster();
    }
}
