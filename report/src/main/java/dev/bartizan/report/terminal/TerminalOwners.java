package dev.bartizan.report.terminal;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Party;
import dev.bartizan.graph.SafeguardFacts.Responsibility;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who owns which control, and how far it is proven there. */
public final class TerminalOwners {
    private final SafeguardFacts facts;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TerminalOwners(SafeguardFacts facts, Style style) {
        this.facts = facts;
        this.style = style;
    }

    /** By layer: a row for each control, a column for each party. */
    public static List<String> of(SafeguardFacts facts, Style style) {
        return new TerminalOwners(facts, style).all();
    }

    private List<String> all() {
        lines.add(
                style.strong(
                        "Responsibilities: proven of all, by who owns the control; ! where it is refuted, * where it is declared"));
        Stream.concat(Stream.of(Layer.values()).map(Optional::of), Stream.of(Optional.<Layer>empty()))
                .forEach(this::layer);
        return List.copyOf(lines);
    }

    private void layer(Optional<Layer> layer) {
        Map<String, List<Responsibility>> byControl = facts.responsibilities().stream()
                .filter(row -> row.layer().equals(layer))
                .collect(Collectors.groupingBy(Responsibility::control, TreeMap::new, Collectors.toList()));
        if (byControl.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(style.strong(layer.map(Layer::word).orElse("no layer known")));
        var table = new Table()
                .row(Stream.concat(Stream.of(""), Stream.of(Party.values()).map(party -> party.word() + "  "))
                        .toArray(String[]::new));
        byControl.forEach((control, rows) -> table.row(Stream.concat(
                        Stream.of(control), Stream.of(Party.values()).map(party -> share(rows, party)))
                .toArray(String[]::new)));
        table.lines().forEach(line -> lines.add("  " + line));
        for (Party party : Party.values()) {
            List<String> reasons = reasons(byControl.values(), party);
            if (!reasons.isEmpty()) {
                Paragraph.lines("  " + party.word() + ": ", "    ", String.join("; ", reasons))
                        .forEach(line -> lines.add(style.faint(line)));
            }
        }
    }

    /** One of each kind: they differ in the names of places. */
    private static List<String> reasons(Collection<List<Responsibility>> rows, Party party) {
        var byKind = new LinkedHashMap<String, String>();
        rows.stream()
                .flatMap(List::stream)
                .filter(row -> row.party() == party)
                .sorted(Comparator.comparingInt((Responsibility row) -> -row.assets()))
                .map(TerminalOwners::reason)
                .forEach(reason -> byKind.putIfAbsent(reason.split("[:,]", 2)[0], reason));
        return List.copyOf(byKind.values());
    }

    private static String reason(Responsibility row) {
        return row.reason()
                + row.declared()
                        .map(location -> " (" + location.file() + ":" + location.line() + ")")
                        .orElse("");
    }

    private static String share(List<Responsibility> rows, Party party) {
        List<Responsibility> own =
                rows.stream().filter(row -> row.party() == party).toList();
        if (own.isEmpty()) {
            return "·  ";
        }
        int evidenced = own.stream().mapToInt(Responsibility::evidenced).sum();
        int refuted = own.stream().mapToInt(Responsibility::refuted).sum();
        int all = own.stream().mapToInt(Responsibility::assets).sum();
        boolean isDeclared = own.stream().anyMatch(row -> row.declared().isPresent());
        return evidenced + " of " + all + (refuted > 0 ? "!" : " ") + (isDeclared ? "*" : " ");
    }
}
