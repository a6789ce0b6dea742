package dev.bartizan.threats.paths;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an attacker can hold, as nodes, and the steps between them. A step goes away when one of its fixes is applied. Steps of length 0 only connect: they
 * are no act of the attacker.
 */
public final class AttackGraph {
    private final List<Step> steps = new ArrayList<>();
    /** By node the steps that lead to it. */
    private final List<Numbers> incoming = new ArrayList<>();

    private final Map<Integer, Runnable> later = new HashMap<>();
    private int[] distance = new int[0];
    private int[] by = new int[0];
    /** What the last search came to. */
    private final Numbers touched = new Numbers();

    /**
     * A step.
     *
     * @param fixes each of which makes it impossible, by number, ascending
     */
    public record Step(int from, int to, int length, List<Integer> fixes) {
        public Step {
            fixes = List.copyOf(fixes);
        }

        boolean isCut(BitSet applied) {
            for (int i = 0; i < fixes.size(); i++) {
                if (applied.get(fixes.get(i))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Adds a step and gives its number. */
    public int add(int from, int to, int length, List<Integer> fixes) {
        while (incoming.size() <= Math.max(from, to)) {
            incoming.add(new Numbers());
        }
        steps.add(new Step(from, to, length, fixes));
        incoming.get(to).add(steps.size() - 1);
        return steps.size() - 1;
    }

    /** Adds the steps that lead to a node when a search comes there first: most nodes are on no way to anything. */
    public void later(int node, Runnable steps) {
        later.putIfAbsent(node, steps);
    }

    public Step step(int number) {
        return steps.get(number);
    }

    public int size() {
        return steps.size();
    }

    /**
     * A shortest way from one of the starts to one of the goals, as numbers of steps; empty when there is none. It is looked for from the goals: what leads
     * to a jewel is less than what an attacker can get at. Of several equally short ones that whose steps were added first.
     *
     * @param applied fixes
     */
    public List<Integer> shortest(BitSet starts, BitSet goals, BitSet applied) {
        for (int i = 0; i < touched.size(); i++) {
            distance[touched.get(i)] = Integer.MAX_VALUE;
        }
        touched.clear();
        var open = new Front();
        goals.stream().filter(goal -> !starts.get(goal)).forEach(goal -> {
            fit(goal);
            touched.add(goal);
            distance[goal] = 0;
            by[goal] = -1;
            open.addLast(goal);
        });
        while (!open.isEmpty()) {
            int node = open.removeFirst();
            if (starts.get(node)) {
                return way(node);
            }
            Optional.ofNullable(later.remove(node)).ifPresent(Runnable::run);
            if (node < incoming.size()) {
                before(node, applied, open);
            }
        }
        return List.of();
    }

    /** Looks from where a node is come to. */
    private void before(int node, BitSet applied, Front open) {
        Numbers leading = incoming.get(node);
        for (int i = 0; i < leading.size(); i++) {
            int number = leading.get(i);
            Step step = steps.get(number);
            int from = step.from();
            fit(from);
            int length = distance[node] + step.length();
            if (length < distance[from] && !step.isCut(applied)) {
                touched.add(from);
                distance[from] = length;
                by[from] = number;
                if (step.length() == 0) {
                    open.addFirst(from);
                } else {
                    open.addLast(from);
                }
            }
        }
    }

    private void fit(int node) {
        if (node >= distance.length) {
            int old = distance.length;
            int size = Math.max(node + 1, Math.max(2 * old, incoming.size()));
            distance = Arrays.copyOf(distance, size);
            Arrays.fill(distance, old, size, Integer.MAX_VALUE);
            by = Arrays.copyOf(by, size);
        }
    }

    private List<Integer> way(int start) {
        var way = new ArrayList<Integer>();
        for (int node = start; by[node] >= 0; node = steps.get(by[node]).to()) {
            way.add(by[node]);
        }
        return way;
    }

    /** Every fix of every step of a way. */
    BitSet fixes(List<Integer> way) {
        var fixes = new BitSet();
        way.forEach(number -> steps.get(number).fixes().forEach(fixes::set));
        return fixes;
    }
}
