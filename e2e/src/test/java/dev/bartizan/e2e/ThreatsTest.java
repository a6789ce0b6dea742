package dev.bartizan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which threats are real: scenarios with their lines, ways to crown jewels, incidents. */
@ExtendWith(Reader.Extension.class)
class ThreatsTest {
    private static Locator scenario(ReportPage report, String text) {
        return report.part(View.THREATS)
                .locator("#scenarios details.pair")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    @Test
    void aScenarioLeadsToTheLineThatMakesItReal(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        report.goTo(View.THREATS);
        Locator open = scenario(report, "Anyone on the network can use or read the model server");
        open.locator("summary").first().click();

        assertThat(open).containsText("serving/vllm-chat.yaml:37");
        assertThat(open).containsText("missing C-AUTHN");
    }

    @Test
    void aLayerIsChosen(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.PHONE_LIGHT);
        report.goTo(View.THREATS);
        report.part(View.THREATS).locator("select[aria-label='Layer']").selectOption("data");

        assertThat(scenario(report, "A store of data answers whoever reaches it"))
                .isVisible();
        assertThat(scenario(report, "A way to the model goes around its guard")).hasCount(0);
    }

    @Test
    void theWayToAJewelIsDrawnStepByStep(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_DARK);
        report.goTo(View.THREATS);
        Locator way = report.part(View.THREATS).locator("#attack-paths .first-way");

        assertThat(way.locator(".node.is-start")).hasText("Notebook user");
        assertThat(way).containsText("registry/mlflow.yaml:32");
    }

    @Test
    void aWayIsDrawnOnTheMapAndWalkedByKeys(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        report.goTo(View.THREATS);
        report.part(View.THREATS)
                .locator("#attack-paths .first-way")
                .getByText("Show on the map")
                .click();
        Locator map = report.part(View.MAP);

        assertThat(map.locator(".ways .hop")).hasCount(1);
        assertThat(map.locator(".ways .hop.is-cut")).hasCount(1);
        assertThat(map.locator(".panel")).containsText("registry/mlflow.yaml:32");
        report.press("n");
        assertThat(map.locator(".ways .hop.is-now")).hasCount(1);
        report.press("Escape");
        assertThat(map.locator(".panel")).isHidden();
        assertThat(map.locator(".ways .hop")).hasCount(0);
    }

    @Test
    void aWayIsChosenOnTheMapOfAPhone(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.PHONE_DARK);
        report.goTo(View.MAP);
        report.part(View.MAP).locator("#map-ways").click();
        Locator choice = report.part(View.MAP).locator("#way-choice");

        assertThat(choice).isVisible();
        choice.selectOption(new SelectOption().setIndex(1));
        assertThat(report.part(View.MAP).locator(".panel h2")).not().hasText("To mlflow");
    }
}
