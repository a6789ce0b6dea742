package dev.bartizan.risk.loss;

/**
 * A scenario made ready for the transform.
 *
 * @param rate mean number of events a year
 * @param counts of the events of a year
 */
record LossProcess(LossScenario scenario, double rate, EventCounts counts) {
    static LossProcess of(LossScenario scenario) {
        return new LossProcess(scenario, scenario.frequency().mean(), EventCounts.of(scenario.frequency()));
    }

    boolean isKnown() {
        return switch (scenario.frequency()) {
            case Fixed _ -> true;
            case Pert _, Lognormal _ -> false;
        };
    }
}
