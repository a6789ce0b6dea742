package dev.bartizan.baseline;

import dev.bartizan.baseline.manifest.ImageTexts;
import dev.bartizan.graph.Asset;
import dev.bartizan.knowledge.Check;
import dev.bartizan.knowledge.NodeAgent;
import dev.bartizan.rules.Observation;
import dev.bartizan.rules.Witness;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the failures that a node agent is there for from all others. A name proves nothing: the images must be the agent's own, in a namespace where
 * it belongs, and only the values that it needs are meant.
 */
final class ByDesign {
    private final PlatformIndex platform;
    /** Most checks are none that any agent needs to fail. */
    private final Map<String, List<NodeAgent>> byCheck = new HashMap<>();

    private final List<String> approvedRegistries;

    ByDesign(PlatformIndex platform, List<NodeAgent> agents, List<String> approvedRegistries) {
        this.platform = platform;
        for (NodeAgent agent : agents) {
            agent.needs()
                    .keySet()
                    .forEach(check -> byCheck.computeIfAbsent(check, key -> new ArrayList<>())
                            .add(agent));
        }
        this.approvedRegistries = List.copyOf(approvedRegistries);
    }

    /** The agent whose design this failure is. */
    Optional<NodeAgent> agent(Check check, Binding binding, Witness witness) {
        List<NodeAgent> candidates = byCheck.getOrDefault(check.id(), List.of());
        List<Node> containers = candidates.isEmpty() ? List.of() : binding.containers();
        if (containers.isEmpty()) {
            return Optional.empty();
        }
        Asset asset = platform.platform().asset(binding.asset());
        return candidates.stream()
                .filter(agent -> agent.belongs(asset.namespace(), asset.name()))
                .filter(agent -> agent.needs(check.id())
                        .filter(values -> areMeant(values, witness))
                        .isPresent())
                .filter(agent -> containers.stream().allMatch(container -> runs(agent, container)))
                .findFirst();
    }

    private boolean runs(NodeAgent agent, Node container) {
        String reference = container.get("image").text("");
        var image = ImageTexts.of(reference);
        return agent.runs(image.isReadable() ? image.name() : reference, approvedRegistries);
    }

    private static boolean areMeant(List<String> values, Witness witness) {
        return values.isEmpty()
                || values.stream()
                        .anyMatch(value -> witness.observations().stream().anyMatch(seen -> isAbout(seen, value)));
    }

    /** Of a path of the node or what lies below it, of a setting by its key, of anything else by its text. */
    private static boolean isAbout(Observation seen, String value) {
        String pointer = seen.location().pointer();
        String key = pointer.substring(pointer.lastIndexOf('/') + 1);
        String text = seen.value().flatMap(Node::text).orElse("");
        return value.startsWith("/")
                ? key.equals("path") && isWithin(text, value)
                : key.equals(value) || text.equals(value);
    }

    private static boolean isWithin(String path, String ancestor) {
        return path.equals(ancestor)
                || (ancestor.length() > 1 && path.startsWith(ancestor + "/") && !path.contains("/.."));
    }
}
