package dev.bartizan.threats.paths;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
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
    private final List<List<Integer>> incoming = new ArrayList<>();
    private final Map<Integer, Runnable> later = new HashMap<>();
    private int[] distance = new int[0];
    private int[] by = new int[0];
    /** What the last search came to. */
    private final List<Integer> touched = new ArrayList<>();

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
            for (int fix : fixes) {
                if (applied.get(fix)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Adds a step and gives its number. */
    public int add(int from, int to, int length, List<Integer> fixes) {
        while (incoming.size() <= Math.max(from, to)) {
            incoming.add(new ArrayList<>(2));
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
        touched.forEach(node -> distance[node] = Integer.MAX_VALUE);
        touched.clear();
        Deque<Integer> open = new ArrayDeque<>();
        goals.stream().filter(goal -> !starts.get(goal)).forEach(goal -> {
            fit(goal);
            touched.add(goal);
            distance[goal] = 0;
            by[goal] = -1;
            open.add(goal);
        });
        while (!open.isEmpty()) {
            int node = open.removeFirst();
            if (starts.get(node)) {
                return way(node);
            }
            Optional.ofNullable(later.remove(node)).ifPresent(Runnable::run);
            for (int number : node < incoming.size() ? incoming.get(node) : List.<Integer>of()) {
                Step step = steps.get(number);
                fit(step.from());
                int length = distance[node] + step.length();
                if (length < distance[step.from()] && !step.isCut(applied)) {
                    touched.add(step.from());
                    distance[step.from()] = length;
                    by[step.from()] = number;
                    if (step.length() == 0) {
                        open.addFirst(step.from());
                    } else {
                        open.addLast(step.from());
                    }
                }
            }
        }
        return List.of();
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
