package dev.bartizan.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of a workshop: nobody sees a vote before all are revealed. */
@ExtendWith(Reader.Extension.class)
class WorkshopTest {
    private static Path workshop = Path.of("workshop.html");

    @BeforeAll
    static void write() {
        workshop =
                Launcher.workshop(Subject.EXAMPLE.platform(), Subject.target().resolve("workshop"));
    }

    private static void join(Page page, String... names) {
        for (String name : names) {
            page.locator("#name").fill(name);
            page.locator("#name").press("Enter");
        }
        page.locator("#name").blur();
    }

    @Test
    void votesAreHiddenUntilTheyAreRevealed(Reader reader) {
        Page page = reader.open(workshop, Screen.DESKTOP_LIGHT);
        join(page, "Ana", "Ben");
        page.keyboard().press("5");
        page.keyboard().press("1");
        Locator votes = page.locator("#votes");

        assertThat(votes).containsText("2 of 2 voted");
        assertThat(votes.locator(".shown")).hasCount(0);
        page.keyboard().press("v");
        assertThat(votes.locator(".shown")).containsText("Ana");
        assertThat(votes).containsText("4 apart: lowest and highest speak first");
    }

    @Test
    void anAcceptanceWithoutAnEndIsToldToBeIncomplete(Reader reader) {
        Page page = reader.open(workshop, Screen.DESKTOP_DARK);
        Locator decision = page.locator("#decision");
        decision.locator("select").selectOption("accept");
        decision.locator("input").first().fill("rare");
        decision.locator("input").first().blur();

        assertThat(decision).containsText("An acceptance needs an end");
    }

    @Test
    void whatIsSavedIsTakenInByBartizanYaml(Reader reader) throws IOException {
        Page page = reader.open(workshop, Screen.DESKTOP_LIGHT);
        join(page, "Ana");
        Locator decision = page.locator("#decision");
        decision.locator("select").selectOption("accept");
        decision.locator("input").first().fill("rare enough");
        decision.locator("input[type=date]").fill("2027-01-31");
        decision.locator("input[type=date]").blur();
        Path folder = Files.createDirectories(Subject.target().resolve("workshop-taken-in"));

        Download saved = page.waitForDownload(() -> page.locator("#save").click());
        saved.saveAs(folder.resolve("workshop.json"));
        String settings = Files.readString(Subject.EXAMPLE.platform().resolveSibling("bartizan.yaml"));
        Path config = Files.writeString(folder.resolve("bartizan.yaml"), settings + "\nworkshops: [workshop.json]\n");

        org.assertj.core.api.Assertions.assertThat(Launcher.threats(Subject.EXAMPLE.platform(), config, folder))
                .contains("decided: accept until 2027-01-31: rare enough");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void nothingIsWiderThanTheScreen(Screen screen, Reader reader) {
        Page page = reader.open(workshop, screen);

        assertThat(page.locator("#card-title")).isVisible();
        org.assertj.core.api.Assertions.assertThat(page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
    }

    @Test
    void arrowsGoFromCardToCard(Reader reader) {
        Page page = reader.open(workshop, Screen.PHONE_LIGHT);
        String first = page.locator("#card-title").innerText();
        page.keyboard().press("ArrowRight");

        assertThat(page.locator("#card-title")).not().hasText(first);
    }
}
