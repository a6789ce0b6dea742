package dev.bartizan.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Losses as people read them: those of a sort together, with the place of the first. */
public final class LossList {
    private final Map<Group, Map<String, List<Loss>>> groups = new LinkedHashMap<>();

    private record Group(Loss.Manner manner, String of, String why) {}

    private LossList(List<Loss> losses) {
        for (Loss loss : losses) {
            groups.computeIfAbsent(new Group(loss.manner(), loss.of(), loss.why()), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(loss.field(), _ -> new ArrayList<>())
                    .add(loss);
        }
    }

    public static LossList of(List<Loss> losses) {
        return new LossList(losses);
    }

    /** One line for what is lost of one sort of things for one reason: of what how much, and where the first stands. */
    public List<String> grouped() {
        return groups.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String line(Group group, Map<String, List<Loss>> fields) {
        String counts = fields.entrySet().stream()
                .map(field -> (field.getKey() + " " + field.getValue().size()).strip())
                .collect(Collectors.joining(", "));
        Loss first = fields.values().iterator().next().getFirst();
        return "%s: %s: %s; %s; first at %s"
                .formatted(group.manner().word(), group.of(), counts, group.why(), first.location());
    }
}
