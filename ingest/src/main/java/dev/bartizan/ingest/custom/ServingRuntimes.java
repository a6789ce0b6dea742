package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which runtime KServe picks for a model that names none: of those that support its format and protocol and may be picked, the runtimes of the namespace
 * before those of the cluster, and among them the one of the highest priority.
 *
 * <p>Source: KServe 0.15, how supporting runtimes are filtered and sorted (pkg/utils, ServingRuntime documentation, "Model format priority").
 */
final class ServingRuntimes {
    static final String GROUP = "serving.kserve.io";
    static final String OF_NAMESPACE = "ServingRuntime";
    static final String OF_CLUSTER = "ClusterServingRuntime";

    private final Inventory inventory;
    private final Map<Shelf, List<Offer>> offers = new HashMap<>();
    private final Map<Wish, Choice> chosen = new HashMap<>();

    /** The runtimes of a namespace, or of the cluster ({@code -}), that support a format. */
    private record Shelf(String cluster, String namespace, String format) {}

    /** A format that a runtime supports. */
    private record Offer(Identified runtime, Node format, long priority) {}

    /**
     * What a model asks for.
     *
     * @param version of the format; empty when any will do
     */
    record Wish(String cluster, String namespace, String format, String version, String protocol) {}

    /** What KServe does with a wish. */
    sealed interface Choice {
        /** It picks this one. */
        record Picked(Identified runtime) implements Choice {}

        /** It picks one of several, and nothing written says which. */
        record Open() implements Choice {}

        /** The input has none. */
        record None() implements Choice {}
    }

    ServingRuntimes(List<Identified> all, Inventory inventory) {
        this.inventory = inventory;
        for (Identified entry : all) {
            if (entry.manifest().is(GROUP, OF_NAMESPACE) || entry.manifest().is(GROUP, OF_CLUSTER)) {
                shelve(entry);
            }
        }
    }

    private void shelve(Identified runtime) {
        Node spec = runtime.manifest().root().get("spec");
        if (spec.get("disabled").isTrue() || spec.get("multiModel").isTrue()) {
            return;
        }
        for (Node format : spec.get("supportedModelFormats").items()) {
            if (format instanceof Mapping && format.get("autoSelect").isTrue()) {
                var shelf = new Shelf(
                        runtime.cluster(),
                        runtime.namespace(),
                        format.get("name").text(""));
                offers.computeIfAbsent(shelf, key -> new ArrayList<>())
                        .add(new Offer(runtime, format, priority(format)));
            }
        }
    }

    private static long priority(Node format) {
        return format.get("priority") instanceof Scalar scalar
                ? scalar.integer().orElse(0L)
                : 0;
    }

    /** The runtime of this name: that of the namespace hides that of the cluster. */
    Optional<Identified> named(Identified from, String name) {
        return inventory
                .find(from, GROUP, OF_NAMESPACE, from.namespace(), name)
                .or(() -> inventory.find(from, GROUP, OF_CLUSTER, "-", name));
    }

    Choice pick(Identified from, Wish wish) {
        Choice choice = chosen.computeIfAbsent(wish, this::choose);
        // Of variants of the runtime, the one nearest to the service.
        return choice instanceof Choice.Picked picked
                ? new Choice.Picked(
                        named(from, picked.runtime().examined().name()).orElse(picked.runtime()))
                : choice;
    }

    private Choice choose(Wish wish) {
        Choice ofNamespace = best(wish, wish.namespace());
        return ofNamespace instanceof Choice.None ? best(wish, "-") : ofNamespace;
    }

    private Choice best(Wish wish, String namespace) {
        var best = new HashMap<String, Offer>();
        long highest = Long.MIN_VALUE;
        for (Offer offer : offers.getOrDefault(new Shelf(wish.cluster(), namespace, wish.format()), List.of())) {
            if (fits(offer, wish) && offer.priority() >= highest) {
                if (offer.priority() > highest) {
                    best.clear();
                    highest = offer.priority();
                }
                best.putIfAbsent(offer.runtime().identity(), offer);
            }
        }
        return switch (best.size()) {
            case 0 -> new Choice.None();
            case 1 -> new Choice.Picked(best.values().iterator().next().runtime());
            default -> new Choice.Open();
        };
    }

    private static boolean fits(Offer offer, Wish wish) {
        List<Node> protocols = offer.runtime()
                .manifest()
                .root()
                .get("spec")
                .get("protocolVersions")
                .items();
        boolean speaks = protocols.isEmpty()
                || protocols.stream().anyMatch(protocol -> protocol.text("").equals(wish.protocol()));
        return speaks
                && (wish.version().isEmpty()
                        || offer.format().get("version").text("").equals(wish.version()));
    }
}
