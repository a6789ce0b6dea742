package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workshop takes along, and what it brings back. */
class ThreatsWorkshopCommandTest {
    private static final String SAVED = """
            {
              "version": 1,
              "title": "Workshop",
              "date": "2026-11-20",
              "participants": ["Ana", "Ben"],
              "answers": [],
              "attestations": [
                {"control": "C-TENANT", "holds": true, "evidence": "https://wiki.example/tenants", "date": "2026-11-20",
                 "select": {"names": ["postgres"], "namespaces": ["ml-registry"]}}
              ],
              "complete": [],
              "votes": [{"about": {"threat": "TH-D08", "zones": ["models"]}, "by": {"Ana": 4, "Ben": 1}}],
              "decisions": [{"about": {"threat": "TH-D08", "zones": ["models"]}, "decision": "accept", "why": "rare", "until": "2027-01-31"}],
              "notes": []
            }
            """;

    @TempDir
    private Path folder;

    private Path settings = Path.of("bartizan.yaml");

    @BeforeEach
    void copySettings() throws IOException {
        settings = folder.resolve("bartizan.yaml");
        Files.writeString(
                settings,
                // what the owners have said already is left out: the workshop says it
                Files.readString(Repository.path("examples/reference-platform/bartizan.yaml"))
                                .replaceAll("(?ms)^(answers|attestations):.*?(?=^[a-z]|\\z)", "")
                        + "\nworkshops: [workshop.json]\n");
    }

    private Ran threats(String... words) {
        var all = new ArrayList<>(List.of("threats"));
        all.addAll(List.of(words));
        all.addAll(List.of(
                Repository.path("examples/reference-platform/as-found").toString(),
                "--config",
                settings.toString(),
                "--as-of",
                "2026-11-22"));
        return Ran.of(all.toArray(String[]::new));
    }

    private String openTenants() {
        return threats("list", "--open", "--format", "json").out();
    }

    @Test
    void whatTheWorkshopAnsweredDecidesThreats() throws IOException {
        Files.writeString(folder.resolve("workshop.json"), SAVED.replace("C-TENANT", "C-GUARD"));
        String before = openTenants();
        Files.writeString(folder.resolve("workshop.json"), SAVED);
        String after = openTenants();

        assertThat(after)
                .contains(
                        "\"decisions\":[",
                        "\"threat\":\"TH-D08\",\"zones\":[\"models\"],\"decision\":\"accept\",\"why\":\"rare\"");
        assertThat(before)
                .contains("\"threat\":\"TH-D08\",\"title\":\"Tenants share a store that does not tell them apart\"");
        assertThat(count(after, "\"truth\":\"undecided\"")).isLessThan(count(before, "\"truth\":\"undecided\""));
    }

    @Test
    void whatTheWorkshopDecidedStandsInTheThreatModel() throws IOException {
        Files.writeString(
                folder.resolve("workshop.json"),
                SAVED.replace("\"TH-D08\"", "\"TH-D14\"").replace("rare", "rare & cheap"));
        Path out = folder.resolve("model.html");
        var ran = Ran.of(
                "report",
                Repository.path("examples/reference-platform/as-found").toString(),
                "--config",
                settings.toString(),
                "--document",
                "threat-model",
                "--as-of",
                "2026-11-22",
                "--out",
                out.toString());

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(out)).contains("<td>accept: rare &amp; cheap</td>", "<td>2027-01-31</td>");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void aBrokenFileIsToldAtItsPlaceAndNotTaken() throws IOException {
        Files.writeString(folder.resolve("workshop.json"), SAVED.replace("\"accept\"", "\"acept\""));
        Path out = folder.resolve("out");
        var ran = Ran.of(
                "assess",
                Repository.path("examples/reference-platform/as-found/registry").toString(),
                "--config",
                settings.toString(),
                "--out",
                out.toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(Assessment.in(out).problems().toString())
                .contains("workshop.json:13:")
                .contains("Unknown word 'acept'; did you mean 'accept'?");
    }

    @Test
    void nothingAboveBartizanYamlIsRead() throws IOException {
        Files.writeString(settings, "version: 1\nworkshops: [../workshop.json, /etc/passwd, gone.json]\n");
        Path out = folder.resolve("out");
        Ran.of(
                "assess",
                Repository.path("examples/reference-platform/as-found/registry").toString(),
                "--config",
                settings.toString(),
                "--out",
                out.toString());

        assertThat(Assessment.in(out).problems().toString())
                .contains("this is '../workshop.json'", "this is '/etc/passwd'", "gone.json, which is not there");
    }

    @Test
    void thePackHasCardsAndOnePageThatFetchesNothing() throws IOException {
        Files.writeString(folder.resolve("workshop.json"), SAVED);
        Path out = folder.resolve("pack");
        var ran = threats("workshop", "--out", out.toString());

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        assertThat(out.resolve("cards.pdf")).isNotEmptyFile();
        assertThat(Files.readString(out.resolve("cards.html"))).contains("Agenda", "My vote:", "Control C-AUTHN");
        String page = Files.readString(out.resolve("workshop.html"));
        assertThat(page).contains("default-src 'none'", "\"threat\":\"TH-D14\"", "\"kind\":\"attestations\"");
        assertThat(page.replace("http://www.w3.org/", "").replace("https://…", ""))
                .doesNotContain("src=\"http", "href=\"http", "fetch(", "XMLHttpRequest", "WebSocket");
    }

    @Test
    void hostileNamesStayText() throws IOException {
        Files.writeString(
                settings, "version: 1\nplatform: {name: '</script><img src=x onerror=alert(1)>{{script}}'}\n");
        Path out = folder.resolve("pack");
        threats("workshop", "--out", out.toString());

        for (String name : new String[] {"workshop.html", "cards.html"}) {
            assertThat(Files.readString(out.resolve(name))).doesNotContain("<img src=x");
        }
    }
}
