package dev.bartizan.threats;

import dev.bartizan.graph.DecisionTable;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.Way;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What speaks against a condition that does not hold: checks that looked and found nothing, somebody's word that a control is in place, policies that
 * refuse. A condition names the checks, controls and directions that it asks about; what else it asks leaves no line.
 */
final class Counterevidence {
    private static final int MOST = 4;
    private static final Pattern WORD = Pattern.compile("'(BL-[A-Z]+-[0-9]+|C-[A-Z0-9]+)'");
    private static final String OUTWARDS = "reachesOutside";
    /** A question to the network about the asset itself: {@code reachedBy(n, ['notebook'])}. */
    private static final Pattern NETWORK =
            Pattern.compile("\\b(exposed|reachedBy|bypass|" + OUTWARDS + ")\\(n(, *\\[[^\\]]*])?\\)");

    private final Conditions conditions;
    private final CheckFunctions checks;
    private final Optional<ReachabilityFacts> network;

    Counterevidence(Conditions conditions) {
        this.conditions = conditions;
        this.checks = conditions.checks();
        this.network = conditions.world().snapshot().connectivity();
    }

    /** At most a few, those of checks first. */
    List<Evidence> of(String condition, AssetThing thing) {
        Set<Evidence> all = new LinkedHashSet<>();
        WORD.matcher(condition)
                .results()
                .map(MatchResult::group)
                .map(word -> word.substring(1, word.length() - 1))
                .distinct()
                .forEach(word -> all.addAll(
                        word.startsWith("C-") ? checks.inPlace(thing, word) : checks.foundNothing(thing, word)));
        asksNetwork(condition).stream()
                .filter(question -> isRefuted(question, thing))
                .forEach(question -> network.ifPresent(facts -> all.addAll(refusals(
                        facts, question.startsWith(OUTWARDS) ? facts.egress() : facts.ingress(), thing.index()))));
        return all.stream().limit(MOST).toList();
    }

    /** What a condition asks the network about its asset. */
    static List<String> asksNetwork(String condition) {
        return NETWORK.matcher(condition)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private boolean isRefuted(String question, AssetThing thing) {
        return conditions
                .compile(question, false, thing.asset().location())
                .evaluate(Map.of(Conditions.ASSET, thing))
                .isRefuted();
    }

    /** The policies by which pods of an asset refuse others, or are refused. */
    private static List<Evidence> refusals(ReachabilityFacts facts, DecisionTable table, int asset) {
        var refusals = new ArrayList<Evidence>();
        facts.classesOf(asset).stream()
                .mapToObj(number -> table.row(table.rowOf(number)))
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .flatMap(run -> run.ways().stream())
                .filter(way -> way.verdict() == Way.Verdict.DENIED)
                .flatMap(Counterevidence::steps)
                .filter(step -> !refusals.contains(step))
                .limit(MOST)
                .forEach(refusals::add);
        return refusals;
    }

    private static Stream<Evidence> steps(Way way) {
        return way.steps().stream()
                .flatMap(step -> step.location().map(at -> new Evidence(step.statement(), at)).stream());
    }
}
