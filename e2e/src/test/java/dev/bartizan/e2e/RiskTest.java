package dev.bartizan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What threats cost and what to mend first: matrix, curve, backlog with its filter, and the page on paper. */
@ExtendWith(Reader.Extension.class)
class RiskTest {
    private static Locator part(ReportPage report, String selector) {
        return report.part(View.RISK).locator(selector);
    }

    @Test
    void theFirstThingReadIsHowFarTheFiguresCarry(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        report.goTo(View.RISK);

        assertThat(part(report, "#risk-headline .notice")).containsText("orders of magnitude, not money");
        assertThat(part(report, "#loss-curve img")).isVisible();
        assertThat(part(report, "#tornado img")).isVisible();
    }

    @Test
    void aCellTellsItsRisksAndLeadsToThem(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_DARK);
        report.goTo(View.RISK);
        part(report, "#risk-matrix button.spot-cell").first().click();
        Locator risk = part(report, "#risk-matrix .cell-risks .link").first();
        String title = risk.textContent();
        risk.click();

        Locator open = part(report, "#risks details[open]").first();
        assertThat(open).containsText(title);
        open.getByText("Story and evidence").click();
        assertThat(report.part(View.THREATS).locator("#chosen-scenario")).containsText(title);
    }

    @Test
    void theBacklogIsFilteredAndLeadsToFindings(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.PHONE_LIGHT);
        report.goTo(View.RISK);
        part(report, "#backlog input[type=search]").fill("BL-DT-009");
        Locator rows = part(report, "#backlog tbody tr:not(.unfolded)");

        assertThat(rows.first()).containsText("minio-buckets");
        rows.first().locator(".opens").click();
        part(report, "#backlog .unfolded:not([hidden])")
                .getByText("Bucket is opened to everybody")
                .click();
        assertThat(report.part(View.FINDINGS)).isVisible();
    }

    /** What the filter left is printed, unfolded, and nothing else. */
    @Test
    void thePageIsPrintedAsItIsFiltered(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        report.goTo(View.RISK);
        part(report, "select[aria-label='Owner of the backlog']").selectOption("model-serving");
        report.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        report.page().evaluate("dispatchEvent(new Event('beforeprint'))");

        Locator paper = report.page().locator("#paper-risk");
        assertThat(paper).containsText("shows only model-serving");
        assertThat(paper.locator("#backlog .unfolded").first()).isVisible();
        assertThat(report.page().locator("#paper-findings")).hasCount(0);
    }
}
