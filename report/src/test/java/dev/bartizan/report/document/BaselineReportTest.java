package dev.bartizan.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Trees;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Figure;
import dev.bartizan.report.document.Document.Figures;
import dev.bartizan.report.document.Document.Grid;
import dev.bartizan.report.risk.ExampleRisks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

class BaselineReportTest {
    private static final String HOSTILE = "<script>alert(1)</script>\u0000&\"'";

    private static Snapshot bare() {
        var platform = new Platform("example", List.<Asset>of(), List.<Link>of(), new TreeMap<>(), Completeness.NONE);
        var input = new Input(LocalDate.of(2026, 11, 1), new TreeMap<>(), new TreeMap<>(), List.of());
        return Snapshot.of(input, platform, Trees.NONE, List.of());
    }

    private static Document report(Snapshot snapshot) {
        return BaselineReport.of(snapshot, List.of(), new TreeMap<>());
    }

    private static <T extends Block> List<T> blocks(Document document, String heading, Class<T> type) {
        return document.chapters().stream()
                .filter(chapter -> chapter.heading().equals(heading))
                .flatMap(chapter -> chapter.blocks().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void itsNumbersAreThoseOfTheFacts() {
        RiskFacts facts = ExampleRisks.facts(true, "");
        Document document = report(bare().with(facts));

        assertThat(blocks(document, "Summary for management", Figures.class)
                        .getFirst()
                        .figures())
                .contains(new Figure(
                        Long.toString(
                                facts.risks().stream().filter(Risk::confirmed).count()),
                        "risks are real"));
        Grid remedies = blocks(document, "Remediations in order", Grid.class).getLast();
        assertThat(remedies.rows())
                .containsExactly(
                        List.of(
                                "1",
                                "Do fix 1; cuts paths (together with 2)",
                                "serving",
                                "2026-12-24",
                                "a tested change",
                                "1 risk",
                                "0 findings"),
                        List.of(
                                "2",
                                "Do fix 2; cuts paths",
                                "serving",
                                "no date",
                                "a tested change",
                                "0 risks",
                                "0 findings"));
        Grid ranked = blocks(document, "Risks against appetite", Grid.class).getLast();
        assertThat(ranked.rows())
                .hasSize(2)
                .first()
                .satisfies(row -> assertThat(row).contains("high (13 M EUR) → moderate (6.3 M EUR)"));
        assertThat(blocks(document, "Exceptions and acceptances", Grid.class)
                        .getLast()
                        .rows())
                .containsExactly(List.of(
                        "Bucket stands open, in serving",
                        "It holds samples.",
                        "ana",
                        "2026-12-01",
                        "open again: the platform has changed"));
    }

    @Test
    void whatNobodyCalibratedIsToldWithoutDigits() {
        String page = report(bare().with(ExampleRisks.facts(false, ""))).html();

        assertThat(page)
                .contains("high → moderate", "millions EUR", "cannot be told in money yet")
                .doesNotContain("6.3 M", "3.1 M", "3,141,593");
    }

    @Test
    void namesFromTheInputStayText() throws IOException {
        Document document = report(bare().with(ExampleRisks.facts(true, HOSTILE)));

        assertThat(document.html()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(pdf(document)).isEqualTo(pdf(report(bare().with(ExampleRisks.facts(true, HOSTILE)))));
    }

    @Test
    void theSummaryFitsOnOnePageAndEveryChapterBeginsANewOne() throws IOException {
        Document document = report(bare().with(ExampleRisks.facts(true, "")));

        try (var pdf = Loader.loadPDF(pdf(document))) {
            assertThat(pdf.getNumberOfPages())
                    .isGreaterThanOrEqualTo(document.chapters().size());
            assertThat(pdf.getPage(0).getMediaBox().getHeight())
                    .isGreaterThan(pdf.getPage(0).getMediaBox().getWidth());
        }
    }

    @Test
    void whatWasNotAnalysedIsSaid() {
        Document document = report(bare());

        assertThat(document.html())
                .contains("The baseline was not checked.", "Risks were not worked out", "There are none.");
    }

    @Test
    void chaptersOfOtherAnalysesStandBeforeTheAppendix() {
        Document document = BaselineReport.of(bare(), List.of(new Chapter("Readiness", List.of())), new TreeMap<>());

        assertThat(document.chapters())
                .extracting(Chapter::heading)
                .containsSequence("Exceptions and acceptances", "Readiness", "Appendix: evidence");
    }

    private static byte[] pdf(Document document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.writePdf(out);
        return out.toByteArray();
    }
}
