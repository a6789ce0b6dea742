package dev.bartizan.report;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.RiskFacts.Simulated;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.risk.Amounts;
import dev.bartizan.report.risk.RiskTables;
import dev.bartizan.report.risk.SimulationForm;
import dev.bartizan.report.safeguards.MatrixTable;
import dev.bartizan.report.spreadsheet.Workbooks;
import dev.bartizan.report.terminal.Style;
import dev.bartizan.report.terminal.TerminalBacklog;
import dev.bartizan.report.terminal.TerminalCurve;
import dev.bartizan.report.terminal.TerminalRisks;
import dev.bartizan.report.terminal.TerminalSimulation;
import dev.bartizan.report.terminal.TerminalWhatIf;
import dev.bartizan.snapshot.SnapshotFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What can be asked about risk, and how it is told; the same facts give the same bytes.
 *
 * @param snapshot that the facts are of
 */
public record RiskView(Snapshot snapshot, RiskFacts facts) {
    /** How a question is told in a file. */
    public enum Form {
        JSON,
        CSV,
        MARKDOWN
    }

    /**
     * What each risk is worth, in lines for a terminal.
     *
     * @param isAll whether every risk, else the first ones
     */
    public List<String> risks(boolean isAll, boolean coloured) {
        return TerminalRisks.of(snapshot, facts, isAll, style(coloured));
    }

    /** The same as a file. */
    public String risks(Form form) {
        return switch (form) {
            case JSON -> written(out -> SnapshotFile.writeRisks(facts, "risks", out));
            case CSV -> RiskTables.risks(facts).csv();
            case MARKDOWN -> RiskTables.risks(facts).markdown() + limits();
        };
    }

    /**
     * What to mend first, in lines for a terminal.
     *
     * @param chosen of the backlog; they keep their numbers
     * @param note what they were chosen by; may be empty
     */
    public List<String> backlog(List<Mitigation> chosen, String note, boolean coloured) {
        return TerminalBacklog.of(facts, chosen, note, style(coloured));
    }

    /** The same as a file. */
    public String backlog(List<Mitigation> chosen, Form form) {
        return switch (form) {
            case JSON -> written(out -> SnapshotFile.writeRisks(facts.withBacklog(chosen), "backlog", out));
            case CSV -> RiskTables.backlog(facts, chosen).csv();
            case MARKDOWN -> RiskTables.backlog(facts, chosen).markdown() + limits();
        };
    }

    /** The same as a workbook (XLSX): the chosen mitigations, all risks, and what the figures do not say. */
    public byte[] workbook(List<Mitigation> chosen) {
        var about = new ArrayList<List<String>>();
        about.add(List.of("platform", snapshot.platform().name()));
        about.add(List.of("as of", snapshot.input().asOf().toString()));
        facts.limits().forEach(limit -> about.add(List.of("mind", limit)));
        return Workbooks.of(
                List.of(
                        new Workbooks.Sheet("Backlog", RiskTables.backlog(facts, chosen)),
                        new Workbooks.Sheet("Risks", RiskTables.risks(facts)),
                        new Workbooks.Sheet("About", new MatrixTable(List.of("what", "value"), about))),
                snapshot.input().asOf());
    }

    /** How likely a year's loss exceeds which amount, in lines for a terminal. */
    public List<String> curve(boolean coloured) {
        return TerminalCurve.of(facts, style(coloured));
    }

    /** The same as a file. */
    public String curve(Form form) {
        return switch (form) {
            case JSON -> written(out -> SnapshotFile.writeRisks(facts, "curve", out));
            case CSV -> RiskTables.curves(facts).csv();
            case MARKDOWN -> RiskTables.curves(facts).markdown() + limits();
        };
    }

    /** The exact curve beside simulated years, in lines for a terminal. */
    public List<String> simulation(Simulated simulated, boolean coloured) {
        return TerminalSimulation.of(facts, simulated, style(coloured));
    }

    /** The same as a file. */
    public String simulation(Simulated simulated, Form form) {
        return switch (form) {
            case JSON -> written(out -> SimulationForm.json(facts.currency(), simulated, out));
            case CSV -> SimulationForm.table(facts.currency(), simulated).csv();
            case MARKDOWN -> SimulationForm.table(facts.currency(), simulated).markdown() + limits();
        };
    }

    /** What would be left, in lines for a terminal. */
    public List<String> whatIf(List<Mitigation> done, RiskFacts after, boolean coloured) {
        return TerminalWhatIf.of(facts, done, after, style(coloured));
    }

    /** The place of a mitigation in the backlog, from 1. */
    public int number(Mitigation mitigation) {
        return RiskTables.number(facts, mitigation.id());
    }

    /** {@code 1.2 M}, {@code 340 k}, {@code 12}. */
    public static String amount(double amount) {
        return Amounts.of(amount);
    }

    /** {@code 3.1 %}. */
    public static String percent(double probability) {
        return Amounts.percent(probability);
    }

    private String limits() {
        var text = new StringBuilder();
        facts.limits().forEach(limit -> text.append('\n').append(limit).append('\n'));
        return text.toString();
    }

    private static String written(Consumer<ByteArrayOutputStream> writing) {
        var out = new ByteArrayOutputStream();
        writing.accept(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Style style(boolean coloured) {
        return coloured ? Style.COLOUR : Style.PLAIN;
    }
}
