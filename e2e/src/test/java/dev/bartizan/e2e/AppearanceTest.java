package dev.bartizan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the report looks at both widths and in both themes. What it looked like in this run is kept in {@code e2e/target/shots}. */
@ExtendWith(Reader.Extension.class)
class AppearanceTest {
    private static final Path SHOTS = Subject.target().resolve("shots");

    @ParameterizedTest
    @EnumSource
    void everyPartFitsTheScreen(Screen screen, Reader reader) {
        var report = reader.open(Subject.EXAMPLE, screen);
        for (var view : View.values()) {
            report.goTo(view);
            shoot(report, view.id(), screen);
            assertFits(report, view.id(), screen);
            if (view != View.MAP) {
                assertThat(Geometry.overprinted(report.page()))
                        .as("texts of %s over each other at %s", view, screen)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatOpensOnTopFitsToo(Screen screen, Reader reader) {
        var report = reader.open(Subject.EXAMPLE, screen);
        report.findings().open(0);
        shoot(report, "finding", screen);
        assertFits(report, "an open finding", screen);
        report.press("Escape");

        var map = report.map();
        map.filterButton().click();
        shoot(report, "map-filter", screen);
        assertFits(report, "the filter of the map", screen);
        report.press("Escape");

        map.enterLargestZone();
        shoot(report, "map-zone", screen);
        assertFits(report, "a zone", screen);
        map.searchBox().fill("delivery-forecast");
        report.press("Enter");
        assertThat(map.panelTitle()).isEqualTo("delivery-forecast");
        shoot(report, "map-asset", screen);
        assertFits(report, "the panel of an asset", screen);

        report.press("?");
        shoot(report, "keys", screen);
        assertFits(report, "the keys", screen);
    }

    @ParameterizedTest
    @EnumSource
    void theControlsOfTheFrameDoNotCoverEachOther(Screen screen, Reader reader) {
        var report = reader.open(Subject.EXAMPLE, screen);
        assertThat(Geometry.overlapping(report.page(), ".top > *, .tools > *")).isEmpty();
        report.findings();
        assertThat(Geometry.overlapping(report.page(), ".bar-top *")).isEmpty();
        report.map();
        assertThat(Geometry.overlapping(report.page(), ".map-tools, .map-zoom, .legend"))
                .isEmpty();
        assertThat(Geometry.overlapping(report.page(), ".map-tools .button, .map-tools input"))
                .isEmpty();
    }

    @Test
    void theThemeFollowsTheSystemUntilTheReaderChooses(Reader reader) {
        var light = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        var dark = reader.open(Subject.EXAMPLE, Screen.DESKTOP_DARK);
        assertThat(dark.paper()).isNotEqualTo(light.paper());
        var asTheSystem = light.paper();

        light.press("t");
        assertThat(light.paper()).isEqualTo(dark.paper());
        light.page().reload();
        assertThat(light.paper()).as("the choice is remembered").isEqualTo(dark.paper());
        light.press("t");

        assertThat(light.paper()).isEqualTo(asTheSystem);
    }

    private static void assertFits(ReportPage report, String what, Screen screen) {
        assertThat(Geometry.scrolledSideways(report.page()))
                .as("%s at %s scrolls sideways", what, screen)
                .isEmpty();
        assertThat(Geometry.beyondTheEdge(report.page(), screen.width()))
                .as("%s at %s is cut off by the edge of the screen", what, screen)
                .isEmpty();
    }

    private static void shoot(ReportPage report, String what, Screen screen) {
        report.photograph(SHOTS.resolve(screen.label() + "-" + what + ".png"));
    }
}
