package dev.bartizan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which controls are proven: the matrix with its filter, owners, patterns, defences, and the page on paper. */
@ExtendWith(Reader.Extension.class)
class ControlsTest {
    private static Locator part(ReportPage report, String selector) {
        return report.part(View.CONTROLS).locator(selector);
    }

    private static Locator control(ReportPage report, String id) {
        return part(report, "#control-matrix details.control")
                .filter(new Locator.FilterOptions().setHasText(id))
                .first();
    }

    @Test
    void aGapLeadsToTheLineThatRefutesTheControl(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        report.goTo(View.CONTROLS);
        Locator open = control(report, "C-AUTHN");
        open.locator("summary").click();

        assertThat(open).containsText("registry/mlflow.yaml:32");
        assertThat(open).containsText("MITRE ATLAS AML.M0019 (exact)");
        assertThat(open.locator(".cell.is-gap").first()).isVisible();
    }

    @Test
    void oneFilterIsForAllParts(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_DARK);
        report.goTo(View.CONTROLS);
        part(report, "input[type=search]").fill("C-RBAC");

        assertThat(part(report, "#control-matrix details.control")).hasCount(1);
        assertThat(part(report, "#responsibilities tbody tr").first()).containsText("C-RBAC");

        part(report, "input[type=search]").fill("");
        part(report, "select[aria-label='State']").selectOption("untold");
        assertThat(control(report, "C-GUARD")).isVisible();
        assertThat(control(report, "C-AUTHN")).hasCount(0);
    }

    @Test
    void threatsShowTheirControls(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.PHONE_LIGHT);
        report.goTo(View.CONTROLS);
        part(report, "#controls-by-threat").click();

        assertThat(part(report, ".threat-row").first()).containsText("real on");
        assertThat(part(report, "#controls-by-threat")).isFocused();
    }

    @Test
    void aBrickTellsWhatShowsIt(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        report.goTo(View.CONTROLS);
        Locator jewel = part(report, ".defence").first();
        jewel.locator(".brick.is-refuted").first().click();

        assertThat(jewel.locator(".told")).containsText("refuted");
        assertThat(jewel.locator(".told .where").first()).isVisible();
        assertThat(jewel.locator(".wall.is-refuted")).containsText("a hole");
    }

    /** What the filter left is printed, unfolded, and nothing else. */
    @Test
    void thePageIsPrintedAsItIsFiltered(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        report.goTo(View.CONTROLS);
        part(report, "select[aria-label='State']").selectOption("gap");
        report.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        report.page().evaluate("dispatchEvent(new Event('beforeprint'))");

        Locator paper = report.page().locator("#paper-controls");
        assertThat(paper).containsText("Only a gap");
        assertThat(paper.locator("#control-matrix")).containsText("registry/mlflow.yaml:32");
        assertThat(paper.locator("#control-matrix")).not().containsText("C-GUARD");
        assertThat(report.page().locator("#paper-findings")).hasCount(0);
    }
}
