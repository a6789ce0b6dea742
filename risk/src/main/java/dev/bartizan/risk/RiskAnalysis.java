package dev.bartizan.risk;

import dev.bartizan.graph.Platform;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Accepted;
import dev.bartizan.graph.RiskFacts.Estimate;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.RiskFacts.Rating;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.RiskSettings;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.ShortHash;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Says what threats cost without and with the controls that are evidenced (FAIR: events a year by loss of an event), what is borne, and what to mend first. Without an owner's own
 * figures placeholders stand in, and the answer is an order of magnitude.
 */
public final class RiskAnalysis {
    /** Behind what a method rates as nothing. */
    private static final double UNRATED = -1;

    private final Platform platform;
    private final RiskQuestion question;
    private final Ratings ratings;

    private RiskAnalysis(Platform platform, RiskQuestion question) {
        this.platform = platform;
        this.question = question;
        ratings = Ratings.of(question.settings());
    }

    /** Uses the threats, and the safeguards, attack paths and findings as far as they are there. */
    public static RiskAnswer run(Snapshot snapshot, RiskQuestion question) {
        var analysis = new RiskAnalysis(snapshot.platform(), question);
        List<Exposure> exposures = Exposures.of(snapshot, question);
        List<Risk> risks = exposures.parallelStream()
                .filter(Exposure::isOpen)
                .map(analysis::risk)
                .sorted(Comparator.comparing((Risk risk) -> !risk.confirmed())
                        .thenComparingDouble(
                                risk -> -risk.rating().map(Rating::value).orElse(UNRATED))
                        .thenComparingDouble((Risk risk) -> -risk.residual().annual())
                        .thenComparing(Risk::threat)
                        .thenComparing(Risk::scenario))
                .toList();
        Set<Severity> above = question.settings()
                .appetite()
                .map(appetite -> Tolerance.above(appetite, risks))
                .orElse(Set.of());
        ForkJoinTask<List<Mitigation>> backlog =
                ForkJoinPool.commonPool().submit(() -> Backlog.of(snapshot, exposures, question, above));
        var losses = Losses.of(exposures);
        return new RiskAnswer(
                new RiskFacts(
                        question.settings().currency(),
                        risks,
                        backlog.join(),
                        losses.curves(),
                        question.settings().appetite().map(appetite -> Tolerance.of(appetite, risks, losses)),
                        Drivers.of(exposures),
                        analysis.limits(exposures, losses)),
                analysis.problems(risks));
    }

    private Risk risk(Exposure exposure) {
        ThreatScenario scenario = exposure.scenario();
        String state = state(scenario);
        return new Risk(
                scenario.id(),
                scenario.threat(),
                scenario.title(),
                scenario.layer(),
                scenario.severity(),
                exposure.isConfirmed(),
                scenario.zones(),
                owners(scenario),
                exposure.isCalibrated(),
                estimate(exposure, 1, 1),
                estimate(exposure, exposure.eventsLeft(), exposure.effect().loss()),
                ratings.of(exposure),
                exposure.arithmetic(),
                scenario.missing(),
                state,
                acceptance(scenario, state));
    }

    private Estimate estimate(Exposure exposure, double events, double loss) {
        double magnitude = exposure.magnitude().mean() * loss;
        double frequency = exposure.frequency().mean() * events;
        return new Estimate(
                frequency,
                magnitude,
                exposure.isConfirmed() ? exposure.ends().low() * events * magnitude : 0,
                exposure.ends().high() * events * magnitude,
                question.defaults().band(frequency * magnitude));
    }

    private List<String> owners(ThreatScenario scenario) {
        var owners = new TreeSet<String>();
        scenario.places()
                .forEach(place -> platform.index(place.asset())
                        .flatMap(index -> platform.property(index, "owner"))
                        .ifPresent(owners::add));
        return List.copyOf(owners);
    }

    private static String state(ThreatScenario scenario) {
        var places = new TreeSet<String>();
        scenario.places().forEach(place -> places.add(place.asset()));
        return ShortHash.of(String.join(
                "\n",
                scenario.threat(),
                scenario.severity().word(),
                scenario.truth().word(),
                String.join(" ", places),
                String.join(" ", new TreeSet<>(scenario.missing()))));
    }

    /** Of several the last one holds. */
    private Optional<Accepted> acceptance(ThreatScenario scenario, String state) {
        return question.settings().acceptances().stream()
                .filter(acceptance -> isAbout(acceptance, scenario.threat(), scenario.zones()))
                .reduce((one, later) -> later)
                .map(acceptance -> new Accepted(
                        acceptance.owner(), acceptance.reason(), acceptance.expires(), standing(acceptance, state)));
    }

    private static boolean isAbout(RiskSettings.Acceptance acceptance, String threat, List<String> zones) {
        return acceptance.threat().equals(threat)
                && (acceptance.zones().isEmpty() || zones.stream().anyMatch(acceptance.zones()::contains));
    }

    private Accepted.Standing standing(RiskSettings.Acceptance acceptance, String state) {
        if (question.asOf().isAfter(acceptance.expires())) {
            return Accepted.Standing.EXPIRED;
        }
        return acceptance.state().filter(named -> !named.equals(state)).isPresent()
                ? Accepted.Standing.REOPENED
                : Accepted.Standing.HOLDS;
    }

    private List<String> limits(List<Exposure> exposures, Losses losses) {
        var limits = new ArrayList<String>();
        long confirmed = exposures.stream().filter(Exposure::isConfirmed).count();
        long calibrated = exposures.stream()
                .filter(exposure -> exposure.isConfirmed() && exposure.isCalibrated())
                .count();
        if (calibrated < confirmed) {
            limits.add("Of " + confirmed + " real risks " + calibrated
                    + " stand on the owner's own figures. The others stand on placeholders: orders of magnitude to rank by, no money to budget with. Give figures in risk.figures of"
                    + " bartizan.yaml.");
        }
        long open = exposures.size() - confirmed;
        if (open > 0) {
            limits.add(open + " more " + (open == 1 ? "scenario is" : "scenarios are")
                    + " undecided: they are not in the curve.");
        }
        losses.why().ifPresent(limits::add);
        if (question.settings().method() == RiskSettings.Method.CVSS) {
            limits.add(
                    "CVSS scores what somebody described by a vector: risks without one in risk.ratings of bartizan.yaml"
                            + " have no score and stand behind the others, by expected loss.");
        }
        return limits;
    }

    private List<Problem> problems(List<Risk> risks) {
        var problems = new ArrayList<Problem>();
        for (RiskSettings.Acceptance acceptance : question.settings().acceptances()) {
            List<Risk> about = risks.stream()
                    .filter(risk -> isAbout(acceptance, risk.threat(), risk.zones()))
                    .toList();
            if (!question.catalogue().threats().containsKey(acceptance.threat())) {
                problems.add(Problem.error(
                        "unknown-threat",
                        "There is no threat " + acceptance.threat() + ".",
                        "bartizan threats list tells their ids",
                        acceptance.location()));
            } else if (question.asOf().isAfter(acceptance.expires())) {
                problems.add(Problem.warning(
                        "acceptance-expired",
                        "The acceptance of " + acceptance.threat() + " ended on " + acceptance.expires() + ".",
                        "mend it, or let its owner accept it again",
                        acceptance.location()));
            } else if (about.stream()
                    .anyMatch(risk -> risk.acceptance()
                            .filter(one -> one.standing() == Accepted.Standing.REOPENED)
                            .isPresent())) {
                problems.add(Problem.warning(
                        "acceptance-reopened",
                        "The risk " + acceptance.threat() + " has changed since it was accepted.",
                        "look at it again; bartizan risk show tells its state now",
                        acceptance.location()));
            }
        }
        for (RiskSettings.Figures figures : question.settings().figures()) {
            unknown(figures.threats(), figures.location(), problems);
            figures.currency()
                    .filter(currency -> !currency.equals(question.settings().currency()))
                    .ifPresent(currency -> problems.add(Problem.error(
                            "mixed-money",
                            "These figures are in " + currency + ", the assessment is in "
                                    + question.settings().currency() + ": they are left out.",
                            "state all amounts in one currency; no rate of exchange is guessed",
                            figures.location())));
        }
        for (RiskSettings.Rating rating : question.settings().ratings()) {
            unknown(rating.threats(), rating.location(), problems);
        }
        problems.addAll(ratings.problems());
        return problems;
    }

    private void unknown(List<String> threats, Location place, List<Problem> problems) {
        for (String threat : threats) {
            if (!question.catalogue().threats().containsKey(threat)) {
                problems.add(Problem.error(
                        "unknown-threat",
                        "There is no threat " + threat + ".",
                        "bartizan threats list tells their ids",
                        place));
            }
        }
    }
}
