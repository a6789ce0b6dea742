package dev.bartizan.report.terminal;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Catalogue;
import dev.bartizan.graph.SafeguardFacts.Cell;
import dev.bartizan.graph.SafeguardFacts.Proof;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.SafeguardFacts.State;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.safeguards.CatalogueGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Which controls are proven, refuted and open, also by the catalogues of others. */
public final class TerminalMatrix {
    private static final int MOST_GAPS = 12;
    private static final int MOST_NAMES = 8;

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
        lines.add("  " + Words.count(gaps, "gap")
                + ": a threat is confirmed and a control that is to stop it is refuted");
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
                        .thenComparingInt(
                                control -> -control.coverage().refuted().cardinality())
                        .thenComparingInt(
                                control -> -control.coverage().evidenced().cardinality())
                        .thenComparing(Safeguard::control))
                .toList();
        for (Safeguard control : shown) {
            int evidenced = control.coverage().evidenced().cardinality();
            int refuted = control.coverage().refuted().cardinality();
            int open = control.coverage().open().cardinality();
            table.row(
                    control.control(),
                    ShareBar.of(evidenced, refuted, open),
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
                    + (i == 0
                            ? ""
                            : "  " + style.faint(Printable.of(shown.get(i - 1).title()))));
        }
        lines.add(style.faint(ShareBar.LEGEND));
    }

    private static String figure(int number) {
        return number == 0 ? "·" : Integer.toString(number);
    }

    private void gaps() {
        List<Safeguard> broken = facts.controls().stream()
                .filter(control -> control.gaps() > 0)
                .sorted(Comparator.comparingInt((Safeguard control) -> -control.gaps())
                        .thenComparing(Safeguard::control))
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
        String first =
                proof.evidence().stream().findFirst().map(TerminalMatrix::shown).orElse("");
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
                ShareBar.of(group.evidenced(), group.refuted(), group.open()),
                figure(group.evidenced()),
                figure(group.refuted()),
                figure(group.open()),
                Integer.toString(group.applicable())));
        List<String> rows = table.lines();
        for (int i = 0; i < rows.size(); i++) {
            lines.add("  " + rows.get(i)
                    + (i == 0 ? "" : "  " + String.join(" ", counted.get(i - 1).exact())));
        }
        lines.add(style.faint(ShareBar.LEGEND));
        List<String> lesser = groups.stream()
                .filter(group -> group.exact().isEmpty())
                .map(group -> group.id() + " by " + String.join(" ", group.lesser()))
                .toList();
        named("Only partial or related, not counted", lesser);
        named("Controls without a counterpart in " + catalogue.title(), CatalogueGroup.without(facts, catalogue));
        return List.copyOf(lines);
    }
}
