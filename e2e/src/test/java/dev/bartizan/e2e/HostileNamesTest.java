package dev.bartizan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever writes a manifest chooses its texts, and must not choose what the reader's browser runs. */
@ExtendWith(Reader.Extension.class)
class HostileNamesTest {
    private ReportPage report;

    @BeforeEach
    void open(Reader reader) {
        report = reader.open(Subject.HOSTILE, Screen.DESKTOP_LIGHT);
    }

    @Test
    void everyPartShowsMarkupAsTextAndRunsNothing() {
        for (var view : View.values()) {
            report.goTo(view);
            assertInert("the part " + view);
        }
        assertThat(report.part(View.FINDINGS).textContent()).contains("<img src=x onerror=");
        assertThat(report.part(View.INPUT).textContent()).contains("<img src=x onerror=");
    }

    @Test
    void anOpenFindingShowsMarkupAsText() {
        var findings = report.findings();
        for (int row = 0; row < findings.rows().size(); row++) {
            var opened = findings.open(row);
            assertInert("finding " + row);
            assertThat(opened.text()).contains("<img src=x onerror=");
        }
        assertThat(findings.rows()).isNotEmpty();
    }

    @Test
    void thePanelOfAnAssetAndItsSearchShowMarkupAsText() {
        var map = report.map();
        map.searchBox().fill("server <img src=x");
        assertThat(map.results().first().innerText()).contains("<img src=x onerror=");
        report.press("Enter");

        assertThat(map.panelTitle()).contains(HostilePlatform.MARKUP);
        assertInert("the panel");
    }

    @Test
    void theTitleOfTheWindowIsText() {
        assertThat(report.page().title()).contains("<img src=x onerror=");
        assertThat(report.page().locator("h1").textContent()).contains(HostilePlatform.MARKUP);
    }

    @Test
    void aHostileAddressIsInert(Reader reader) {
        for (var address : new String[] {
            "findings/<img src=x onerror=window.breach=1>",
            "map/999999999",
            "map/-1",
            "map/__proto__",
            "constructor",
            "%E0%A4%A"
        }) {
            report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT, address);
            assertInert("the address " + address);
            assertThat(report.page().locator("main > section:visible").count())
                    .as("parts shown at %s", address)
                    .isOne();
        }
    }

    @Test
    void paperShowsMarkupAsText() {
        report.page().pdf(new Page.PdfOptions().setFormat("A4"));

        assertInert("paper");
    }

    private void assertInert(String what) {
        assertThat(report.page().evaluate("() => window.breach ?? 0"))
                .as("%s ran a script of the input", what)
                .isEqualTo(0);
        // Drawings of losses are images made here, as data of their own: a browser runs nothing in them.
        assertThat(report.page()
                        .locator("img:not([src^='data:image/svg+xml']), iframe, object, embed")
                        .count())
                .as("%s took text of the input for markup", what)
                .isZero();
    }
}
