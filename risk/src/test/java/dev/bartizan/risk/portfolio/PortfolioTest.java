package dev.bartizan.risk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bartizan.risk.control.ControlEffect;
import dev.bartizan.risk.control.Factor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PortfolioTest {
    @Test
    void smallOnesAreSearchedThroughAndAgreeWithAllChoices() {
        var random = new Random(6);
        for (int round = 0; round < 60; round++) {
            List<Stake> exposures = exposures(random, 4);
            List<Offer> mitigations = mitigations(random, 9, 4);
            double budget = 2 + 8 * random.nextDouble();

            Portfolio portfolio = Portfolio.of(exposures, mitigations, budget);

            assertThat(portfolio.how()).isEqualTo(Portfolio.How.EXACT);
            assertThat(portfolio.effort()).isLessThanOrEqualTo(budget);
            assertThat(portfolio.avoided()).isCloseTo(bestOfAll(exposures, mitigations, budget), within(1e-6));
        }
    }

    /** By avoidance per effort the small one comes first and leaves no room for the large one. */
    @Test
    void theBestIsNotAlwaysTheGreedyOne() {
        var exposures = List.of(new Stake("a", 100, List.of()), new Stake("b", 1_000, List.of()));
        var mitigations = List.of(
                mitigation("small", 1, List.of(), "a", Factor.IMPACT, 0.9),
                mitigation("large", 10, List.of(), "b", Factor.IMPACT, 0.8));

        Portfolio portfolio = Portfolio.of(exposures, mitigations, 10);

        assertThat(portfolio.chosen()).containsExactly("large");
        assertThat(portfolio.avoided()).isCloseTo(800, within(1e-9));
        assertThat(portfolio.residual()).isCloseTo(300, within(1e-9));
    }

    @Test
    void whatIsRequiredIsChosenAndPaidFor() {
        var exposures = List.of(new Stake("a", 100, List.of()));
        var mitigations = List.of(
                new Offer("identity", 3, new TreeSet<>(), new TreeSet<>(), new TreeMap<>()),
                mitigation("policy", 2, List.of("identity"), "a", Factor.VULNERABILITY, 0.5));

        assertThat(Portfolio.of(exposures, mitigations, 4).chosen()).isEmpty();
        assertThat(Portfolio.of(exposures, mitigations, 5).chosen()).containsExactly("identity", "policy");
    }

    @Test
    void twoControlsOfOneFactorDoNotAddUp() {
        var exposures = List.of(new Stake("a", 100, List.of()));
        var mitigations = List.of(
                mitigation("one", 1, List.of(), "a", Factor.VULNERABILITY, 0.5),
                mitigation("two", 1, List.of(), "a", Factor.VULNERABILITY, 0.2),
                mitigation("other", 1, List.of(), "a", Factor.IMPACT, 0.3));

        Portfolio portfolio = Portfolio.of(exposures, mitigations, 2);

        assertThat(portfolio.chosen()).containsExactly("one", "other");
        assertThat(portfolio.residual()).isCloseTo(35, within(1e-9));
    }

    @Test
    void largeOnesSayHowMuchBetterAnotherChoiceCouldBe() {
        var random = new Random(1);
        List<Stake> exposures = exposures(random, 40);
        List<Offer> mitigations = mitigations(random, 200, 40);

        Portfolio portfolio = Portfolio.of(exposures, mitigations, 40);

        assertThat(portfolio.how()).isEqualTo(Portfolio.How.GREEDY);
        assertThat(portfolio.mostAvoidable()).isGreaterThanOrEqualTo(portfolio.avoided());
        assertThat(portfolio.avoided()).isGreaterThan(0.8 * portfolio.mostAvoidable());
        assertThat(portfolio.effort()).isLessThanOrEqualTo(40);
    }

    @Test
    void theBoundOfGreedyHoldsForTheBest() {
        var random = new Random(2);
        for (int round = 0; round < 40; round++) {
            List<Stake> exposures = exposures(random, 4);
            List<Offer> mitigations = mitigations(random, 9, 4);
            var avoidance = new Avoidance(exposures, mitigations);
            var needs = new BitSet[mitigations.size()];
            for (int m = 0; m < needs.length; m++) {
                needs[m] = new BitSet();
                needs[m].set(m);
            }
            var greedy = new GreedyChoice(
                    avoidance, mitigations.stream().mapToDouble(Offer::effort).toArray(), needs, 5);
            greedy.run();
            assertThat(greedy.bound()).isGreaterThanOrEqualTo(bestOfAll(exposures, mitigations, 5) - 1e-9);
        }
    }

    @Test
    void whatEndsSomethingOnlyTogetherIsBoughtTogether() {
        var stakes = List.of(new Stake("both", 100, List.of()), new Stake("one", 60, List.of()));
        var mitigations = List.of(
                ending("a", 2),
                ending("b", 2),
                ending("c", 3, "one"),
                new Offer(
                        "a and b",
                        0,
                        new TreeSet<>(List.of("a", "b")),
                        new TreeSet<>(List.of("both")),
                        new TreeMap<>()));

        Portfolio three = Portfolio.of(stakes, mitigations, 3);
        assertThat(three.chosen()).containsExactly("c");
        assertThat(three.avoided()).isEqualTo(60);
        Portfolio four = Portfolio.of(stakes, mitigations, 4);
        assertThat(four.chosen()).containsExactly("a", "b", "a and b");
        assertThat(four.avoided()).isEqualTo(100);
        assertThat(four.mostAvoidable()).isEqualTo(100);
        assertThat(Portfolio.of(stakes, mitigations, 7).residual()).isZero();
    }

    private static Offer ending(String id, double effort, String... scenarios) {
        return new Offer(id, effort, new TreeSet<>(), new TreeSet<>(List.of(scenarios)), new TreeMap<>());
    }

    @Test
    void noBudgetChoosesNothing() {
        var random = new Random(3);

        Portfolio portfolio = Portfolio.of(exposures(random, 3), mitigations(random, 5, 3), 0);

        assertThat(portfolio.chosen()).isEmpty();
        assertThat(portfolio.mostAvoidable()).isZero();
    }

    @Test
    void circlesAndUnknownRequirementsAreRefused() {
        var circle = List.of(
                mitigation("a", 1, List.of("b"), "s", Factor.IMPACT, 0.5),
                mitigation("b", 1, List.of("a"), "s", Factor.IMPACT, 0.5));
        assertThatThrownBy(() -> Portfolio.of(List.of(), circle, 1)).hasMessageContaining("requires itself");
        assertThatThrownBy(() ->
                        Portfolio.of(List.of(), List.of(mitigation("a", 1, List.of("x"), "s", Factor.IMPACT, 0.5)), 1))
                .hasMessageContaining("not offered");
    }

    private static double bestOfAll(List<Stake> exposures, List<Offer> mitigations, double budget) {
        var avoidance = new Avoidance(exposures, mitigations);
        double before = avoidance.loss(new BitSet());
        double best = 0;
        for (long choice = 0; choice < 1L << mitigations.size(); choice++) {
            var done = BitSet.valueOf(new long[] {choice});
            boolean isPossible = done.stream()
                    .allMatch(m -> mitigations.get(m).requires().stream()
                            .allMatch(required -> done.stream()
                                    .anyMatch(
                                            other -> mitigations.get(other).id().equals(required))));
            double effort =
                    done.stream().mapToDouble(m -> mitigations.get(m).effort()).sum();
            if (isPossible && effort <= budget) {
                best = Math.max(best, before - avoidance.loss(done));
            }
        }
        return best;
    }

    static List<Stake> exposures(Random random, int count) {
        var exposures = new ArrayList<Stake>();
        for (int i = 0; i < count; i++) {
            exposures.add(new Stake("s" + i, Math.exp(3 * random.nextGaussian() + 5), List.of()));
        }
        return exposures;
    }

    /** Half of them against two scenarios each; every third requires the one before. */
    static List<Offer> mitigations(Random random, int count, int scenarios) {
        var mitigations = new ArrayList<Offer>();
        for (int i = 0; i < count; i++) {
            var effects = new TreeMap<String, List<ControlEffect.Applied>>();
            for (int k = 0; k <= i % 2; k++) {
                Factor factor = Factor.values()[random.nextInt(4)];
                effects.put(
                        "s" + random.nextInt(scenarios),
                        List.of(new ControlEffect.Applied("C-" + i, factor, random.nextDouble(), 1)));
            }
            SortedSet<String> requires = new TreeSet<>();
            if (i % 3 == 2) {
                requires.add("m" + (i - 1));
            }
            mitigations.add(
                    new Offer("m" + i, 0.5 + 3 * random.nextDouble(), requires, ends(i, random, scenarios), effects));
        }
        return mitigations;
    }

    /** Every fifth ends a scenario. */
    private static SortedSet<String> ends(int number, Random random, int scenarios) {
        return number % 5 == 4 ? new TreeSet<>(List.of("s" + random.nextInt(scenarios))) : new TreeSet<>();
    }

    private static Offer mitigation(
            String id, double effort, List<String> requires, String scenario, Factor factor, double strength) {
        var effects = new TreeMap<String, List<ControlEffect.Applied>>();
        effects.put(scenario, List.of(new ControlEffect.Applied("C-" + id, factor, strength, 1)));
        return new Offer(id, effort, new TreeSet<>(requires), new TreeSet<>(), effects);
    }
}
