package dev.bartizan.risk;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskSettings;
import dev.bartizan.graph.RiskSettings.Method;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.risk.rating.RiskVector;
import dev.bartizan.risk.rating.StandIn;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rates risks by the method that an owner chose: by his own factors, else by what can be concluded. */
public final class Ratings {
    private static final Location ALONE = new Location("vector", 1, 1, "");

    private final Method method;
    private final List<Own> own = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private record Own(RiskSettings.Rating about, RiskVector vector) {
        boolean isAbout(ThreatScenario scenario) {
            return Exposures.isAbout(about.threats(), about.layers(), about.zones(), scenario);
        }
    }

    /** What became of a vector that stands alone. */
    public record Rated(Optional<RiskFacts.Rating> rating, List<Problem> problems) {
        public Rated {
            problems = List.copyOf(problems);
        }
    }

    private Ratings(Method method) {
        this.method = method;
    }

    static Ratings of(RiskSettings settings) {
        var ratings = new Ratings(settings.method());
        settings.ratings().forEach(ratings::read);
        return ratings;
    }

    /** Rates a vector without a platform; which method it is of shows in how it begins. */
    public static Rated alone(String vector) {
        return switch (RiskVector.parse(vector, ALONE)) {
            case RiskVector.Read read -> new Rated(Optional.of(read.vector().rating(Optional.empty())), List.of());
            case RiskVector.Refused refused -> new Rated(Optional.empty(), refused.problems());
        };
    }

    private void read(RiskSettings.Rating rating) {
        switch (RiskVector.parse(rating.vector(), rating.location())) {
            case RiskVector.Read read -> own.add(new Own(rating, read.vector()));
            case RiskVector.Refused refused ->
                problems.addAll(refused.problems().stream()
                        .map(problem -> new Problem(
                                problem.code(),
                                problem.level(),
                                problem.message(),
                                problem.remedy(),
                                Optional.of(rating.location())))
                        .toList());
        }
    }

    /** Of vectors that cannot be read, at the rating that holds them. */
    List<Problem> problems() {
        return problems;
    }

    Optional<RiskFacts.Rating> of(Exposure exposure) {
        return own.stream()
                .filter(one -> one.vector().method() == method && one.isAbout(exposure.scenario()))
                .reduce((one, later) -> later)
                .map(one -> one.vector().rating(Optional.of(exposure.value())))
                .or(() -> StandIn.of(
                        method,
                        exposure.frequency().mean(),
                        exposure.eventsLeft(),
                        exposure.magnitude().mean() * exposure.effect().loss()));
    }
}
