package dev.bartizan.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * What policies say about the connections of each class of peers in one direction: those it opens, or those it receives. Classes about which the same
 * rules are asked share a row, and a row holds neighbours that are decided alike once. Rows are worked out when somebody asks.
 */
public final class DecisionTable {
    private final int[] rowOfClass;
    private final int rows;
    private final IntFunction<Optional<List<Run>>> source;
    private final Map<Integer, Optional<List<Run>>> known = new ConcurrentHashMap<>();

    /**
     * Peers that are decided alike.
     *
     * @param last index of the last class; the first is the one behind the last of the run before
     */
    public record Run(int last, List<Way> ways) {
        public Run {
            ways = List.copyOf(ways);
        }
    }

    /**
     * @param rowOfClass the number of its row, by class
     * @param rows how many there are
     * @param source of a row by its number, asked once for each; empty when it is not known
     */
    public DecisionTable(int[] rowOfClass, int rows, IntFunction<Optional<List<Run>>> source) {
        this.rowOfClass = rowOfClass.clone();
        this.rows = rows;
        this.source = source;
    }

    public int classes() {
        return rowOfClass.length;
    }

    public int rows() {
        return rows;
    }

    public int rowOf(int one) {
        return rowOfClass[one];
    }

    /** Empty when it is not known. */
    public Optional<List<Run>> row(int number) {
        return known.computeIfAbsent(number, source::apply);
    }

    /** What is said about the connections of a class with another; empty when it is not known. */
    public Optional<List<Way>> ways(int one, int other) {
        return row(rowOfClass[one]).map(runs -> runs.get(indexOf(runs, other)).ways());
    }

    private static int indexOf(List<Run> runs, int wanted) {
        int low = 0;
        int high = runs.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs.get(middle).last() < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof DecisionTable table)
                || rows != table.rows
                || !Arrays.equals(rowOfClass, table.rowOfClass)) {
            return false;
        }
        for (int number = 0; number < rows; number++) {
            if (!row(number).equals(table.row(number))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rowOfClass);
    }
}
