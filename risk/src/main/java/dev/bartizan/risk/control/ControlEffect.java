package dev.bartizan.risk.control;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What remains of the factors of a risk under several controls. Controls of one factor fail together (one stolen credential opens both doors), so they do not multiply: the strongest counts in full, the
 * next by half, further ones not at all, and at least 5 % of a factor remains. Different factors are taken as independent and do multiply.
 *
 * @param remaining of each factor, 0.05 to 1
 */
public record ControlEffect(Map<Factor, Double> remaining) {
    /** Nothing makes a factor smaller than this share of itself. */
    public static final double FLOOR = 0.05;

    private static final double SHARE_OF_NEXT = 0.5;

    /**
     * A control against a scenario.
     *
     * @param strength how far it lowers its factor where it holds, 0 to 1
     * @param evidence share of the places where it is known to hold, 0 to 1; without evidence a control counts nothing
     */
    public record Applied(String control, Factor factor, double strength, double evidence) {
        public Applied {
            if (!(strength >= 0 && strength <= 1 && evidence >= 0 && evidence <= 1)) {
                throw new IllegalArgumentException(
                        "strength and evidence are 0 to 1, not " + strength + " and " + evidence);
            }
        }

        double effect() {
            return strength * evidence;
        }
    }

    public ControlEffect {
        remaining = Map.copyOf(remaining);
    }

    public static ControlEffect of(Collection<Applied> controls) {
        var remaining = new EnumMap<Factor, Double>(Factor.class);
        for (Factor factor : Factor.values()) {
            remaining.put(
                    factor,
                    remaining(controls.stream()
                            .filter(control -> control.factor() == factor)
                            .map(Applied::effect)));
        }
        return new ControlEffect(remaining);
    }

    private static double remaining(Stream<Double> effects) {
        List<Double> strongest = effects.sorted((one, other) -> Double.compare(other, one))
                .limit(2)
                .toList();
        double effect = strongest.isEmpty() ? 0 : strongest.getFirst();
        if (strongest.size() > 1) {
            effect += SHARE_OF_NEXT * strongest.getLast();
        }
        return Math.max(FLOOR, 1 - effect);
    }

    public double of(Factor factor) {
        return remaining.getOrDefault(factor, 1.0);
    }

    /** What remains of the number of loss events. */
    public double events() {
        return of(Factor.FREQUENCY) * of(Factor.VULNERABILITY);
    }

    /** What remains of the loss of an event. */
    public double loss() {
        return of(Factor.IMPACT) * of(Factor.DETECTION);
    }

    /** What remains of the expected loss of a year. */
    public double annualLoss() {
        return events() * loss();
    }
}
