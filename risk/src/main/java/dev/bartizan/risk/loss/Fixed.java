package dev.bartizan.risk.loss;

/** A number that is known. */
public record Fixed(double value) implements Distribution {
    public Fixed {
        if (!(value >= 0 && value <= MOST)) {
            throw new IllegalArgumentException("must be 0 or more and at most 1e18, but is " + value);
        }
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double deviation() {
        return 0;
    }

    @Override
    public double cdf(double x) {
        return x >= value ? 1 : 0;
    }

    @Override
    public double quantile(double p) {
        return value;
    }

    @Override
    public double lowest() {
        return value;
    }

    @Override
    public double highest() {
        return value;
    }

    @Override
    public Distribution times(double factor) {
        return new Fixed(value * Distribution.requireFactor(factor));
    }
}
