package dev.bartizan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The report without a pointer. */
@ExtendWith(Reader.Extension.class)
class KeyboardTest {
    private ReportPage report;

    @BeforeEach
    void open(Reader reader) {
        report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
    }

    @Test
    void slashGoesToTheSearchOfTheFindings() {
        report.press("/");
        var findings = new FindingsView(report.page());
        assertThat(findings.searchBox()).isFocused();

        report.page().keyboard().type("privileged");

        assertThat(findings.searchBox()).hasValue("privileged");
        assertThat(findings.rows()).isNotEmpty();
    }

    @Test
    void enterInTheSearchGoesOnToTheRows() {
        report.press("/");
        report.page().keyboard().type("privileged");
        report.press("Enter");

        assertThat(new FindingsView(report.page()).table()).isFocused();
    }

    @Test
    void escapeLeavesTheSearch() {
        var findings = report.findings();
        report.press("/", "Escape");

        assertThat(findings.searchBox()).not().isFocused();
    }

    @Test
    void jAndKGoDownAndUpAndTheFindingFollows() {
        var findings = report.findings();
        assertThat(findings.chosen()).isZero();

        report.press("j", "j");
        assertThat(findings.chosen()).isEqualTo(2);
        assertThat(findings.opened().title()).isEqualTo(findings.rows().get(2).title());

        report.press("k");
        assertThat(findings.chosen()).isEqualTo(1);
        assertThat(findings.opened().title()).isEqualTo(findings.rows().get(1).title());
    }

    @Test
    void theChosenRowStaysInSight() {
        var findings = report.findings();
        findings.table().focus();
        report.press("End");

        assertThat(findings.chosen()).isEqualTo(findings.count() - 1);
        assertThat(findings.row(findings.count() - 1)).isInViewport();
    }

    @Test
    void enterOpensTheFindingAndEscapeGoesBackToTheList() {
        var findings = report.findings();
        report.press("j", "Enter");
        assertThat(findings.opened().hasFocus()).isTrue();

        report.press("Escape");

        assertThat(findings.table()).isFocused();
        assertThat(findings.chosen()).isEqualTo(1);
    }

    @Test
    void jGoesOnWhileTheFindingIsRead() {
        var findings = report.findings();
        report.press("Enter");
        assertThat(findings.opened().hasFocus()).isTrue();

        report.press("j");

        assertThat(findings.chosen()).isEqualTo(1);
        assertThat(findings.opened().title()).isEqualTo(findings.rows().get(1).title());
    }

    @Test
    void onAPhoneEscapeClosesTheFinding(Reader reader) {
        var phone = reader.open(Subject.EXAMPLE, Screen.PHONE_LIGHT);
        var findings = phone.findings();
        assertThat(findings.opened().element()).isHidden();

        findings.open(0);
        assertThat(findings.opened().element()).isVisible();
        phone.press("Escape");

        assertThat(findings.opened().element()).isHidden();
    }

    @Test
    void questionMarkShowsTheKeysAndEscapeHidesThem() {
        assertThat(report.keys()).isHidden();
        report.press("?");
        assertThat(report.keys()).isVisible();
        assertThat(report.keys()).containsText("Search in findings or on the map");

        report.press("Escape");

        assertThat(report.keys()).isHidden();
    }

    @Test
    void gAndALetterGoToAPart() {
        report.press("g", "m");
        assertThat(report.part(View.MAP)).isVisible();
        report.press("g", "q");
        assertThat(report.part(View.QUESTIONS)).isVisible();
        report.press("g", "s");
        assertThat(report.part(View.SUMMARY)).isVisible();
    }

    @Test
    void whatIsTypedIntoASearchIsNoCommand() {
        var findings = report.findings();
        findings.searchBox().focus();
        report.page().keyboard().type("gm?tj");

        assertThat(report.part(View.FINDINGS)).isVisible();
        assertThat(report.keys()).isHidden();
        assertThat(findings.searchBox()).hasValue("gm?tj");
    }

    @Test
    void theMapIsWalkedWithArrowsAndEnter() {
        var map = report.map();
        map.surface().focus();
        report.press("Enter");
        var first = focused();
        report.press("ArrowRight");
        report.press("ArrowDown");
        assertThat(focused()).isNotEqualTo(first);

        report.press("0");
        map.surface().focus();
        var camera = map.camera();
        report.press("ArrowRight", "ArrowRight");
        assertThat(map.camera().x()).isLessThan(camera.x());
    }

    private String focused() {
        return (String) report.page().evaluate("() => document.activeElement.getAttribute('aria-label') ?? ''");
    }
}
