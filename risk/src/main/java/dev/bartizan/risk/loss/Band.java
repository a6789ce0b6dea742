package dev.bartizan.risk.loss;

/** For each amount the probability that a year loses more, with what it may be at the least and at the most. */
@FunctionalInterface
public interface Band {
    LossCurve.Bounded at(double amount);
}
