package dev.bartizan.report.terminal;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Defence;
import dev.bartizan.graph.SafeguardFacts.Guard;
import dev.bartizan.graph.SafeguardFacts.Phase;
import dev.bartizan.graph.SafeguardFacts.State;
import dev.bartizan.graph.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What stands around each crown jewel, and the holes. */
public final class TerminalDefences {
    private static final int MOST_NAMES = 8;

    private final Snapshot snapshot;
    private final SafeguardFacts facts;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TerminalDefences(Snapshot snapshot, SafeguardFacts facts, Style style) {
        this.snapshot = snapshot;
        this.facts = facts;
        this.style = style;
    }

    /** By jewel and phase: what is refuted, proven and open, and what refutes it. */
    public static List<String> of(Snapshot snapshot, SafeguardFacts facts, Style style) {
        return new TerminalDefences(snapshot, facts, style).all();
    }

    private List<String> all() {
        int layers = Phase.values().length * facts.defences().size();
        lines.add(style.strong("Defences of " + Words.count(facts.defences().size(), "crown jewel") + ": of " + layers
                + " layers " + layers(State.EVIDENCED) + " have a proven control, " + layers(State.OPEN)
                + " hang on what nobody told, " + layers(State.REFUTED) + " are holes"));
        lines.add(style.faint(ShareBar.LEGEND));
        facts.defences().forEach(this::defence);
        return List.copyOf(lines);
    }

    private long layers(State state) {
        return facts.defences().stream()
                .flatMap(defence -> Stream.of(Phase.values()).map(defence::state))
                .filter(one -> one == state)
                .count();
    }

    private void defence(Defence defence) {
        lines.add("");
        String name = snapshot.platform()
                .index(defence.asset())
                .map(snapshot.platform()::asset)
                .map(asset -> asset.name() + "  " + asset.kind() + place(asset))
                .orElse(defence.asset());
        lines.add(style.strong(Printable.of(name)) + "  " + style.faint(Printable.of(defence.reason())));
        for (Phase phase : Phase.values()) {
            phase(defence, phase);
        }
    }

    private static String place(Asset asset) {
        return asset.namespace().equals("-") || asset.namespace().isEmpty() ? "" : " in " + asset.namespace();
    }

    private void phase(Defence defence, Phase phase) {
        List<Guard> guards = defence.guards(phase);
        List<String> proven = ids(guards, State.EVIDENCED);
        List<String> refuted = ids(guards, State.REFUTED);
        List<String> open = ids(guards, State.OPEN);
        String head = String.format(Locale.ROOT, "  %-9s", phase.word())
                + ShareBar.of(proven.size(), refuted.size(), open.size()) + "  ";
        var told = new ArrayList<String>();
        if (!refuted.isEmpty()) {
            told.add("refuted: " + Words.some(refuted, MOST_NAMES));
        }
        if (!proven.isEmpty()) {
            told.add("proven: " + Words.some(proven, MOST_NAMES));
        }
        if (!open.isEmpty()) {
            told.add("open: " + Words.some(open, MOST_NAMES));
        }
        if (defence.state(phase) == State.REFUTED) {
            told.addFirst(guards.isEmpty() ? "HOLE: no control of the catalogue is meant for this jewel" : "HOLE");
        }
        lines.addAll(Paragraph.lines(head, " ".repeat(head.length()), String.join("; ", told)));
        guards.stream()
                .filter(guard -> guard.state() == State.REFUTED)
                .flatMap(guard -> guard.evidence().stream().limit(1))
                .map(TerminalDefences::shown)
                .distinct()
                .forEach(evidence -> Paragraph.lines(
                                " ".repeat(head.length()) + "- ", " ".repeat(head.length() + 2), evidence)
                        .forEach(line -> lines.add(style.faint(line))));
    }

    private static List<String> ids(List<Guard> guards, State state) {
        return guards.stream()
                .filter(guard -> guard.state() == state)
                .map(Guard::control)
                .toList();
    }

    private static String shown(Evidence evidence) {
        return evidence.statement() + "  " + evidence.location().file() + ":"
                + evidence.location().line();
    }
}
