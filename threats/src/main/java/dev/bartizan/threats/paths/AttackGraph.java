package dev.bartizan.threats.paths;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * What an attacker can hold, as nodes, and the steps between them. A step goes away when one of its fixes is applied. Steps of length 0 only connect: they
 * are no act of the attacker.
 */
public final class AttackGraph {
    private final List<Step> steps = new ArrayList<>();
    private final List<List<Integer>> outgoing = new ArrayList<>();

    /**
     * A step.
     *
     * @param fixes each of which makes it impossible, by number
     */
    public record Step(int from, int to, int length, BitSet fixes) {
        public Step {
            fixes = (BitSet) fixes.clone();
        }
    }

    /** Adds a step and gives its number. */
    public int add(int from, int to, int length, BitSet fixes) {
        while (outgoing.size() <= Math.max(from, to)) {
            outgoing.add(new ArrayList<>(2));
        }
        steps.add(new Step(from, to, length, fixes));
        outgoing.get(from).add(steps.size() - 1);
        return steps.size() - 1;
    }

    public Step step(int number) {
        return steps.get(number);
    }

    public int size() {
        return steps.size();
    }

    /**
     * A shortest way from one of the starts to one of the goals, as numbers of steps; empty when there is none. Of several equally short ones the one
     * whose steps were added first.
     *
     * @param applied fixes
     */
    public List<Integer> shortest(BitSet starts, BitSet goals, BitSet applied) {
        int nodes = outgoing.size();
        var distance = new int[nodes];
        var by = new int[nodes];
        Arrays.fill(distance, Integer.MAX_VALUE);
        Arrays.fill(by, -1);
        Deque<Integer> open = new ArrayDeque<>();
        starts.stream().filter(start -> start < nodes).forEach(start -> {
            distance[start] = 0;
            open.add(start);
        });
        while (!open.isEmpty()) {
            int node = open.removeFirst();
            if (goals.get(node) && !starts.get(node)) {
                return way(node, by);
            }
            for (int number : outgoing.get(node)) {
                Step step = steps.get(number);
                int length = distance[node] + step.length();
                if (length < distance[step.to()] && !step.fixes().intersects(applied)) {
                    distance[step.to()] = length;
                    by[step.to()] = number;
                    if (step.length() == 0) {
                        open.addFirst(step.to());
                    } else {
                        open.addLast(step.to());
                    }
                }
            }
        }
        return List.of();
    }

    private List<Integer> way(int goal, int[] by) {
        var way = new ArrayList<Integer>();
        for (int node = goal; by[node] >= 0; node = steps.get(by[node]).from()) {
            way.add(by[node]);
        }
        Collections.reverse(way);
        return way;
    }

    /** Every fix of every step of a way. */
    BitSet fixes(List<Integer> way) {
        var fixes = new BitSet();
        way.forEach(number -> fixes.or(steps.get(number).fixes()));
        return fixes;
    }
}
