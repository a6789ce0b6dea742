package dev.bartizan.report.safeguards;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Catalogue;
import dev.bartizan.graph.SafeguardFacts.Cell;
import dev.bartizan.graph.SafeguardFacts.Guard;
import dev.bartizan.graph.SafeguardFacts.PatternResult;
import dev.bartizan.graph.SafeguardFacts.Place;
import dev.bartizan.graph.SafeguardFacts.Proof;
import dev.bartizan.graph.SafeguardFacts.Responsibility;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.SafeguardFacts.State;
import dev.bartizan.graph.Truth;
import dev.bartizan.source.Location;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One view of the safeguards as rows for files: every figure stands beside the number of assets it is of.
 *
 * @param rows each with as many cells as there are headings
 */
public record MatrixTable(List<String> headings, List<List<String>> rows) {
    public MatrixTable {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A row for each control and each threat that it is to stop; a control that none needs has one row. */
    public static MatrixTable controls(SafeguardFacts facts) {
        return new MatrixTable(
                List.of(
                        "control",
                        "title",
                        "phase",
                        "threat",
                        "applicable",
                        "evidenced",
                        "refuted",
                        "open",
                        "gaps",
                        "evidence"),
                facts.controls().stream().flatMap(MatrixTable::control).toList());
    }

    private static Stream<List<String>> control(Safeguard control) {
        if (control.threats().isEmpty()) {
            var coverage = control.coverage();
            var whole = new Cell(
                    control.isUnneeded() ? "none" : "any",
                    coverage.evidenced().cardinality(),
                    coverage.refuted().cardinality(),
                    coverage.open().cardinality(),
                    0);
            return Stream.of(row(control, whole));
        }
        return control.threats().stream().map(cell -> row(control, cell));
    }

    private static List<String> row(Safeguard control, Cell cell) {
        return List.of(
                control.control(),
                control.title(),
                control.phase().word(),
                cell.threat(),
                Integer.toString(cell.applicable()),
                Integer.toString(cell.evidenced()),
                Integer.toString(cell.refuted()),
                Integer.toString(cell.open()),
                Integer.toString(cell.gaps()),
                control.proofs().stream().map(MatrixTable::proof).collect(Collectors.joining("; ")));
    }

    private static String proof(Proof proof) {
        return proof.source() + " " + proof.state().word() + " on " + proof.assets()
                + proof.evidence().stream()
                        .limit(1)
                        .map(evidence -> " (" + place(evidence.location()) + ")")
                        .collect(Collectors.joining());
    }

    /** A row for each entry of a catalogue of others, then one for each control without a counterpart. */
    public static MatrixTable controls(SafeguardFacts facts, Catalogue catalogue) {
        Stream<List<String>> groups = CatalogueGroup.of(facts, catalogue).stream()
                .map(group -> List.of(
                        group.id(),
                        String.join(" ", group.exact()),
                        String.join(" ", group.lesser()),
                        Integer.toString(group.applicable()),
                        Integer.toString(group.evidenced()),
                        Integer.toString(group.refuted()),
                        Integer.toString(group.open())));
        Stream<List<String>> others = CatalogueGroup.without(facts, catalogue).stream()
                .map(control -> List.of("no counterpart", "", control, "", "", "", ""));
        return new MatrixTable(
                List.of(catalogue.word(), "exact", "partial or related", "applicable", "evidenced", "refuted", "open"),
                Stream.concat(groups, others).toList());
    }

    public static MatrixTable responsibilities(SafeguardFacts facts) {
        return new MatrixTable(
                List.of(
                        "layer",
                        "control",
                        "party",
                        "owners",
                        "applicable",
                        "evidenced",
                        "refuted",
                        "open",
                        "reason",
                        "declared"),
                facts.responsibilities().stream()
                        .map(MatrixTable::responsibility)
                        .toList());
    }

    private static List<String> responsibility(Responsibility row) {
        return List.of(
                row.layer().map(Layer::word).orElse("none"),
                row.control(),
                row.party().word(),
                String.join(", ", row.owners()),
                Integer.toString(row.assets()),
                Integer.toString(row.evidenced()),
                Integer.toString(row.refuted()),
                Integer.toString(row.open()),
                row.reason(),
                row.declared().map(MatrixTable::place).orElse(""));
    }

    /** A row for each place and requirement. */
    public static MatrixTable patterns(SafeguardFacts facts) {
        return new MatrixTable(
                List.of(
                        "pattern",
                        "title",
                        "place",
                        "standing",
                        "assets",
                        "requirement",
                        "truth",
                        "evidence",
                        "remedy"),
                facts.patterns().stream()
                        .flatMap(pattern -> pattern.places().stream().flatMap(place -> rows(pattern, place)))
                        .toList());
    }

    private static Stream<List<String>> rows(PatternResult pattern, Place place) {
        if (place.answers().isEmpty()) {
            return Stream.of(row(pattern, place, "whether it fits", "undecided", String.join("; ", place.gaps()), ""));
        }
        return IntStream.range(0, place.answers().size()).mapToObj(i -> {
            var answer = place.answers().get(i);
            var requirement = pattern.requirements().get(i);
            String shown = answer.truth() instanceof Truth.Undecided undecided
                    ? String.join("; ", undecided.gaps())
                    : evidence(answer.evidence());
            return row(
                    pattern,
                    place,
                    requirement.title(),
                    answer.truth().word(),
                    shown,
                    answer.truth().isConfirmed() ? "" : requirement.remedy());
        });
    }

    private static List<String> row(
            PatternResult pattern, Place place, String requirement, String truth, String evidence, String remedy) {
        return List.of(
                pattern.id(),
                pattern.title(),
                place.place(),
                place.standing().word(),
                String.join(" ", place.assets()),
                requirement,
                truth,
                evidence,
                remedy);
    }

    /** A row for each crown jewel and control; a phase without any control is a row of its own. */
    public static MatrixTable defences(SafeguardFacts facts) {
        return new MatrixTable(
                List.of("jewel", "phase", "control", "state", "threats", "evidence"),
                facts.defences().stream()
                        .flatMap(defence -> Stream.of(SafeguardFacts.Phase.values())
                                .flatMap(phase -> defence.guards(phase).isEmpty()
                                        ? Stream.of(List.of(defence.asset(), phase.word(), "none", "hole", "", ""))
                                        : defence.guards(phase).stream().map(guard -> guard(defence.asset(), guard))))
                        .toList());
    }

    private static List<String> guard(String asset, Guard guard) {
        return List.of(
                asset,
                guard.phase().word(),
                guard.control(),
                guard.state().word(),
                String.join(" ", guard.threats()),
                guard.state() == State.OPEN ? guard.gap() : evidence(guard.evidence()));
    }

    private static String evidence(List<Evidence> all) {
        return all.stream()
                .map(evidence -> evidence.statement() + " (" + place(evidence.location()) + ")")
                .collect(Collectors.joining("; "));
    }

    private static String place(Location location) {
        return location.file() + ":" + location.line();
    }

    /** Comma-separated values (RFC 4180); a cell that a spreadsheet would take for a formula begins with an apostrophe. */
    public String csv() {
        return Stream.concat(Stream.of(headings), rows.stream())
                .map(row -> row.stream().map(MatrixTable::cell).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        String safe = text.replaceAll("\\p{Cntrl}", " ");
        if (!safe.isEmpty() && "=+-@".indexOf(safe.charAt(0)) >= 0) {
            safe = "'" + safe;
        }
        boolean isPlain = safe.indexOf(',') < 0 && safe.indexOf('"') < 0 && !safe.startsWith(" ");
        return isPlain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    /** A table of Markdown. */
    public String markdown() {
        return line(headings) + headings.stream().map(heading -> "|---").collect(Collectors.joining()) + "|\n"
                + rows.stream().map(MatrixTable::line).collect(Collectors.joining());
    }

    private static String line(List<String> row) {
        return row.stream().map(MatrixTable::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Names come from manifests: they may not become markup. */
    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
