package dev.bartizan.risk.loss;

import dev.bartizan.risk.maths.BetaFunction;
import dev.bartizan.risk.maths.GaussRule;
import java.util.Arrays;

/**
 * How many events a year has: a Poisson number whose mean is uncertain. The uncertainty is integrated over Gauss nodes: Gauss-Jacobi for PERT, Gauss-Hermite for lognormal ones.
 *
 * <p>The probabilities are at once the coefficients of the generating function, by which the transform of a severity becomes that of the yearly loss: a power series in a number of
 * modulus at most 1, all of whose terms are positive, so that what is cut off is at most the probability of more events than it has terms.
 *
 * @param probabilities of 0, 1, 2 ... events
 * @param error how far any sum of them may be off: exact bound for PERT, difference of two rules for lognormal frequencies
 */
@SuppressWarnings("ArrayRecordComponent")
record EventCounts(double[] probabilities, double error) {
    private static final int MOST_TERMS = 4_096;
    private static final double CUT = 1e-13;

    static EventCounts of(Distribution frequency) {
        return switch (frequency) {
            case Fixed fixed -> mixture(new GaussRule(new double[] {fixed.value()}, new double[] {1}), 0);
            case Pert pert -> ofPert(pert);
            case Lognormal lognormal -> ofLognormal(lognormal);
        };
    }

    double none() {
        return probabilities[0];
    }

    /**
     * With w = high - low, the Chebyshev coefficients of exp(f (s - 1)) in f are at most 2 (w/2)^j / j! for any s of modulus 1 (the growth of the Bessel functions is cancelled by
     * the modulus at the middle), and n nodes integrate all up to degree 2n - 1 exactly.
     */
    private static EventCounts ofPert(Pert frequency) {
        double width = frequency.high() - frequency.low();
        int nodes = 24 + (int) Math.ceil(0.75 * width);
        GaussRule unit = GaussRule.ofBeta(frequency.alpha(), frequency.beta(), nodes);
        var rates = Arrays.stream(unit.nodes())
                .map(node -> frequency.low() + width * node)
                .toArray();
        double bound = 8 * StrictMath.exp(2 * nodes * StrictMath.log(width / 2) - BetaFunction.lnGamma(2 * nodes + 1));
        return mixture(new GaussRule(rates, unit.weights()), bound);
    }

    private static EventCounts ofLognormal(Lognormal frequency) {
        EventCounts fine = mixture(rule(frequency, 64), 0);
        EventCounts coarse = mixture(rule(frequency, 48), 0);
        double difference = 0;
        for (int i = 0; i < Math.max(fine.probabilities.length, coarse.probabilities.length); i++) {
            difference += Math.abs(fine.at(i) - coarse.at(i));
        }
        return new EventCounts(fine.probabilities, fine.error + difference);
    }

    private double at(int count) {
        return count < probabilities.length ? probabilities[count] : 0;
    }

    private static GaussRule rule(Lognormal frequency, int nodes) {
        GaussRule unit = GaussRule.ofNormal(nodes);
        return new GaussRule(
                Arrays.stream(unit.nodes())
                        .map(z -> StrictMath.exp(frequency.mu() + frequency.sigma() * z))
                        .toArray(),
                unit.weights());
    }

    private static EventCounts mixture(GaussRule rates, double error) {
        var probabilities = new double[MOST_TERMS];
        double left = 1;
        int terms = 0;
        double mean = 0;
        for (int k = 0; k < rates.nodes().length; k++) {
            mean += rates.weights()[k] * rates.nodes()[k];
        }
        while (terms < MOST_TERMS && (left > CUT || terms < mean)) {
            double probability = 0;
            double lnFactorial = BetaFunction.lnGamma(terms + 1);
            for (int k = 0; k < rates.nodes().length; k++) {
                probability += rates.weights()[k] * poisson(rates.nodes()[k], terms, lnFactorial);
            }
            probabilities[terms++] = probability;
            left -= probability;
            if (terms > mean && probability < CUT * 1e-3) {
                break;
            }
        }
        return new EventCounts(Arrays.copyOf(probabilities, terms), error + Math.max(left, CUT));
    }

    private static double poisson(double rate, int count, double lnFactorial) {
        if (rate <= 0) {
            return count == 0 ? 1 : 0;
        }
        return StrictMath.exp(count * StrictMath.log(rate) - rate - lnFactorial);
    }
}
