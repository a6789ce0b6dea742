package dev.bartizan.report;

import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Catalogue;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.safeguards.CatalogueGroup;
import dev.bartizan.report.safeguards.MatrixTable;
import dev.bartizan.report.terminal.Style;
import dev.bartizan.report.terminal.TerminalMatrix;
import dev.bartizan.report.terminal.TerminalPatterns;
import dev.bartizan.snapshot.JsonOutput;
import dev.bartizan.snapshot.SnapshotFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be asked about safeguards, and how it is told; the same facts give the same bytes. */
public enum MatrixView {
    /** Threats by controls. */
    CONTROLS,
    /** Who owns which control. */
    RESPONSIBILITIES,
    PATTERNS,
    /** What stands around each crown jewel. */
    DEFENCES;

    /** As the command line writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Lines for a terminal, without control characters of the input.
     *
     * @param catalogue whose ids the controls are grouped by
     */
    public List<String> lines(
            Snapshot snapshot, SafeguardFacts facts, Optional<Catalogue> catalogue, boolean coloured) {
        Style style = coloured ? Style.COLOUR : Style.PLAIN;
        var matrix = new TerminalMatrix(snapshot, facts, style);
        return switch (this) {
            case CONTROLS -> catalogue.map(matrix::controls).orElseGet(matrix::controls);
            case RESPONSIBILITIES -> matrix.responsibilities();
            case PATTERNS -> TerminalPatterns.of(facts, style);
            case DEFENCES -> matrix.defences();
        };
    }

    /** A file of comma-separated values. */
    public String csv(SafeguardFacts facts, Optional<Catalogue> catalogue) {
        return table(facts, catalogue).csv();
    }

    /** A table of Markdown. */
    public String markdown(SafeguardFacts facts, Optional<Catalogue> catalogue) {
        return table(facts, catalogue).markdown();
    }

    /** One JSON document: the key of {@code assessment.json}, or groups of a catalogue. */
    public String json(SafeguardFacts facts, Optional<Catalogue> catalogue) {
        var out = new ByteArrayOutputStream();
        if (this == CONTROLS && catalogue.isPresent()) {
            JsonOutput.write(out, json -> groups(json, facts, catalogue.get()));
        } else {
            SnapshotFile.writeSafeguards(facts, word(), out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private MatrixTable table(SafeguardFacts facts, Optional<Catalogue> catalogue) {
        return switch (this) {
            case CONTROLS ->
                catalogue.map(one -> MatrixTable.controls(facts, one)).orElseGet(() -> MatrixTable.controls(facts));
            case RESPONSIBILITIES -> MatrixTable.responsibilities(facts);
            case PATTERNS -> MatrixTable.patterns(facts);
            case DEFENCES -> MatrixTable.defences(facts);
        };
    }

    private static void groups(JsonOutput json, SafeguardFacts facts, Catalogue catalogue) {
        json.object().text("catalogue", catalogue.word()).inRows().array("entries");
        for (CatalogueGroup group : CatalogueGroup.of(facts, catalogue)) {
            json.object()
                    .text("id", group.id())
                    .texts("exact", group.exact())
                    .texts("partialOrRelated", group.lesser())
                    .number("applicable", group.applicable())
                    .number("evidenced", group.evidenced())
                    .number("refuted", group.refuted())
                    .number("open", group.open())
                    .end();
        }
        json.end()
                .texts("noCounterpart", CatalogueGroup.without(facts, catalogue))
                .end();
    }
}
