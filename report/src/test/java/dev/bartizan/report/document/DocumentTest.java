package dev.bartizan.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.diagram.ChainPicture;
import dev.bartizan.diagram.FlowPicture;
import dev.bartizan.diagram.Svg;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Form;
import dev.bartizan.report.document.Document.Grid;
import dev.bartizan.report.document.Document.Mark;
import dev.bartizan.report.document.Document.Picture;
import dev.bartizan.report.document.Document.Point;
import dev.bartizan.report.document.Document.Points;
import dev.bartizan.report.document.Document.Text;
import dev.bartizan.report.document.Document.Tone;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static final String HOSTILE = "</style><script>alert(1)</script>\u0000\uD800&\"'";

    private static Document slides(List<Chapter> chapters) {
        return new Document("Threat model", HOSTILE, LocalDate.of(2026, 11, 1), "", Form.SLIDES, chapters);
    }

    private static Document hostile() {
        var stops = List.of(
                new ChainPicture.Stop(ChainPicture.Kind.START, HOSTILE, "", "", false),
                new ChainPicture.Stop(ChainPicture.Kind.GOAL, HOSTILE, HOSTILE, HOSTILE, true));
        return slides(List.of(
                new Chapter("", List.of(new Text(HOSTILE))),
                new Chapter(
                        HOSTILE,
                        List.of(
                                new Picture(ChainPicture.svg(HOSTILE, stops, Svg.Theme.AUTO), HOSTILE),
                                new Points(List.of(
                                        new Point(new Mark(HOSTILE, Tone.CRITICAL), HOSTILE, List.of(HOSTILE)))),
                                new Grid(List.of(HOSTILE), List.of(List.of(HOSTILE)))))));
    }

    @Test
    void namesFromTheInputStayText() {
        assertThat(hostile().html()).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Test
    void everyChapterIsAPageOfThePdf() throws IOException {
        var out = new ByteArrayOutputStream();
        hostile().writePdf(out);

        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void picturesAreDrawnAndTheSameEachTime() throws IOException {
        var zones = List.of(new FlowPicture.Zone("serving", "3 assets"), new FlowPicture.Zone("data", "2 assets"));
        String svg = FlowPicture.svg(
                "flows", zones, List.of(new FlowPicture.Flow("serving", "data", 9, true)), Svg.Theme.AUTO);
        var drawn = new ByteArrayOutputStream();
        var again = new ByteArrayOutputStream();
        var empty = new ByteArrayOutputStream();
        slides(List.of(new Chapter("", List.of(new Picture(svg, "flows"))))).writePdf(drawn);
        slides(List.of(new Chapter("", List.of(new Picture(svg, "flows"))))).writePdf(again);
        slides(List.of(new Chapter("", List.of()))).writePdf(empty);

        assertThat(drawn.toByteArray()).isEqualTo(again.toByteArray());
        assertThat(drawn.size()).isGreaterThan(empty.size() + 1_000);
    }

    @Test
    void aLongTableGoesOnOverThePageAndSaysWhatIsLeft() throws IOException {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < 60; i++) {
            rows.add(List.of("row " + i, "some words that are not many"));
        }
        List<Chapter> pages = Slides.table("Rows", List.of(), List.of("One", "Other"), rows, 50);
        var out = new ByteArrayOutputStream();
        var chapters = new ArrayList<>(List.of(new Chapter("", List.of())));
        chapters.addAll(pages);
        slides(chapters).writePdf(out);

        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(pages.getLast().blocks()).last().isEqualTo(new Document.Note("and 10 more, in assessment.json"));
        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(chapters.size());
        }
    }
}
