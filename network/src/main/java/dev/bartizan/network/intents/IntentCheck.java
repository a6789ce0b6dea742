package dev.bartizan.network.intents;

import dev.bartizan.graph.Intent;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Verdict;
import dev.bartizan.graph.Platform;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Row;
import dev.bartizan.network.engine.Step;
import dev.bartizan.network.model.PortMatch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Checks intents against what policies allow, over classes: of each sender's class the row is computed once for all intents. A workload's pods among themselves
 * are nobody's intent.
 */
public final class IntentCheck {
    private static final int MOST_PLACES = 8;

    private final Platform platform;
    private final Engine engine;
    private final Participants participants;
    private final Sides sides;
    private final AskedPorts ports;
    private final Examples examples;

    /** @param words tells a step to a reader */
    public IntentCheck(
            Platform platform,
            Engine engine,
            List<Participant> everybody,
            Signatures signatures,
            Function<Step, IntentResult.Step> words) {
        this.platform = platform;
        this.engine = engine;
        this.participants = new Participants(everybody);
        this.sides = new Sides(platform, engine, participants);
        this.ports = new AskedPorts(platform, signatures);
        this.examples = new Examples(platform, engine, participants, ports, words);
    }

    /** In the order of the intents. */
    public List<IntentResult> run(List<Intent> intents) {
        List<Inquiry> inquiries = intents.stream().map(this::inquiry).toList();
        var sources = new TreeSet<Integer>();
        inquiries.forEach(inquiry -> inquiry.sources().forEach(sources::add));
        for (int source : sources) {
            Row row = engine.row(source);
            inquiries.forEach(inquiry -> inquiry.look(source, row));
        }
        return inquiries.stream().map(this::result).toList();
    }

    /**
     * Who an intent is about, by the numbers under which everybody was given; of {@code only} and {@code via} those who are not to connect.
     *
     * @param from who sends
     * @param to who receives
     */
    public record Between(BitSet from, BitSet to) {}

    public Between between(Intent intent) {
        return new Between(participants.asGiven(senders(intent)), participants.asGiven(receivers(intent)));
    }

    /** Whether somebody outside of the cluster sends what an intent is about. */
    public static boolean isFromOutside(Intent intent, Outside who) {
        return switch (intent.demand()) {
            case ALLOW, DENY -> Sides.isOn(intent.from(), who);
            case ONLY -> !Sides.isOn(intent.from(), who);
            case VIA -> Sides.isOn(intent.from(), who) && !Sides.isOn(intent.through(), who);
        };
    }

    /** Whether somebody outside of the cluster receives what an intent is about. */
    public static boolean isToOutside(Intent intent, Outside who) {
        return Sides.isOn(intent.to(), who)
                && (intent.demand() != Intent.Demand.VIA || !Sides.isOn(intent.through(), who));
    }

    /** The ports of a receiver that an intent is about. */
    public List<PortMatch.Range> ports(Intent intent, Participant receiver) {
        return ports.of(intent, receiver);
    }

    /** What a receiver is known to listen at, the ports that carry its work first. */
    public List<PortMatch.Range> wellKnown(Participant receiver) {
        return ports.wellKnown(receiver);
    }

    private Inquiry inquiry(Intent intent) {
        return inquiry(intent, senders(intent));
    }

    /** The same intent for other senders. */
    Inquiry inquiry(Intent intent, BitSet from) {
        return inquiry(intent, from, receivers(intent));
    }

    /** The same intent for other senders and receivers. */
    Inquiry inquiry(Intent intent, BitSet from, BitSet to) {
        return inquiry(intent, from, to, number -> ports.of(intent, participants.get(number)));
    }

    /** @param asked the ports of a receiver that it is about */
    Inquiry inquiry(Intent intent, BitSet from, BitSet to, IntFunction<List<PortMatch.Range>> asked) {
        var byParty = new TreeMap<Integer, List<Integer>>();
        from.stream()
                .forEach(number -> byParty.computeIfAbsent(
                                participants.get(number).party(), key -> new ArrayList<>())
                        .add(number));
        var senders = new TreeMap<Integer, Crowd>();
        byParty.forEach((party, members) -> senders.put(party, Crowd.of(members, participants)));
        var receivers = new Receivers.Collector();
        to.stream().forEach(number -> {
            List<PortMatch.Range> ofReceiver = asked.apply(number);
            if (!ofReceiver.isEmpty()) {
                receivers.add(participants.get(number).party(), ofReceiver, number);
            }
        });
        return new Inquiry(intent, participants, senders, receivers.all(participants));
    }

    BitSet senders(Intent intent) {
        BitSet from = sides.on(intent.from());
        return switch (intent.demand()) {
            case ALLOW, DENY -> from;
            case ONLY -> without(sides.anyone(), from);
            case VIA -> without(from, sides.on(intent.through()));
        };
    }

    BitSet receivers(Intent intent) {
        BitSet to = sides.on(intent.to());
        return intent.demand() == Intent.Demand.VIA ? without(to, sides.on(intent.through())) : to;
    }

    /** Those that packets are to go through. */
    BitSet through(Intent intent) {
        return sides.on(intent.through());
    }

    /** The ports of a receiver that an intent is about. */
    List<PortMatch.Range> asked(Intent intent, int receiver) {
        return ports.of(intent, participants.get(receiver));
    }

    Engine engine() {
        return engine;
    }

    Participants participants() {
        return participants;
    }

    /** The first packet against an intent, if there is one. */
    Optional<IntentResult.Example> firstAgainst(Inquiry inquiry) {
        return inquiry.against() == 0
                ? Optional.empty()
                : examples.of(inquiry).examples().stream().findFirst();
    }

    /** A packet of one pair, at the first port that the intent is about. */
    IntentResult.Example packet(Intent intent, int sender, int receiver) {
        return examples.of(new Inquiry.Case(sender, receiver, false, ports.of(intent, participants.get(receiver))));
    }

    /** A packet of a pair that was found. */
    IntentResult.Example packet(Inquiry.Case each) {
        return examples.of(each);
    }

    private static BitSet without(BitSet some, BitSet others) {
        var rest = (BitSet) some.clone();
        rest.andNot(others);
        return rest;
    }

    private IntentResult result(Inquiry inquiry) {
        Intent intent = inquiry.intent();
        long pairs = inquiry.pairs();
        Examples.Answer shown = examples.of(inquiry);
        List<String> notes = new ArrayList<>(new Notes(sides).of(intent, pairs));
        notes.addAll(unknown(shown.silent()));
        return new IntentResult(
                intent.id(),
                intent.heading(),
                intent.why().orElse(""),
                intent.demand().word(),
                verdict(inquiry, pairs),
                pairs,
                inquiry.against(),
                inquiry.open(),
                shown.examples(),
                notes,
                List.of(),
                intent.location());
    }

    /** Where something is open because nothing was written, and more may be written elsewhere. */
    private List<String> unknown(SortedSet<String> silent) {
        List<String> places = silent.stream()
                .filter(namespace -> !platform.completeness().covers(namespace))
                .limit(MOST_PLACES)
                .toList();
        return places.isEmpty()
                ? List.of()
                : List.of("no policy says anything in " + String.join(", ", places)
                        + ", and the input is not declared complete there: policies may be kept elsewhere");
    }

    private static Verdict verdict(Inquiry inquiry, long pairs) {
        if (pairs == 0) {
            return Verdict.VACUOUS;
        }
        if (inquiry.against() > 0) {
            return Verdict.BROKEN;
        }
        return inquiry.open() > 0 ? Verdict.UNDECIDED : Verdict.PROVEN;
    }
}
