package dev.bartizan.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Losses as people read them: those of a sort together, with the first places. */
public final class LossList {
    private static final int SHOWN = 3;

    private final Map<Group, List<Loss>> groups = new LinkedHashMap<>();

    private record Group(Loss.Manner manner, String name, String why) {}

    private LossList(List<Loss> losses) {
        for (Loss loss : losses) {
            groups.computeIfAbsent(new Group(loss.manner(), loss.group(), loss.why()), _ -> new ArrayList<>())
                    .add(loss);
        }
    }

    public static LossList of(List<Loss> losses) {
        return new LossList(losses);
    }

    /** One line for each sort: how many there are, why, and where the first stand. */
    public List<String> grouped() {
        return groups.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String line(Group group, List<Loss> losses) {
        List<String> places = losses.stream()
                .map(loss -> loss.location().toString())
                .distinct()
                .toList();
        String shown = String.join(", ", places.subList(0, Math.min(SHOWN, places.size())));
        return "%s: %s (%d): %s; %s%s"
                .formatted(
                        group.manner().word(),
                        group.name(),
                        losses.size(),
                        group.why(),
                        shown,
                        places.size() > SHOWN ? ", and " + (places.size() - SHOWN) + " more places" : "");
    }
}
