package dev.bartizan.report;

import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.report.document.BaselineReport;
import dev.bartizan.report.document.Document;
import dev.bartizan.report.document.Landscape;
import dev.bartizan.report.document.NetworkDesign;
import dev.bartizan.report.document.ThreatModel;
import dev.bartizan.report.document.ThreatTemplate;
import dev.bartizan.report.document.WorkshopCards;
import dev.bartizan.report.document.WorkshopDeck;
import dev.bartizan.report.html.ExcerptSource;
import dev.bartizan.report.html.HtmlOptions;
import dev.bartizan.report.html.HtmlReport;
import dev.bartizan.report.html.WorkshopPage;
import dev.bartizan.report.sarif.SarifOptions;
import dev.bartizan.report.sarif.SarifReport;
import dev.bartizan.report.terminal.Printable;
import dev.bartizan.report.terminal.Style;
import dev.bartizan.report.terminal.TerminalExplanation;
import dev.bartizan.report.terminal.TerminalIncidents;
import dev.bartizan.report.terminal.TerminalPaths;
import dev.bartizan.report.terminal.TerminalReport;
import dev.bartizan.report.terminal.TerminalThreats;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.source.Reading;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One snapshot, written for its readers.
 *
 * @param comparison with an older snapshot, to mark what is new
 * @param reading what the snapshot was made from, for excerpts; absent when it came from a file, which holds no lines
 * @param version of Bartizan; empty when not known
 * @param reasons why each check matters, by its id
 */
public record Reports(
        Snapshot snapshot,
        Optional<Comparison> comparison,
        Optional<Reading> reading,
        String version,
        SortedMap<String, String> reasons) {
    /** What the page is called. */
    public static final String HTML = "report.html";

    /** What the file for code hosts is called. */
    public static final String SARIF = SarifReport.NAME;

    public Reports {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    /** Of a snapshot alone. */
    public static Reports of(Snapshot snapshot) {
        return new Reports(snapshot, Optional.empty(), Optional.empty(), "", Collections.emptySortedMap());
    }

    /** The page for the browser; the stream stays open. */
    public void writeHtml(OutputStream out) {
        var options = HtmlOptions.DEFAULT.withVersion(version).withExplanations(reasons);
        // Made here: it holds lines of the input while it is in use, which must not outlive the writing.
        ExcerptSource excerpts = reading.<ExcerptSource>map(read -> new ReportExcerpts(read.excerpts()))
                .orElse(ExcerptSource.NONE);
        HtmlReport.write(snapshot, excerpts, comparison, out, options);
    }

    /** SARIF 2.1.0; the stream stays open. */
    public void writeSarif(OutputStream out) {
        var options = SarifOptions.DEFAULT.withVersion(version).withExplanations(reasons);
        SarifReport.write(snapshot, comparison, out, options);
    }

    /** The lines of the terminal summary, without control characters of the input. */
    public List<String> summary(boolean coloured) {
        return TerminalReport.of(snapshot, comparison, style(coloured));
    }

    /** Which threats are real and why, in lines for a terminal; none when nobody asked. */
    public List<String> threats(List<ThreatScenario> scenarios, boolean coloured) {
        return snapshot.threats()
                .map(facts -> TerminalThreats.of(facts, scenarios, style(coloured)))
                .orElse(List.of());
    }

    /** The questions of the analysis of threats that settle a severe scenario, those that settle most first, in lines for a terminal. */
    public List<String> threatQuestions(boolean coloured) {
        return snapshot.threats()
                .map(facts -> TerminalThreats.questions(
                        facts,
                        facts.severeQuestions().stream()
                                .limit(TerminalThreats.MOST_QUESTIONS)
                                .toList(),
                        style(coloured)))
                .orElse(List.of());
    }

    /** Which incidents would have worked here, a line each. */
    public static List<String> incidents(IncidentFacts facts, boolean coloured) {
        return TerminalIncidents.overview(facts, style(coloured));
    }

    /** One incident, step by step. */
    public static List<String> incident(IncidentFacts.Replay replay, boolean coloured) {
        return TerminalIncidents.of(replay, style(coloured));
    }

    /**
     * How an attacker gets to what is worth most, and what cuts the ways.
     *
     * @param mostPaths shown of each jewel
     */
    public static List<String> attackPaths(AttackPathFacts facts, int mostPaths, boolean coloured) {
        return TerminalPaths.of(facts, mostPaths, style(coloured));
    }

    /** How a finding came to be, in lines for a terminal. */
    public List<String> explain(Finding finding, boolean coloured) {
        return TerminalExplanation.of(snapshot, finding, style(coloured));
    }

    /**
     * What is known of an asset and why, in lines for a terminal.
     *
     * @param sections what the component is known for
     */
    public List<String> explain(int asset, List<Section> sections, boolean coloured) {
        return TerminalExplanation.of(
                snapshot, asset, sections.stream().map(Section::shown).toList(), style(coloured));
    }

    /** Text from the input made safe for a terminal: no control characters, not endless. */
    public static String printable(String text) {
        return Printable.of(text);
    }

    private static Style style(boolean coloured) {
        return coloured ? Style.COLOUR : Style.PLAIN;
    }

    /**
     * The plan of segmentation and monitoring.
     *
     * @param seal hash of the graph that signatures are bound to
     * @param tables what analyses add: intents
     * @param recorded what is to be recorded of a workload, by its role
     * @param roles who signs
     */
    public Paper networkDesign(
            String seal, List<DesignTable> tables, SortedMap<String, String> recorded, List<String> roles) {
        return new Paper(NetworkDesign.of(snapshot, seal, chapters(tables), recorded, roles));
    }

    private static List<Document.Chapter> chapters(List<DesignTable> tables) {
        return tables.stream()
                .map(table -> NetworkDesign.chapter(table.heading(), table.note(), table.headings(), table.rows()))
                .toList();
    }

    /**
     * The security baseline with prioritised remediations, to be handed over; readiness before its appendix.
     *
     * @param controls titles by id
     */
    public Paper baseline(SortedMap<String, String> controls) {
        return new Paper(BaselineReport.of(
                snapshot,
                snapshot.readiness().map(ReadinessChapter::of).stream().toList(),
                controls));
    }

    /**
     * The threat model, to be shown to a room.
     *
     * @param seal hash of the facts that signatures are bound to
     * @param roles who signs
     * @param controls titles by id
     * @param before an older assessment to tell changes from
     */
    public Paper threatModel(
            String seal, List<String> roles, SortedMap<String, String> controls, Optional<Snapshot> before) {
        var decisions = new TreeMap<String, ThreatModel.Decided>();
        snapshot.threats()
                .map(ThreatFacts::decisions)
                .orElse(List.of())
                .forEach(one -> decisions.put(
                        one.threat() + " " + String.join(" ", one.zones()),
                        new ThreatModel.Decided(one.decision() + ": " + one.why(), one.owner(), one.until())));
        return new Paper(ThreatModel.of(snapshot, new ThreatModel.Context(seal, roles, controls, decisions, before)));
    }

    /**
     * What happened to others, by pattern, and what of it would work here.
     *
     * @param controls titles by id
     */
    public Paper landscape(SortedMap<String, String> controls) {
        return new Paper(Landscape.of(snapshot, ThreatModel.Context.of(controls)));
    }

    /** The threats worth a talk, as printed cards with an agenda. */
    public Paper workshopCards(ThreatFacts facts, SortedMap<String, String> controls) {
        return new Paper(WorkshopCards.of(snapshot, WorkshopDeck.of(facts), ThreatModel.Context.of(controls)));
    }

    /** The same as a page to vote, note and decide in; it works without a network. */
    public String workshopPage(ThreatFacts facts, SortedMap<String, String> controls) {
        return WorkshopPage.of(snapshot, WorkshopDeck.of(facts), controls);
    }

    /** A threat model to fill in by hand. */
    public static Paper threatTemplate(LocalDate day) {
        return new Paper(ThreatTemplate.document(day));
    }

    /** The same as Markdown. */
    public static String threatTemplateMarkdown() {
        return ThreatTemplate.markdown();
    }
}
