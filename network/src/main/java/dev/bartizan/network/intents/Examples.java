package dev.bartizan.network.intents;

import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.Platform;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Reason;
import dev.bartizan.network.engine.Step;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortMatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Makes packets of pairs that break an intent, each with what decides it. */
final class Examples {
    private static final int MOST = 5;

    private final Platform platform;
    private final Engine engine;
    private final Participants participants;
    private final AskedPorts ports;
    private final Function<Step, IntentResult.Step> words;
    private final TreeSet<String> silent = new TreeSet<>();

    /** @param words tells a step to a reader */
    Examples(
            Platform platform,
            Engine engine,
            Participants participants,
            AskedPorts ports,
            Function<Step, IntentResult.Step> words) {
        this.platform = platform;
        this.engine = engine;
        this.participants = participants;
        this.ports = ports;
        this.words = words;
    }

    /**
     * One for each way to break an intent.
     *
     * @param silent namespaces whose policies say nothing about one of them
     */
    record Answer(List<IntentResult.Example> examples, SortedSet<String> silent) {}

    Answer of(Inquiry inquiry) {
        silent.clear();
        boolean isOpen = inquiry.against() == 0;
        var examples = new ArrayList<IntentResult.Example>();
        Set<List<IntentResult.Step>> known = new HashSet<>();
        for (Inquiry.Case each : inquiry.cases()) {
            if (each.isOpen() == isOpen && examples.size() < MOST) {
                IntentResult.Example example = of(each);
                if (known.add(example.path())) {
                    examples.add(example);
                }
            }
        }
        return new Answer(examples, new TreeSet<>(silent));
    }

    IntentResult.Example of(Inquiry.Case each) {
        Participant from = participants.get(each.from());
        Participant to = participants.get(each.to());
        PortMatch.Range port = port(each.ports(), to);
        List<Step> steps = engine.reasons(from.party(), to.party()).stream()
                .filter(reason -> reason.ports().stream()
                        .anyMatch(range -> range.and(port).isPresent()))
                .findFirst()
                .map(Reason::steps)
                .orElse(List.of());
        steps.stream()
                .filter(step -> step.outcome() == Step.Outcome.DEFAULT)
                .forEach(step -> (step.direction() == Direction.EGRESS ? from : to)
                        .pod()
                        .map(Pod::namespace)
                        .ifPresent(silent::add));
        List<IntentResult.Step> path = steps.stream().map(words).toList();
        Participant subject = to.isWorkload() ? to : from;
        return new IntentResult.Example(
                from.label(), to.label(), platform.asset(subject.asset()).id(), port.toString(), path);
    }

    /** One that the receiver is known to listen at if there is such. */
    private PortMatch.Range port(List<PortMatch.Range> possible, Participant receiver) {
        return ports.wellKnown(receiver).stream()
                .filter(known ->
                        possible.stream().anyMatch(range -> range.and(known).isPresent()))
                .findFirst()
                .orElseGet(possible::getFirst);
    }
}
