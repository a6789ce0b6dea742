package dev.bartizan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The map of the platform: moved, searched, filtered, asked. */
@ExtendWith(Reader.Extension.class)
class MapTest {
    private ReportPage report;
    private MapView map;

    @BeforeEach
    void openTheMap(Reader reader) {
        report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        map = report.map();
    }

    @Test
    void theButtonsZoomAndFit() {
        var fitted = map.camera();
        map.press("Zoom in");
        assertThat(map.camera().scale()).isGreaterThan(fitted.scale());
        map.press("Zoom out");
        map.press("Zoom out");
        assertThat(map.camera().scale()).isLessThan(fitted.scale());

        map.press("Fit to the window");

        assertThat(map.camera()).isEqualTo(fitted);
    }

    @Test
    void theWheelZoomsAboutThePointer() {
        var box = map.surface().boundingBox();
        var before = map.camera();
        map.wheel(-240);
        var after = map.camera();

        assertThat(after.scale()).isGreaterThan(before.scale());
        // What was under the pointer, in the middle, is under it still.
        assertThat((box.width / 2 - after.x()) / after.scale())
                .isCloseTo((box.width / 2 - before.x()) / before.scale(), within(2.0));
        assertThat((box.height / 2 - after.y()) / after.scale())
                .isCloseTo((box.height / 2 - before.y()) / before.scale(), within(2.0));
    }

    @Test
    void draggingMovesTheMapAndChoosesNothing() {
        var before = map.camera();
        map.drag(120, 60);
        var after = map.camera();

        assertThat(after.x() - before.x()).isCloseTo(120, within(1.0));
        assertThat(after.y() - before.y()).isCloseTo(60, within(1.0));
        assertThat(after.scale()).isEqualTo(before.scale());
        assertThat(map.panel()).isHidden();
    }

    @Test
    void aClickOnAZoneShowsItsAssetsAndTheCrumbLeadsBack() {
        var overview = map.zones().count();
        assertThat(overview).isGreaterThan(5);
        map.enterLargestZone();
        assertThat(map.assets().count()).isPositive();
        assertThat(map.crumb()).isVisible();

        map.crumb().click();

        assertThat(map.crumb()).isHidden();
        assertThat(map.zones()).hasCount(overview);
    }

    @Test
    void aClickOnAnAssetOpensItsPanelAndAClickBesideItClosesIt() {
        map.enterLargestZone();
        var asset = map.assets().first();
        var name = asset.getAttribute("aria-label");
        asset.click();

        assertThat(map.panel()).isVisible();
        assertThat(name).contains(map.panelTitle());
        assertThat(map.panel()).containsText("Declared at");
        assertThat(map.fact("Layer")).isNotBlank();
        assertThat(report.address()).matches("map/\\d+");

        report.press("Escape");

        assertThat(map.panel()).isHidden();
        assertThat(report.address()).isEqualTo("map");
    }

    @Test
    void thePanelLeadsToTheFindings() {
        map.searchBox().fill("delivery-forecast");
        report.press("Enter");
        var title = map.panel().locator("button.short .title").first().innerText();

        map.panel().locator("button.short").first().click();

        assertThat(report.part(View.FINDINGS)).isVisible();
        assertThat(new FindingsView(report.page()).opened().title()).isEqualTo(title);
    }

    @Test
    void theSearchFindsAnAssetAndBringsItIntoSight() {
        map.searchBox().fill("gpu-clock");
        assertThat(map.results().first()).containsText("gpu-clock-tuner");
        report.press("Enter");

        assertThat(map.panelTitle()).isEqualTo("gpu-clock-tuner");
        assertThat(map.surface().locator(".node.is-selected")).isInViewport();
    }

    @Test
    void theSearchIsFocusedWithSlashAndLeftWithEscape() {
        report.press("/");
        assertThat(map.searchBox()).isFocused();
        report.page().keyboard().type("zzzz-nothing");
        assertThat(map.results()).hasCount(0);
        report.press("Escape");

        assertThat(map.searchBox()).not().isFocused();
    }

    @Test
    void theFilterBySeverityFadesTheOthers() {
        map.enterLargestZone();
        int all = map.assets().count();
        map.emphasise("Severity", "High");

        assertThat(map.filterButton()).hasText("Filter (1)");
        assertThat(map.emphasised().all())
                .hasSizeLessThan(all)
                .allSatisfy(
                        asset -> assertThat(asset.getAttribute("aria-label")).contains(" high"));
    }

    @Test
    void theFilterByLayerKeepsAssetsOfThatLayer() {
        map.enterLargestZone();
        int all = map.assets().count();
        map.assets().first().click();
        var layer = map.fact("Layer");
        report.press("Escape");

        map.emphasise("Layer", Character.toUpperCase(layer.charAt(0)) + layer.substring(1));

        int kept = map.emphasised().count();
        assertThat(kept).isPositive().isLessThanOrEqualTo(all);
        for (int i = 0; i < Math.min(3, kept); i++) {
            map.emphasised().nth(i).click();
            assertThat(map.fact("Layer")).isEqualTo(layer);
            report.press("Escape");
        }
    }
}
