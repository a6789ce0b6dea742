package dev.bartizan.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fewest controls of which every incident meets one.
 *
 * @param isFewest whether no smaller set does
 */
record SmallestCut(NavigableSet<String> controls, boolean isFewest) {
    /** A larger set is no longer searched for by trying: each further one multiplies the tries. */
    private static final int MOST_TRIED = 7;

    SmallestCut {
        controls = new TreeSet<>(controls);
    }

    /** @param incidents the controls that stop each; those that none stops are left out */
    static SmallestCut of(List<NavigableSet<String>> incidents) {
        List<NavigableSet<String>> asked =
                incidents.stream().filter(controls -> !controls.isEmpty()).toList();
        for (int size = 0; size <= MOST_TRIED; size++) {
            Optional<NavigableSet<String>> found = search(asked, new TreeSet<>(), size);
            if (found.isPresent()) {
                return new SmallestCut(found.get(), true);
            }
        }
        return new SmallestCut(greedy(asked), false);
    }

    private static Optional<NavigableSet<String>> search(
            List<NavigableSet<String>> asked, NavigableSet<String> chosen, int left) {
        Optional<NavigableSet<String>> open = asked.stream()
                .filter(controls -> controls.stream().noneMatch(chosen::contains))
                .findFirst();
        if (open.isEmpty()) {
            return Optional.of(chosen);
        }
        if (left == 0) {
            return Optional.empty();
        }
        for (String control : open.get()) {
            var more = new TreeSet<>(chosen);
            more.add(control);
            Optional<NavigableSet<String>> found = search(asked, more, left - 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static NavigableSet<String> greedy(List<NavigableSet<String>> asked) {
        var chosen = new TreeSet<String>();
        var open = new ArrayList<>(asked);
        while (!open.isEmpty()) {
            SortedMap<String, Integer> counts = new TreeMap<>();
            open.forEach(controls -> controls.forEach(control -> counts.merge(control, 1, Integer::sum)));
            String best = counts.firstKey();
            for (String control : counts.keySet()) {
                best = counts.getOrDefault(control, 0) > counts.getOrDefault(best, 0) ? control : best;
            }
            String taken = best;
            chosen.add(taken);
            open.removeIf(controls -> controls.contains(taken));
        }
        return chosen;
    }
}
