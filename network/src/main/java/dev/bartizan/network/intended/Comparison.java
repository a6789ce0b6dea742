package dev.bartizan.network.intended;

import dev.bartizan.network.model.PortSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells apart what is declared and what was seen. */
final class Comparison {
    private final EndNames names;

    private record Way(End from, End to) {}

    Comparison(EndNames names) {
        this.names = names;
    }

    List<Remark> of(List<Traffic> declared, List<Traffic> seen) {
        var remarks = new ArrayList<Remark>();
        add("Seen, and declared nowhere", seen, declared, remarks);
        add("Declared, and not seen", declared, seen, remarks);
        return remarks;
    }

    private void add(String title, List<Traffic> some, List<Traffic> others, List<Remark> remarks) {
        Map<Way, PortSet> known = new HashMap<>();
        others.forEach(each -> known.merge(new Way(each.from(), each.to()), each.ports(), PortSet::union));
        List<String> lines = some.stream()
                .filter(each ->
                        !overlaps(each.ports(), known.getOrDefault(new Way(each.from(), each.to()), PortSet.NONE)))
                .map(names::of)
                .distinct()
                .toList();
        if (!lines.isEmpty()) {
            remarks.add(new Remark(title, lines));
        }
    }

    private static boolean overlaps(PortSet some, PortSet others) {
        return !some.minus(others).equals(some);
    }
}
