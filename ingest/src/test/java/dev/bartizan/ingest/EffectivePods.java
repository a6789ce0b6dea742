package dev.bartizan.ingest;

import dev.bartizan.graph.PodTemplate;
import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import java.util.List;
import java.util.stream.IntStream;

/** Finds effective pods and tells where their values stand, the way tests compare it. */
public final class EffectivePods {
    private EffectivePods() {}

    /** The pods of an asset, by its kind and name. */
    public static List<PodTemplate> podsOf(Ingested ingested, String kind, String name) {
        return ingested.trees().pods().stream()
                .filter(pod -> ingested.platform().asset(pod.asset()).kind().equals(kind))
                .filter(pod -> ingested.platform().asset(pod.asset()).name().equals(name))
                .toList();
    }

    /** The only pod of an asset. */
    public static PodTemplate only(Ingested ingested, String kind, String name) {
        List<PodTemplate> pods = podsOf(ingested, kind, name);
        if (pods.size() != 1) {
            throw new AssertionError(kind + " " + name + " has " + pods.size() + " pods: " + Ingesting.pods(ingested));
        }
        return pods.getFirst();
    }

    /** {@code text at file:line pointer} of the value that these steps lead to; of what is absent {@code absent}. */
    public static String value(PodTemplate pod, String... steps) {
        return follow(pod.spec(), pod.pointer(), steps);
    }

    /** The same below the metadata. */
    public static String metadata(PodTemplate pod, String... steps) {
        return follow(pod.metadata(), "/metadata", steps);
    }

    private static String follow(Node from, String at, String... steps) {
        Node node = from;
        String pointer = at;
        for (String step : steps) {
            pointer = node.pointerOf(step, pointer);
            node = node instanceof Sequence ? node.get(Integer.parseInt(step)) : node.get(step);
        }
        Location place = node.location(pointer);
        return words(node) + " at " + place.file() + ":" + place.line() + " " + place.pointer();
    }

    /** All that the pods say, and where. */
    public static List<String> told(Ingested ingested) {
        return ingested.trees().pods().stream()
                .map(pod -> pod.asset() + " " + pod.shape() + " " + pod.sources() + " "
                        + told(pod.spec(), pod.pointer()) + " " + told(pod.metadata(), ""))
                .toList();
    }

    private static String told(Node node, String pointer) {
        return node.location(pointer)
                + switch (node) {
                    case Scalar scalar -> pointer + "=" + scalar.raw();
                    case Mapping mapping ->
                        IntStream.range(0, mapping.size())
                                .mapToObj(i -> told(mapping.value(i), mapping.pointerAt(i, pointer)))
                                .toList()
                                .toString();
                    case Sequence sequence ->
                        IntStream.range(0, sequence.size())
                                .mapToObj(i -> told(sequence.get(i), sequence.pointerOf(Integer.toString(i), pointer)))
                                .toList()
                                .toString();
                    case Node _ -> pointer;
                };
    }

    private static String words(Node node) {
        return switch (node) {
            case Scalar scalar -> scalar.raw();
            case Mapping mapping -> "mapping of " + mapping.size();
            case Sequence sequence -> "list of " + sequence.size();
            case Node _ -> "absent";
        };
    }
}
