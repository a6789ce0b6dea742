package dev.bartizan.threats.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ChokePointsTest {
    private static final int GRAPHS = 400;
    private static final int MOST_FIXES = 9;

    @Test
    void theOnlyDoorIsTheChokePoint() {
        var graph = new AttackGraph();
        graph.add(0, 1, 1, List.of(0));
        graph.add(0, 2, 1, List.of(1));
        graph.add(1, 3, 1, List.of(2));
        graph.add(2, 3, 1, List.of(2));

        var cut = ChokePoints.of(graph, fixes(0), fixes(3), new int[] {1, 1, 1});

        assertThat(cut.fixes()).isEqualTo(fixes(2));
        assertThat(cut.isExact()).isTrue();
    }

    @Test
    void twoCheapFixesBeatADearOne() {
        var graph = new AttackGraph();
        graph.add(0, 1, 1, List.of(0));
        graph.add(0, 2, 1, List.of(1));
        graph.add(1, 3, 1, List.of(2));
        graph.add(2, 3, 1, List.of(2));

        assertThat(ChokePoints.of(graph, fixes(0), fixes(3), new int[] {1, 1, 3})
                        .fixes())
                .isEqualTo(fixes(0, 1));
    }

    @Test
    void aWayWithoutAFixIsTold() {
        var graph = new AttackGraph();
        graph.add(0, 1, 1, List.of());

        var cut = ChokePoints.of(graph, fixes(0), fixes(1), new int[] {1});

        assertThat(cut.uncut()).containsExactly(0);
        assertThat(cut.isExact()).isFalse();
    }

    @Test
    void connectionsDoNotCountAsSteps() {
        var graph = new AttackGraph();
        graph.add(0, 1, 1, List.of(0));
        graph.add(1, 2, 0, List.of());
        graph.add(2, 3, 1, List.of(1));
        graph.add(0, 4, 1, List.of(2));
        graph.add(4, 5, 1, List.of(2));
        graph.add(5, 3, 1, List.of(2));

        assertThat(graph.shortest(fixes(0), fixes(3), new BitSet())).containsExactly(0, 1, 2);
    }

    /** Every subset of fixes is tried: the lightest after which no goal can be reached. */
    @TestFactory
    Stream<DynamicTest> bruteForceAgreesOnRandomGraphs() {
        return IntStream.range(0, GRAPHS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    var random = new Random(seed);
                    int nodes = 4 + random.nextInt(5);
                    int fixes = 2 + random.nextInt(MOST_FIXES - 1);
                    var graph = new AttackGraph();
                    var steps = new ArrayList<AttackGraph.Step>();
                    for (int i = 0; i < nodes + random.nextInt(2 * nodes); i++) {
                        var of = new TreeSet<Integer>();
                        for (int j = 0; j <= random.nextInt(3); j++) {
                            of.add(random.nextInt(fixes));
                        }
                        int from = random.nextInt(nodes);
                        int to = random.nextInt(nodes);
                        int length = random.nextInt(4) == 0 ? 0 : 1;
                        graph.add(from, to, length, List.copyOf(of));
                        steps.add(new AttackGraph.Step(from, to, length, List.copyOf(of)));
                    }
                    var weights = random.ints(fixes, 1, 5).toArray();
                    BitSet starts = fixes(0);
                    BitSet goals = fixes(nodes - 1);

                    var cut = ChokePoints.of(graph, starts, goals, weights);

                    assertThat(cut.isExact()).isTrue();
                    assertThat(reaches(steps, starts, goals, cut.fixes())).isFalse();
                    assertThat(cut.weight()).isEqualTo(lightest(steps, starts, goals, weights));
                }));
    }

    private static int lightest(List<AttackGraph.Step> steps, BitSet starts, BitSet goals, int[] weights) {
        return IntStream.range(0, 1 << weights.length)
                .mapToObj(subset -> BitSet.valueOf(new long[] {subset}))
                .filter(applied -> !reaches(steps, starts, goals, applied))
                .mapToInt(applied -> applied.stream().map(fix -> weights[fix]).sum())
                .min()
                .orElseThrow();
    }

    private static boolean reaches(List<AttackGraph.Step> steps, BitSet starts, BitSet goals, BitSet applied) {
        var held = (BitSet) starts.clone();
        for (boolean grows = true; grows; ) {
            grows = false;
            for (AttackGraph.Step step : steps) {
                if (held.get(step.from())
                        && !held.get(step.to())
                        && step.fixes().stream().noneMatch(applied::get)) {
                    held.set(step.to());
                    grows = true;
                }
            }
        }
        held.andNot(starts);
        return held.intersects(goals);
    }

    private static BitSet fixes(int... numbers) {
        var set = new BitSet();
        Arrays.stream(numbers).forEach(set::set);
        return set;
    }
}
