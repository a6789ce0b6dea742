package dev.bartizan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who can reach whom: the heat map, its pairs, and reach on the map. */
@ExtendWith(Reader.Extension.class)
class NetworkTest {
    private static Locator cell(ReportPage report, String name) {
        return report.part(View.NETWORK)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name + ":")));
    }

    @Test
    void aCellLeadsToItsPairsAndToTheLineThatDecides(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        report.goTo(View.NETWORK);
        cell(report, "ml-notebooks to ml-pipelines").click();

        var pairs = report.part(View.NETWORK).locator("#network-pairs");
        assertThat(pairs).isFocused();
        var argo = pairs.locator("details")
                .filter(new Locator.FilterOptions().setHasText("argo-server"))
                .first();
        argo.locator("summary").click();

        assertThat(argo).containsText("NetworkPolicy ml-pipelines/argo-server allows it by");
        assertThat(argo).containsText("pipelines/argo-server.yaml:");
    }

    @Test
    void theHeatMapIsWalkedWithArrows(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_DARK);
        report.goTo(View.NETWORK);
        var first = report.part(View.NETWORK).locator(".heat[tabindex='0']");
        first.focus();
        report.press("ArrowDown", "ArrowRight");

        var focused = report.part(View.NETWORK).locator(".heat:focus");
        assertThat(focused).hasAttribute("data-row", "1");
        assertThat(focused).hasAttribute("data-column", "1");
        report.press("Enter");
        assertThat(report.part(View.NETWORK).locator("#network-pairs")).isVisible();
    }

    @Test
    void theRolesAreAnotherWayToLookAtIt(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.PHONE_LIGHT);
        report.goTo(View.NETWORK);
        report.part(View.NETWORK)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("By role"))
                .click();

        assertThat(cell(report, "Notebook to Pipeline engine")).isVisible();
    }

    @Test
    void theMapShowsWhoReachesAnAsset(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        var map = report.map();
        map.searchBox().fill("argo-server");
        report.press("Enter");
        assertThat(map.panel()).containsText("Reached by");
        map.panel()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Who reaches it"))
                .click();

        assertThat(map.surface().locator(".is-reached").count()).isPositive();
    }
}
