package dev.bartizan.network.flip;

import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Names one side of a connection, and has it in the lowered form that is evaluated.
 *
 * @param namespace of a pod
 * @param labels of a pod, those that stay
 * @param blocks of addresses outside
 * @param principal that a pod can show to a mesh
 */
record PeerWords(
        Optional<String> namespace,
        Map<String, String> labels,
        List<String> blocks,
        Optional<String> principal,
        List<PeerMatch> peers) {
    static final String NAME_LABEL = "kubernetes.io/metadata.name";

    /** What controllers and releases write, and may write otherwise tomorrow. */
    private static final Set<String> VOLATILE = Set.of(
            "pod-template-hash",
            "controller-revision-hash",
            "pod-template-generation",
            "statefulset.kubernetes.io/pod-name",
            "apps.kubernetes.io/pod-index",
            "batch.kubernetes.io/job-name",
            "batch.kubernetes.io/controller-uid",
            "job-name",
            "controller-uid",
            "app.kubernetes.io/version",
            "helm.sh/chart",
            "sidecar.istio.io/inject");

    PeerWords {
        blocks = List.copyOf(blocks);
        peers = List.copyOf(peers);
    }

    /** An item of {@code from} or {@code to} of a NetworkPolicy, on one line. */
    String yaml() {
        return namespace
                .map(name -> "namespaceSelector: {matchLabels: {" + NAME_LABEL + ": " + quoted(name)
                        + "}}, podSelector: " + yaml(labels))
                .orElseGet(() -> blocks.stream()
                        .map(block -> "ipBlock: {cidr: " + quoted(block) + "}")
                        .collect(Collectors.joining("}, {")));
    }

    static PeerWords of(End end, Cluster cluster) {
        return switch (end) {
            case End.OfPod(int pod) -> of(cluster.pods().get(pod));
            case End.OfAddresses(AddressRange range) -> of(range);
        };
    }

    private static PeerWords of(Pod pod) {
        LabelSelector namespaces = selector(Map.of(NAME_LABEL, pod.namespace()));
        Map<String, String> labels = stable(pod);
        return new PeerWords(
                Optional.of(pod.namespace()),
                labels,
                List.of(),
                Optional.ofNullable(pod.attributes().get(Pod.PRINCIPAL)),
                List.of(new PeerMatch.Pods(PodMatch.across(namespaces, selector(labels)))));
    }

    private static PeerWords of(AddressRange range) {
        List<AddressRange> blocks = new ArrayList<>();
        var words = new ArrayList<String>();
        BigInteger first = range.first();
        while (first.compareTo(range.last()) <= 0) {
            int free = first.signum() == 0 ? range.bits() : Math.min(first.getLowestSetBit(), range.bits());
            while (first.add(BigInteger.ONE.shiftLeft(free))
                            .subtract(BigInteger.ONE)
                            .compareTo(range.last())
                    > 0) {
                free--;
            }
            BigInteger next = first.add(BigInteger.ONE.shiftLeft(free));
            var block = new AddressRange(range.bits(), first, next.subtract(BigInteger.ONE));
            blocks.add(block);
            String start = block.toString().substring(0, block.toString().indexOf('-'));
            words.add(start + "/" + (range.bits() - free));
            first = next;
        }
        return new PeerWords(
                Optional.empty(),
                Map.of(),
                words,
                Optional.empty(),
                blocks.stream()
                        .<PeerMatch>map(block -> new PeerMatch.Addresses(block, List.of()))
                        .toList());
    }

    /** Labels of a pod that stay when it is made anew. */
    static Map<String, String> stable(Pod pod) {
        var labels = new TreeMap<>(pod.labels());
        labels.keySet().removeAll(VOLATILE);
        return labels;
    }

    static LabelSelector selector(Map<String, String> labels) {
        return new LabelSelector(new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label ->
                                new Requirement(label.getKey(), Operator.IN, new TreeSet<>(List.of(label.getValue()))))
                        .toList());
    }

    /** {@code {matchLabels: {app: "web"}}}. */
    static String yaml(Map<String, String> labels) {
        return labels.isEmpty()
                ? "{}"
                : labels.entrySet().stream()
                        .map(label -> quoted(label.getKey()) + ": " + quoted(label.getValue()))
                        .collect(Collectors.joining(", ", "{matchLabels: {", "}}"));
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
