package dev.bartizan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The report on paper. */
@ExtendWith(Reader.Extension.class)
class PrintTest {
    /** The width of an A4 sheet without its margins, in CSS pixels: what the style sheet is asked about when it is printed. */
    private static final int SHEET = 703;

    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page[^s]");

    @Test
    void paperShowsTheFindingsOpened(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        int findings = report.findings().count();
        var paper = onPaper(report);

        assertThat(paper.locator("#paper-findings article")).hasCount(Math.min(300, findings));
        assertThat(paper.locator("#paper-findings article").first()).isVisible();
        assertThat(paper.locator("#paper-findings article").first()).containsText("Remedy");
        assertThat(paper.locator("#paper-findings .excerpt").first()).isVisible();
    }

    @Test
    void paperShowsEveryPartAndNoControls(Reader reader) {
        var paper = onPaper(reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT));

        for (var part : new String[] {"summary", "map", "findings", "controls", "questions", "input", "checks"}) {
            assertThat(paper.locator("#paper-" + part)).isVisible();
        }
        assertThat(paper.locator("#paper-map svg .zone").first()).isVisible();
        assertThat(paper.locator("#tabs")).isHidden();
        assertThat(paper.locator("#tools")).isHidden();
        assertThat(paper.locator("#view-summary")).isHidden();
    }

    @Test
    void paperIsWhiteAndItsInkDarkWhateverTheTheme(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_DARK);
        report.press("t", "t");
        assertThat(report.page().locator("html")).hasAttribute("data-theme", "dark");
        var paper = onPaper(report);

        assertThat(report.paper()).isEqualTo("rgb(255, 255, 255)");
        assertThat(Contrast.of(paper.locator("#paper-findings h2, #paper-findings article h3, #paper-summary h2")))
                .isNotEmpty()
                .filteredOn(contrast -> !contrast.isEnough())
                .isEmpty();
    }

    @Test
    void afterPrintingThePageIsAsItWas(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        var paper = onPaper(report);
        assertThat(paper.locator("#paper-findings")).isVisible();

        paper.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        paper.evaluate("() => dispatchEvent(new Event('afterprint'))");

        assertThat(paper.locator("#paper-findings")).hasCount(0);
        assertThat(report.part(View.SUMMARY)).isVisible();
    }

    @Test
    void thePrinterGetsMorePagesThanTheSummary(Reader reader) throws IOException {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        int findings = Math.min(300, report.findings().count());

        var file = report.page().pdf(new Page.PdfOptions().setFormat("A4"));

        Files.createDirectories(Subject.target().resolve("shots"));
        Files.write(Subject.target().resolve("shots/paper.pdf"), file);
        // A finding with its lines takes a sixth of a sheet at least.
        assertThat(PAGE.matcher(new String(file, StandardCharsets.ISO_8859_1))
                        .results()
                        .count())
                .isGreaterThan(findings / 6);
    }

    private static Page onPaper(ReportPage report) {
        var page = report.page();
        page.setViewportSize(SHEET, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))");
        return page;
    }
}
