package dev.bartizan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reader needs who has no pointer, no screen or little sight. */
@ExtendWith(Reader.Extension.class)
class AccessibilityTest {
    /** Eight tabs and three buttons: what every part shows. */
    private static final int FRAME = 10;

    @Test
    void tabReachesEverythingAndShowsWhereItIs(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        for (var view : View.values()) {
            report.goTo(view);

            var walk = TabWalk.through(report.page());

            assertThat(walk.usable()).as("what can be used on %s", view).hasSizeGreaterThan(FRAME);
            assertThat(walk.reached()).as("%s", view).containsExactlyInAnyOrderElementsOf(walk.usable());
            assertThat(walk.unmarked())
                    .as("reached on %s with no visible focus", view)
                    .isEmpty();
        }
    }

    @Test
    void everythingThatCanBeUsedHasAName(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        for (var view : View.values()) {
            report.goTo(view);

            assertNamed(report, FRAME);
        }
    }

    @Test
    void whatOpensOnTopHasNamesToo(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        report.findings().open(0);
        assertNamed(report, FRAME);
        var map = report.map();
        map.filterButton().click();
        assertNamed(report, FRAME);
        report.press("Escape");
        map.enterLargestZone();
        map.assets().first().click();
        assertNamed(report, FRAME);
        report.press("?");
        // A modal dialog is all there is until it is closed.
        assertNamed(report, 0);
    }

    @Test
    void thePageHasItsLandmarksAndOneFirstHeading(Reader reader) {
        var tree = AccessibilityTree.of(
                reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT).page());

        assertThat(tree.withRole("banner")).hasSize(1);
        assertThat(tree.withRole("navigation"))
                .singleElement()
                .satisfies(navigation -> assertThat(navigation.name()).isNotEmpty());
        assertThat(tree.withRole("main")).hasSize(1);
        assertThat(tree.withRole("heading")).isNotEmpty();
        assertThat(tree.withRole("status")).hasSize(1);
    }

    @Test
    void theRowsAndTheHeadsOfTheColumnsBelongToTheTable(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        report.findings();
        var tree = AccessibilityTree.of(report.page());

        assertThat(tree.withRole("grid")).hasSize(1);
        assertThat(tree.withRole("row")).isNotEmpty();
        assertThat(tree.withRole("row").stream()
                        .filter(row -> !Set.of("grid", "rowgroup").contains(row.parentRole())))
                .as("rows outside of the table")
                .isEmpty();
        assertThat(tree.withRole("columnheader"))
                .hasSize(4)
                .allSatisfy(head -> assertThat(head.parentRole()).isEqualTo("row"));
    }

    @ParameterizedTest
    @EnumSource
    void severitiesStandOutFromWhatIsBehindThem(Screen screen, Reader reader) {
        var report = reader.open(Subject.EXAMPLE, screen);
        assertReadable(
                Contrast.of(
                        report.page().locator("#view-summary .chip, #view-summary .cell, #view-summary .cell small")),
                "summary",
                screen);
        report.findings().open(0);
        assertReadable(
                Contrast.of(
                        report.page()
                                .locator(
                                        "#view-findings .row .chip, #view-findings .detail .chip, #view-findings .toggle .chip")),
                "findings",
                screen);
        report.press("Escape");
        report.map().enterLargestZone();
        assertReadable(Contrast.of(report.page().locator("#view-map .letter")), "map", screen);
        report.goTo(View.CHECKS);
        assertReadable(Contrast.of(report.page().locator("#view-checks .chip")), "checks", screen);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP_LIGHT", "DESKTOP_DARK"})
    void allTextStandsOutFromWhatIsBehindIt(Screen screen, Reader reader) {
        var report = reader.open(Subject.EXAMPLE, screen);
        for (var view : List.of(View.SUMMARY, View.FINDINGS, View.QUESTIONS, View.INPUT, View.CHECKS, View.ABOUT)) {
            report.goTo(view);
            assertReadable(
                    Contrast.of(
                            report.page()
                                    .locator(
                                            "header :is(a, p, h1, button), #view-" + view.id()
                                                    + " :is(p, h2, h3, h4, td, th, dt, dd, li, button, small, code, pre, .muted, .tag, .title, .second, .level):not(.is-zero, .zero)")),
                    view.id(),
                    screen);
        }
    }

    @Test
    void bothThemesAreTold(Reader reader) {
        assertThat(reader.open(Subject.EXAMPLE, Screen.DESKTOP_DARK)
                        .page()
                        .evaluate("() => getComputedStyle(document.documentElement).colorScheme"))
                .isEqualTo(ColorScheme.LIGHT.name().toLowerCase(Locale.ROOT) + " dark");
    }

    /** @param fewest there is more to use than so much */
    private static void assertNamed(ReportPage report, int fewest) {
        assertThat(AccessibilityTree.of(report.page()).interactive())
                .hasSizeGreaterThan(fewest)
                .allSatisfy(node -> assertThat(node.name()).as(node.role()).isNotEmpty());
    }

    private static void assertReadable(List<Contrast> contrasts, String where, Screen screen) {
        assertThat(contrasts).as("texts on %s", where).isNotEmpty();
        assertThat(contrasts.stream().filter(contrast -> !contrast.isEnough()))
                .as("too little contrast on %s at %s", where, screen)
                .isEmpty();
    }
}
