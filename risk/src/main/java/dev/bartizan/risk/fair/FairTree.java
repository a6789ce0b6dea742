package dev.bartizan.risk.fair;

import dev.bartizan.risk.loss.Distribution;
import dev.bartizan.risk.loss.Fixed;
import dev.bartizan.risk.loss.LossScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The factors of one scenario (The Open Group, O-RA and O-RT; J. Freund and J. Jones, Measuring and Managing Information Risk): loss event frequency = contact frequency x probability of action x
 * vulnerability; loss = primary + secondary.
 *
 * @param contacts how often a year an attacker gets in touch with the asset
 * @param action probability that a contact becomes an attack
 * @param vulnerability probability that an attack succeeds
 * @param primary loss of an event
 * @param secondary what others make of it: fines, customers lost
 */
public record FairTree(
        Distribution contacts,
        double action,
        double vulnerability,
        Distribution primary,
        Optional<Secondary> secondary) {
    /**
     * @param probability that an event has one
     * @param loss when it has
     */
    public record Secondary(double probability, Distribution loss) {
        public Secondary {
            requireProbability("the probability of a secondary loss", probability);
        }
    }

    public FairTree {
        requireProbability("the probability of action", action);
        requireProbability("vulnerability", vulnerability);
    }

    private static void requireProbability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is a probability, 0 to 1, not " + value);
        }
    }

    /**
     * Vulnerability as the probability that an attacker's capability exceeds the strength of the controls, both on the same scale and independent: the mean over evenly spaced quantiles of
     * capability of P(strength &lt; capability).
     */
    public static double vulnerability(Distribution capability, Distribution strength) {
        int slices = 2_000;
        double sum = 0;
        for (int i = 0; i < slices; i++) {
            double met = capability.quantile((i + 0.5) / slices);
            sum += strength.cdf(Math.nextDown(met));
        }
        return sum / slices;
    }

    /** Loss events a year. */
    public Distribution lossEvents() {
        double share = action * vulnerability;
        return share > 0 ? contacts.times(share) : new Fixed(0);
    }

    /** Their mean number. */
    public double lossEventFrequency() {
        return contacts.mean() * action * vulnerability;
    }

    /** Expected loss of an event. */
    public double lossMagnitude() {
        return primary.mean()
                + secondary.map(s -> s.probability() * s.loss().mean()).orElse(0.0);
    }

    /** Expected loss of a year. */
    public double annualLoss() {
        return lossEventFrequency() * lossMagnitude();
    }

    /**
     * The scenarios that curves are made of: events without secondary loss and events with it, which are two independent Poisson processes. The sum of a primary and a secondary loss
     * is taken as lognormal with the mean and the deviation of the sum. Empty when nothing can happen or nothing is lost.
     */
    public List<LossScenario> scenarios(String id) {
        double share = action * vulnerability;
        double withSecondary = secondary.map(Secondary::probability).orElse(0.0);
        var scenarios = new ArrayList<LossScenario>();
        if (share * (1 - withSecondary) > 0 && primary.mean() > 0) {
            scenarios.add(new LossScenario(id, contacts.times(share * (1 - withSecondary)), primary));
        }
        if (share * withSecondary > 0) {
            secondary
                    .map(s -> primary.plus(s.loss()))
                    .filter(sum -> sum.mean() > 0)
                    .ifPresent(sum -> scenarios.add(
                            new LossScenario(id + " with secondary loss", contacts.times(share * withSecondary), sum)));
        }
        return List.copyOf(scenarios);
    }
}
