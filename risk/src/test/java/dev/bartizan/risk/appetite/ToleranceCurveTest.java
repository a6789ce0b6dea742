package dev.bartizan.risk.appetite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bartizan.risk.appetite.ToleranceCurve.Point;
import dev.bartizan.risk.loss.Band;
import dev.bartizan.risk.loss.Fixed;
import dev.bartizan.risk.loss.Lognormal;
import dev.bartizan.risk.loss.LossCurve;
import dev.bartizan.risk.loss.LossScenario;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ToleranceCurveTest {
    private static final Location PLACE = new Location("bartizan.yaml", 5, 3, "/risk/appetite");
    private static final LossCurve LOSSES =
            LossCurve.of(List.of(new LossScenario("theft", new Fixed(0.1), Lognormal.ofInterval90(1e5, 1e7))));

    @Test
    void anAppetiteThatLiesAboveIsMet() {
        assertThat(curve(point(1, 1e5, 0.2), point(2, 1e6, 0.08), point(3, 1e7, 0.01))
                        .judge(LOSSES))
                .isEqualTo(new Verdict.Met());
    }

    @Test
    void anAppetiteThatTheWholeBandExceedsIsExceededFromItsFirstCrossing() {
        ToleranceCurve appetite = curve(point(1, 1e5, 0.2), point(2, 1e7, 0.001));

        var verdict = (Verdict.Exceeded) appetite.judge(LOSSES);

        assertThat(verdict.points()).containsExactly(point(2, 1e7, 0.001));
        double from = verdict.excess().from();
        assertThat(from).isBetween(1e5, 1e7);
        assertThat(LOSSES.exceedance(from).value()).isCloseTo(appetite.tolerated(from), within(1e-6));
        assertThat(verdict.excess().area()).isPositive();
    }

    @Test
    void aBandThatHoldsTheAppetiteStraddlesIt() {
        Band band = amount -> new LossCurve.Bounded(0.05, 0.03, 0.09);

        assertThat(curve(point(1, 1e6, 0.1)).judge(band)).isEqualTo(new Verdict.Met());
        assertThat(curve(point(1, 1e6, 0.06)).judge(band)).isInstanceOf(Verdict.Straddles.class);
        assertThat(curve(point(1, 1e6, 0.02)).judge(band)).isInstanceOf(Verdict.Exceeded.class);
    }

    /** Curve 0.05, appetite from 0.04 down to 0.02 over the logarithm: the area is known in closed form. */
    @Test
    void theExcessIsTheAreaBetween() {
        Band band = amount -> new LossCurve.Bounded(0.05, 0.05, 0.05);
        double low = 1e6;
        double high = 1e7;

        var excess = curve(point(1, low, 0.04), point(2, high, 0.02)).excess(band);

        double slope = -0.02 / Math.log(high / low);
        double tolerated = 0.04 * (high - low) + slope * (high * Math.log(high / low) - (high - low));
        assertThat(excess.from()).isEqualTo(low);
        assertThat(excess.area()).isCloseTo(0.05 * (high - low) - tolerated, within(20.0));
    }

    @Test
    void nothingAboveIsNoExcess() {
        var excess = curve(point(1, 1e5, 0.5), point(2, 1e7, 0.4)).excess(LOSSES);

        assertThat(excess.isAny()).isFalse();
        assertThat(excess.area()).isZero();
    }

    @Test
    void aRisingAppetiteIsAProblemAtThePointThatRises() {
        assertThat(problems(List.of(point(1, 1e5, 0.1), point(2, 1e6, 0.2))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("appetite-rises");
                    assertThat(problem.location().orElseThrow().line()).isEqualTo(2);
                });
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(problems(List.of(point(1, -5, 0.1), point(2, 1e6, 1.2), point(3, 1e6, 1.2))))
                .extracting(Problem::code)
                .contains("appetite-amount", "appetite-probability", "appetite-rises", "appetite-twice");
        assertThat(problems(List.of())).extracting(Problem::code).containsExactly("appetite-empty");
    }

    @Test
    void anyPointsAreACurveOrLocatedProblems() {
        var random = new Random(8);
        double[] odd = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1, 1e300, 0.5};
        for (int round = 0; round < 2_000; round++) {
            var points = new ArrayList<Point>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                double amount = random.nextInt(4) == 0 ? odd[random.nextInt(odd.length)] : 1e7 * random.nextDouble();
                double probability = random.nextInt(6) == 0 ? odd[random.nextInt(odd.length)] : random.nextDouble();
                points.add(point(i + 1, amount, probability));
            }
            switch (ToleranceCurve.of(points, PLACE)) {
                case ToleranceCurve.Read read ->
                    assertThat(read.curve().judge(LOSSES)).isNotNull();
                case ToleranceCurve.Refused refused ->
                    assertThat(refused.problems())
                            .isNotEmpty()
                            .allMatch(problem -> problem.location().isPresent());
            }
        }
    }

    private static Point point(int line, double amount, double probability) {
        return new Point(amount, probability, new Location("bartizan.yaml", line, 7, ""));
    }

    private static ToleranceCurve curve(Point... points) {
        return switch (ToleranceCurve.of(List.of(points), PLACE)) {
            case ToleranceCurve.Read read -> read.curve();
            case ToleranceCurve.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private static List<Problem> problems(List<Point> points) {
        return switch (ToleranceCurve.of(points, PLACE)) {
            case ToleranceCurve.Read read -> throw new AssertionError("read: " + read);
            case ToleranceCurve.Refused refused -> refused.problems();
        };
    }
}
