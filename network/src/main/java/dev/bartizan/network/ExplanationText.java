package dev.bartizan.network;

import dev.bartizan.graph.IntentResult;
import dev.bartizan.network.Connection.RequestLimit;
import dev.bartizan.network.engine.Limit;
import dev.bartizan.network.engine.Reason;
import dev.bartizan.network.engine.Reason.Verdict;
import dev.bartizan.network.engine.Step;
import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Policy;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a connection is possible or not, in lines for a reader. */
final class ExplanationText {
    /** What is allowed before what is denied. */
    static final Comparator<Reason> OPEN_FIRST =
            Comparator.comparing(Reason::verdict, Comparator.comparingInt(ExplanationText::rank));

    private static final int MOST_NAMED = 4;

    private ExplanationText() {}

    static List<String> of(Peer from, Peer to, List<Reason> reasons) {
        var lines = new ArrayList<>(List.of(from.label() + " => " + to.label()));
        reasons.stream().sorted(OPEN_FIRST).forEach(reason -> {
            lines.add("");
            lines.add(reason.verdict() + " " + new Ports(reason.ports()));
            reason.steps().forEach(step -> lines.add("  " + line(step)));
        });
        return lines;
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case ALLOWED -> 0;
            case DEPENDS -> 1;
            case DENIED -> 2;
        };
    }

    /** A step with its place. */
    static String line(Step step) {
        return direction(step.direction())
                + said(step)
                + place(step).map(ExplanationText::written).orElse("");
    }

    private static String direction(Direction direction) {
        return direction == Direction.EGRESS ? "egress   " : "ingress  ";
    }

    /** Of what is allowed, which requests only, and the rules that say so. */
    static List<String> requests(List<Limit> limits) {
        var lines = new ArrayList<String>();
        for (Limit limit : limits) {
            lines.add("");
            lines.add("not open for all requests: " + RequestLimit.of(limit));
            limit.rules().stream()
                    .map(each -> "  " + direction(each.rule().direction())
                            + each.policy().kind() + " "
                            + each.policy().name() + " " + verb(each.rule().action()) + " some requests by "
                            + each.rule().name() + ": "
                            + each.rule().requests().map(Object::toString).orElse("all")
                            + written(each.rule().location()))
                    .distinct()
                    .forEach(lines::add);
        }
        return lines;
    }

    private static String verb(Action action) {
        return switch (action) {
            case ALLOW -> "allows";
            case DENY -> "denies";
            case PASS -> "passes on";
        };
    }

    /** A step for those who show the place apart. */
    static IntentResult.Step step(Step step) {
        return new IntentResult.Step(direction(step.direction()).strip() + ": " + said(step), place(step));
    }

    /** What a step says, in words. */
    static String said(Step step) {
        String said = outcome(step);
        return step.isAssumed() ? said + ", if an assumption holds: " + assumption(step) : said;
    }

    private static String assumption(Step step) {
        return step.rule()
                .flatMap(rule -> rule.assumption())
                .orElse("that a block of addresses holds the address of the peer");
    }

    private static String outcome(Step step) {
        return switch (step.outcome()) {
            case ALLOWED -> policies(step) + " allows it by " + rule(step);
            case DENIED -> policies(step) + " denies it by " + rule(step);
            case PASSED -> policies(step) + " passes it on by " + rule(step);
            case NOT_ALLOWED ->
                policies(step) + (step.policies().size() == 1 ? " isolates" : " isolate")
                        + " the pod, and no rule allows it";
            case AMBIGUOUS ->
                policies(step) + " have one priority and answer differently; which is asked first is not defined";
            case OWN_NODE ->
                policies(step)
                        + " isolates the pod, but its own node may always reach it, and the sender has the address of a node";
            case DEFAULT -> "no policy says anything: allowed";
        };
    }

    private static String policies(Step step) {
        String named = step.policies().stream()
                .limit(MOST_NAMED)
                .map(policy -> policy.kind() + " " + policy.name())
                .collect(Collectors.joining(", "));
        int more = step.policies().size() - MOST_NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }

    private static String rule(Step step) {
        return step.rule().map(rule -> rule.name()).orElse("a rule");
    }

    /** The rule of a step, or its first policy. */
    static Optional<Location> place(Step step) {
        return step.rule()
                .map(rule -> rule.location())
                .or(() -> step.policies().stream().findFirst().map(Policy::location));
    }

    private static String written(Location location) {
        return "  " + location.file() + ":" + location.line() + ":" + location.column();
    }
}
