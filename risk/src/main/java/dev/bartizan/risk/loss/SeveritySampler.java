package dev.bartizan.risk.loss;

import dev.bartizan.risk.maths.Normal;

/** The loss that belongs to a standard normal number. */
sealed interface SeveritySampler {
    double at(double z);

    static SeveritySampler of(Distribution severity) {
        return switch (severity) {
            case Fixed fixed -> new Constant(fixed.value());
            case Lognormal lognormal -> new Exponential(lognormal.mu(), lognormal.sigma());
            case Pert pert -> Table.of(pert);
        };
    }

    record Constant(double value) implements SeveritySampler {
        @Override
        public double at(double z) {
            return value;
        }
    }

    record Exponential(double mu, double sigma) implements SeveritySampler {
        @Override
        public double at(double z) {
            return StrictMath.exp(mu + sigma * z);
        }
    }

    /** The inverse of a bounded distribution at equally spaced normal numbers from -8 to 8, straight between. */
    @SuppressWarnings("ArrayRecordComponent")
    record Table(double[] values) implements SeveritySampler {
        private static final int STEPS_BY_UNIT = 128;
        private static final int REACH = 8;

        static Table of(Pert severity) {
            var values = new double[2 * REACH * STEPS_BY_UNIT + 1];
            for (int i = 0; i < values.length; i++) {
                values[i] = severity.quantile(Normal.cdf((double) i / STEPS_BY_UNIT - REACH));
            }
            return new Table(values);
        }

        @Override
        public double at(double z) {
            double place = Math.clamp((z + REACH) * STEPS_BY_UNIT, 0, values.length - 1.0);
            int below = Math.min((int) place, values.length - 2);
            return values[below] + (place - below) * (values[below + 1] - values[below]);
        }
    }
}
