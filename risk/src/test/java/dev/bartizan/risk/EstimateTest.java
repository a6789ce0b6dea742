package dev.bartizan.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.risk.loss.Distribution;
import dev.bartizan.risk.loss.Fixed;
import dev.bartizan.risk.loss.Lognormal;
import dev.bartizan.risk.loss.Pert;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final Location PLACE = new Location("bartizan.yaml", 9, 5, "/risk/figures/0");

    @Test
    void eachMethodMakesItsDistribution() {
        assertThat(usable(pert(Estimate.Method.PERT, 1, 2, 5).frequency()))
                .isEqualTo(new Pert(1, 2, 5, 4, Pert.Shape.STANDARD));
        assertThat(usable(pert(Estimate.Method.PERT_BY_DEVIATION, 1, 2, 5).frequency()))
                .isEqualTo(new Pert(1, 2, 5, 4, Pert.Shape.BY_DEVIATION));
        assertThat(usable(pert(Estimate.Method.PERT, 2, 2, 2).frequency())).isEqualTo(new Fixed(2));
        assertThat(usable(interval(1e5, 1e6, "EUR").amount("EUR"))).isEqualTo(Lognormal.ofInterval90(1e5, 1e6));
        assertThat(usable(fixed(0.3).probability())).isEqualTo(new Fixed(0.3));
    }

    @Test
    void badFiguresAreLocatedProblems() {
        assertThat(codes(pert(Estimate.Method.PERT, 5, 2, 1).frequency())).containsExactly("estimate-values");
        assertThat(codes(pert(Estimate.Method.PERT, -1, 2, 3).frequency())).containsExactly("estimate-values");
        assertThat(codes(interval(0, 5, "EUR").amount("EUR"))).containsExactly("estimate-values");
        assertThat(codes(fixed(-2).amount("EUR"))).containsExactly("estimate-values");
        assertThat(codes(fixed(1.2).probability())).containsExactly("estimate-range");
        assertThat(codes(pert(Estimate.Method.PERT, 0.1, 0.5, 1.5).probability()))
                .containsExactly("estimate-range");
        assertThat(codes(fixed(1e5).frequency())).containsExactly("estimate-range");
        assertThat(codes(interval(1e5, 1e6, "USD").amount("EUR"))).containsExactly("estimate-currency");
    }

    @Test
    void allThatIsMissingOrTooMuchIsToldAtOnce() {
        var estimate = new Estimate(
                Estimate.Method.PERT,
                Optional.of(3.0),
                Optional.of(1.0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PLACE);

        assertThat(codes(estimate.frequency()))
                .containsExactly("estimate-missing", "estimate-missing", "estimate-surplus");
    }

    @Test
    void anyFiguresAreADistributionOrLocatedProblems() {
        var random = new Random(12);
        int usable = 0;
        for (int i = 0; i < 40_000; i++) {
            var estimate = new Estimate(
                    Estimate.Method.values()[random.nextInt(4)],
                    figure(random),
                    figure(random),
                    figure(random),
                    figure(random),
                    figure(random),
                    random.nextBoolean() ? Optional.of("EUR") : Optional.empty(),
                    PLACE);
            for (Estimate.Result result :
                    List.of(estimate.frequency(), estimate.probability(), estimate.amount("EUR"))) {
                switch (result) {
                    case Estimate.Usable good -> {
                        assertThat(good.distribution().mean()).isGreaterThanOrEqualTo(0);
                        assertThat(good.distribution().quantile(0.3)).isGreaterThanOrEqualTo(0);
                        usable++;
                    }
                    case Estimate.Refused refused ->
                        assertThat(refused.problems())
                                .isNotEmpty()
                                .allMatch(problem -> problem.location().equals(Optional.of(PLACE)));
                }
            }
        }
        assertThat(usable).isGreaterThan(50);
    }

    private static Optional<Double> figure(Random random) {
        return switch (random.nextInt(7)) {
            case 0, 1 -> Optional.empty();
            case 2 -> Optional.of(-random.nextDouble());
            case 3 -> Optional.of(random.nextBoolean() ? Double.NaN : Double.POSITIVE_INFINITY);
            case 4 -> Optional.of(Math.exp((random.nextInt(8) == 0 ? 200 : 2) * random.nextGaussian()));
            default -> Optional.of(random.nextDouble());
        };
    }

    private static Estimate pert(Estimate.Method method, double low, double mode, double high) {
        return new Estimate(
                method,
                Optional.empty(),
                Optional.of(low),
                Optional.of(mode),
                Optional.of(high),
                Optional.empty(),
                Optional.empty(),
                PLACE);
    }

    private static Estimate interval(double low, double high, String currency) {
        return new Estimate(
                Estimate.Method.LOGNORMAL,
                Optional.empty(),
                Optional.of(low),
                Optional.empty(),
                Optional.of(high),
                Optional.empty(),
                Optional.of(currency),
                PLACE);
    }

    private static Estimate fixed(double value) {
        return new Estimate(
                Estimate.Method.FIXED,
                Optional.of(value),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PLACE);
    }

    private static Distribution usable(Estimate.Result result) {
        return switch (result) {
            case Estimate.Usable usable -> usable.distribution();
            case Estimate.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private static List<String> codes(Estimate.Result result) {
        return switch (result) {
            case Estimate.Usable usable -> throw new AssertionError("usable: " + usable);
            case Estimate.Refused refused ->
                refused.problems().stream().map(Problem::code).toList();
        };
    }
}
