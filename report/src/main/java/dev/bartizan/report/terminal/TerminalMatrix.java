package dev.bartizan.report.terminal;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Catalogue;
import dev.bartizan.graph.SafeguardFacts.Cell;
import dev.bartizan.graph.SafeguardFacts.Defence;
import dev.bartizan.graph.SafeguardFacts.Guard;
import dev.bartizan.graph.SafeguardFacts.Party;
import dev.bartizan.graph.SafeguardFacts.Phase;
import dev.bartizan.graph.SafeguardFacts.Proof;
import dev.bartizan.graph.SafeguardFacts.Responsibility;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.SafeguardFacts.State;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.safeguards.CatalogueGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which controls are proven, who owns them, and what stands around the crown jewels. */
public final class TerminalMatrix {
    private static final int BAR = 16;
    private static final int MOST_GAPS = 12;
    private static final int MOST_NAMES = 8;
    private static final String LEGEND = "  █ proven   ▒ refuted   · open";

    private final Snapshot snapshot;
    private final SafeguardFacts facts;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    public TerminalMatrix(Snapshot snapshot, SafeguardFacts facts, Style style) {
        this.snapshot = snapshot;
        this.facts = facts;
        this.style = style;
    }

    /** Threats by controls: shares, gaps, controls that nothing tells of, threats without a proven control. */
    public List<String> controls() {
        totals();
        shares();
        gaps();
        unguarded();
        named("Open everywhere, as far as checks looked", places(control -> isOpen(control) && !control.isUntold()));
        named("Nobody can tell: no check, and no attestation in bartizan.yaml", places(Safeguard::isUntold));
        named("No threat of this platform needs", ids(Safeguard::isUnneeded));
        return List.copyOf(lines);
    }

    private List<String> ids(Predicate<Safeguard> which) {
        return facts.controls().stream().filter(which).map(Safeguard::control).toList();
    }

    private List<String> places(Predicate<Safeguard> which) {
        return facts.controls().stream()
                .filter(which)
                .filter(control -> !control.coverage().applicable().isEmpty())
                .map(control -> control.control() + " on "
                        + control.coverage().applicable().cardinality())
                .toList();
    }

    private static boolean isOpen(Safeguard control) {
        return control.coverage().evidenced().isEmpty()
                && control.coverage().refuted().isEmpty();
    }

    private String title(String threat) {
        return snapshot.threats().stream()
                .flatMap(known -> known.results().stream())
                .filter(result -> result.threat().equals(threat))
                .map(result -> " " + result.title())
                .findFirst()
                .orElse("");
    }

    private void totals() {
        int evidenced = sum(State.EVIDENCED);
        int refuted = sum(State.REFUTED);
        int all = evidenced + refuted + sum(State.OPEN);
        lines.add(style.strong("Controls: proven on " + evidenced + " of " + all + " places that need one"
                + percent(evidenced, all) + ", refuted on " + refuted + ", open on " + (all - evidenced - refuted)));
        int gaps = facts.controls().stream().mapToInt(Safeguard::gaps).sum();
        long threats = facts.controls().stream()
                .flatMap(control -> control.threats().stream())
                .map(Cell::threat)
                .distinct()
                .count();
        lines.add("  " + Words.count(gaps, "gap") + ": a threat is confirmed and a control that is to stop it is refuted");
        lines.add("  " + facts.unguarded().size() + " of " + threats
                + " threats that can be about this platform have no proven control");
    }

    private int sum(State state) {
        return facts.controls().stream()
                .mapToInt(control -> switch (state) {
                    case EVIDENCED -> control.coverage().evidenced().cardinality();
                    case REFUTED -> control.coverage().refuted().cardinality();
                    case OPEN -> control.coverage().open().cardinality();
                })
                .sum();
    }

    private static String percent(int part, int all) {
        return all == 0 ? "" : " (" + 100 * part / all + " %)";
    }

    private void shares() {
        lines.add("");
        var table = new Table().row("", "", "proven", "refuted", "open", "of", "gaps", "threats");
        List<Safeguard> shown = facts.controls().stream()
                .filter(control -> !isOpen(control))
                .sorted(Comparator.comparingInt((Safeguard control) -> -control.gaps())
                        .thenComparing(control -> -control.coverage().refuted().cardinality())
                        .thenComparing(control -> -control.coverage().evidenced().cardinality())
                        .thenComparing(Safeguard::control))
                .toList();
        for (Safeguard control : shown) {
            int evidenced = control.coverage().evidenced().cardinality();
            int refuted = control.coverage().refuted().cardinality();
            int open = control.coverage().open().cardinality();
            table.row(
                    control.control(),
                    bar(evidenced, refuted, open),
                    figure(evidenced),
                    figure(refuted),
                    figure(open),
                    Integer.toString(evidenced + refuted + open),
                    figure(control.gaps()),
                    figure(control.threats().size()));
        }
        List<String> rows = table.lines();
        for (int i = 0; i < rows.size(); i++) {
            lines.add("  " + rows.get(i)
                    + (i == 0 ? "" : "  " + style.faint(Printable.of(shown.get(i - 1).title()))));
        }
        lines.add(style.faint(LEGEND));
    }

    private static String figure(int number) {
        return number == 0 ? "·" : Integer.toString(number);
    }

    /** What there is of each shows, however little. */
    private static String bar(int evidenced, int refuted, int open) {
        int all = evidenced + refuted + open;
        if (all == 0) {
            return "-".repeat(BAR);
        }
        int dark = evidenced == 0 ? 0 : Math.max(1, BAR * evidenced / all);
        int grey = refuted == 0 ? 0 : Math.max(1, BAR * refuted / all);
        int rest = open == 0 ? 0 : Math.max(1, BAR - dark - grey);
        int over = dark + grey + rest - BAR;
        if (dark >= grey && dark >= rest) {
            dark -= over;
        } else if (grey >= rest) {
            grey -= over;
        } else {
            rest -= over;
        }
        return "█".repeat(dark) + "▒".repeat(grey) + "·".repeat(rest);
    }

    private void gaps() {
        List<Safeguard> broken = facts.controls().stream()
                .filter(control -> control.gaps() > 0)
                .sorted(Comparator.comparingInt((Safeguard control) -> -control.gaps()).thenComparing(Safeguard::control))
                .toList();
        if (broken.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(style.strong("Gaps"));
        for (Safeguard control : broken.stream().limit(MOST_GAPS).toList()) {
            lines.add("  " + style.severity(Severity.HIGH, control.control()) + "  " + Printable.of(control.title()));
            List<String> threats = control.threats().stream()
                    .filter(cell -> cell.gaps() > 0)
                    .map(cell -> cell.threat() + " on " + cell.gaps() + " of " + cell.applicable())
                    .toList();
            lines.addAll(Paragraph.lines("      lets through ", "        ", Words.some(threats, MOST_NAMES)));
            control.proofs().stream()
                    .filter(proof -> proof.state() == State.REFUTED)
                    .forEach(this::proof);
        }
        if (broken.size() > MOST_GAPS) {
            lines.add("  and " + Words.count(broken.size() - MOST_GAPS, "control") + " more");
        }
    }

    private void proof(Proof proof) {
        String first = proof.evidence().stream().findFirst().map(TerminalMatrix::shown).orElse("");
        String more = proof.assets() > 1 ? "  and " + (proof.assets() - 1) + " more" : "";
        lines.addAll(Paragraph.lines("      - ", "        ", first + more));
    }

    private static String shown(Evidence evidence) {
        return evidence.statement() + "  " + evidence.location().file() + ":"
                + evidence.location().line();
    }

    private void named(String heading, List<String> names) {
        if (!names.isEmpty()) {
            lines.add("");
            lines.add(style.strong(heading + " (" + names.size() + ")"));
            for (int i = 0; i < names.size(); i += MOST_NAMES) {
                List<String> some = names.subList(i, Math.min(names.size(), i + MOST_NAMES));
                lines.addAll(Paragraph.lines("  ", "  ", String.join(", ", some)));
            }
        }
    }

    private void unguarded() {
        List<String> threats = facts.unguarded();
        if (!threats.isEmpty()) {
            lines.add("");
            lines.add(style.strong("Threats of this platform without a proven control (" + threats.size() + ")"));
            threats.forEach(threat -> lines.add("  " + Printable.of(threat + title(threat))));
        }
    }

    /** The entries of a catalogue of others, by what is exact. */
    public List<String> controls(Catalogue catalogue) {
        List<CatalogueGroup> groups = CatalogueGroup.of(facts, catalogue);
        List<CatalogueGroup> counted =
                groups.stream().filter(group -> group.applicable() > 0).toList();
        lines.add(style.strong(catalogue.title() + ": " + counted.size() + " of " + groups.size()
                + " entries have an exact counterpart that this platform needs"));
        var table = new Table().row("", "", "proven", "refuted", "open", "of");
        counted.forEach(group -> table.row(
                group.id(),
                bar(group.evidenced(), group.refuted(), group.open()),
                figure(group.evidenced()),
                figure(group.refuted()),
                figure(group.open()),
                Integer.toString(group.applicable())));
        List<String> rows = table.lines();
        for (int i = 0; i < rows.size(); i++) {
            lines.add("  " + rows.get(i)
                    + (i == 0 ? "" : "  " + String.join(" ", counted.get(i - 1).exact())));
        }
        lines.add(style.faint(LEGEND));
        List<String> lesser = groups.stream()
                .filter(group -> group.exact().isEmpty())
                .map(group -> group.id() + " by " + String.join(" ", group.lesser()))
                .toList();
        named("Only partial or related, not counted", lesser);
        named("Controls without a counterpart in " + catalogue.title(), CatalogueGroup.without(facts, catalogue));
        return List.copyOf(lines);
    }

    /** By layer: a row for each control, a column for each party. */
    public List<String> responsibilities() {
        lines.add(style.strong("Responsibilities: proven of all, by who owns the control; ! where it is refuted, * where it is declared"));
        Stream.concat(Stream.of(Layer.values()).map(Optional::of), Stream.of(Optional.<Layer>empty()))
                .forEach(this::layer);
        return List.copyOf(lines);
    }

    private void layer(Optional<Layer> layer) {
        Map<String, List<Responsibility>> byControl = facts.responsibilities().stream()
                .filter(row -> row.layer().equals(layer))
                .collect(Collectors.groupingBy(
                        Responsibility::control, TreeMap::new, Collectors.toList()));
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
                .map(TerminalMatrix::reason)
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
        List<Responsibility> own = rows.stream().filter(row -> row.party() == party).toList();
        if (own.isEmpty()) {
            return "·  ";
        }
        int evidenced = own.stream().mapToInt(Responsibility::evidenced).sum();
        int refuted = own.stream().mapToInt(Responsibility::refuted).sum();
        int all = own.stream().mapToInt(Responsibility::assets).sum();
        boolean isDeclared = own.stream().anyMatch(row -> row.declared().isPresent());
        return evidenced + " of " + all + (refuted > 0 ? "!" : " ") + (isDeclared ? "*" : " ");
    }

    /** What stands around each crown jewel, and the holes. */
    public List<String> defences() {
        int layers = Phase.values().length * facts.defences().size();
        lines.add(style.strong("Defences of " + Words.count(facts.defences().size(), "crown jewel") + ": of " + layers
                + " layers " + layers(State.EVIDENCED) + " have a proven control, " + layers(State.OPEN)
                + " hang on what nobody told, " + layers(State.REFUTED) + " are holes"));
        lines.add(style.faint(LEGEND));
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
                + bar(proven.size(), refuted.size(), open.size()) + "  ";
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
                .map(TerminalMatrix::shown)
                .distinct()
                .forEach(evidence -> Paragraph.lines(" ".repeat(head.length()) + "- ", " ".repeat(head.length() + 2), evidence)
                        .forEach(line -> lines.add(style.faint(line))));
    }

    private static List<String> ids(List<Guard> guards, State state) {
        return guards.stream()
                .filter(guard -> guard.state() == state)
                .map(Guard::control)
                .toList();
    }
}
