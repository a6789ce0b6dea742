package dev.bartizan.diagram;

import dev.bartizan.diagram.ConnectionPicture.Arrow;
import dev.bartizan.diagram.ConnectionPicture.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Draws together what would be drawn many times: an arrow from or to every node of a group becomes one from or to the group. What all nodes of a group may do
 * with each other becomes a word in its heading.
 */
final class GroupedArrows {
    private final List<Arrow> arrows = new ArrayList<>();
    private final Map<String, String> headings = new TreeMap<>();
    private final Map<String, List<String>> groups = new TreeMap<>();

    private record Pair(String from, String to) {}

    private GroupedArrows(List<Node> nodes) {
        nodes.forEach(node ->
                groups.computeIfAbsent(node.group(), key -> new ArrayList<>()).add(node.id()));
    }

    static GroupedArrows of(List<Node> nodes, List<Arrow> arrows) {
        var grouped = new GroupedArrows(nodes);
        blocks(nodes, arrows).forEach(grouped::block);
        return grouped;
    }

    /** One arrow from each group to each other, however many nodes have one. */
    static GroupedArrows overview(List<Node> nodes, List<Arrow> arrows) {
        var grouped = new GroupedArrows(nodes);
        blocks(nodes, arrows).forEach(grouped::whole);
        return grouped;
    }

    private static Map<Pair, Map<Pair, Arrow>> blocks(List<Node> nodes, List<Arrow> arrows) {
        Map<String, String> groupOf = new HashMap<>();
        nodes.forEach(node -> groupOf.put(node.id(), node.group()));
        Map<Pair, Map<Pair, Arrow>> blocks = new LinkedHashMap<>();
        for (Arrow arrow : arrows) {
            var block = new Pair(
                    Objects.requireNonNull(groupOf.get(arrow.from())), Objects.requireNonNull(groupOf.get(arrow.to())));
            blocks.computeIfAbsent(block, key -> new LinkedHashMap<>()).put(new Pair(arrow.from(), arrow.to()), arrow);
        }
        return blocks;
    }

    /** From nodes or {@link #group groups}, to nodes or groups. */
    List<Arrow> arrows() {
        return List.copyOf(arrows);
    }

    /** What the nodes of a group may all do with each other. */
    Optional<String> heading(String group) {
        return Optional.ofNullable(headings.get(group));
    }

    /** The end of an arrow that means every node of a group. */
    static String group(String name) {
        return "group " + name;
    }

    private void whole(Pair block, Map<Pair, Arrow> cells) {
        long labels = cells.values().stream().map(Arrow::label).distinct().count();
        Arrow first = cells.values().iterator().next();
        String pairs = cells.size() == 1 ? "1 pair" : cells.size() + " pairs";
        String label = (labels == 1 ? first.label() + ", " : "") + pairs;
        if (block.from().equals(block.to())) {
            headings.put(block.from(), label);
        } else {
            boolean isUncertain = cells.values().stream().allMatch(Arrow::isUncertain);
            arrows.add(new Arrow(group(block.from()), group(block.to()), label, isUncertain));
        }
    }

    private void block(Pair block, Map<Pair, Arrow> cells) {
        List<String> senders = groups.getOrDefault(block.from(), List.of());
        List<String> receivers = groups.getOrDefault(block.to(), List.of());
        boolean isInside = block.from().equals(block.to());
        Optional<Arrow> all = same(senders, receivers, cells);
        if (all.isPresent() && isInside && senders.size() > 1) {
            headings.put(block.from(), all.get().label());
        } else if (all.isPresent() && !isInside && senders.size() * receivers.size() > 1) {
            arrows.add(end(all.get(), senders, block.from(), receivers, block.to()));
        } else if (isInside) {
            arrows.addAll(cells.values());
        } else {
            rowsAndColumns(block, senders, receivers, cells);
        }
    }

    private void rowsAndColumns(Pair block, List<String> senders, List<String> receivers, Map<Pair, Arrow> cells) {
        var rest = new LinkedHashMap<>(cells);
        for (String sender : senders) {
            Optional<Arrow> row = receivers.size() > 1 ? same(List.of(sender), receivers, rest) : Optional.empty();
            row.ifPresent(arrow -> {
                arrows.add(end(arrow, List.of(sender), block.from(), receivers, block.to()));
                receivers.forEach(receiver -> rest.remove(new Pair(sender, receiver)));
            });
        }
        for (String receiver : receivers) {
            Optional<Arrow> column = senders.size() > 1 ? same(senders, List.of(receiver), rest) : Optional.empty();
            column.ifPresent(arrow -> {
                arrows.add(end(arrow, senders, block.from(), List.of(receiver), block.to()));
                senders.forEach(sender -> rest.remove(new Pair(sender, receiver)));
            });
        }
        arrows.addAll(rest.values());
    }

    private static Arrow end(
            Arrow like, List<String> senders, String fromGroup, List<String> receivers, String toGroup) {
        return new Arrow(
                senders.size() == 1 ? senders.getFirst() : group(fromGroup),
                receivers.size() == 1 ? receivers.getFirst() : group(toGroup),
                like.label(),
                like.isUncertain());
    }

    /** The arrow that each of some has to each of others, if it is the same for all; nodes have none to themselves. */
    private static Optional<Arrow> same(List<String> senders, List<String> receivers, Map<Pair, Arrow> cells) {
        Optional<Arrow> first = Optional.empty();
        for (String sender : senders) {
            for (String receiver : receivers) {
                if (!sender.equals(receiver)) {
                    Arrow arrow = cells.get(new Pair(sender, receiver));
                    if (arrow == null
                            || first.filter(known -> !known.label().equals(arrow.label()))
                                    .isPresent()) {
                        return Optional.empty();
                    }
                    first = Optional.of(arrow);
                }
            }
        }
        return first;
    }
}
