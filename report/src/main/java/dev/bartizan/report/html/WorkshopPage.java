package dev.bartizan.report.html;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.report.document.WorkshopDeck;
import dev.bartizan.snapshot.JsonOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** The page that a workshop works with: silent votes, notes and decisions, saved to a file. It fetches nothing and sends nothing. */
public final class WorkshopPage {
    private static final int MOST_PLACES = 8;
    private static final int MOST_EVIDENCE = 3;
    private static final int LONGEST = 1_500;
    private static final List<String> STYLES = List.of("tokens.css", "base.css", "workshop.css");
    private static final List<String> SCRIPTS = List.of("dom.js", "words.js", "parts.js", "workshop.js");

    private final Snapshot snapshot;
    private final SortedMap<String, String> controls;

    private WorkshopPage(Snapshot snapshot, SortedMap<String, String> controls) {
        this.snapshot = snapshot;
        this.controls = controls;
    }

    /** @param controls titles by id */
    public static String of(Snapshot snapshot, WorkshopDeck deck, SortedMap<String, String> controls) {
        String style = Page.join(STYLES);
        String script = Page.script(SCRIPTS);
        byte[] data = Island.json(json -> new WorkshopPage(snapshot, controls).write(json, deck));
        return Page.resource("workshop.html")
                .replace(
                        "{{title}}",
                        Page.escaped("Threat workshop: " + snapshot.platform().name()))
                .replace("{{policy}}", Page.policy(style, script))
                .replace("{{style}}", style)
                .replace("{{script}}", script)
                .replace("{{data}}", new String(data, StandardCharsets.UTF_8));
    }

    private void write(JsonOutput json, WorkshopDeck deck) {
        json.object()
                .text("name", Texts.clip(snapshot.platform().name(), 200))
                .text("asOf", snapshot.input().asOf().toString())
                .number("omitted", deck.omitted())
                .array("cards");
        deck.cards().forEach(card -> card(json, card));
        json.end().end();
    }

    private void card(JsonOutput json, WorkshopDeck.Card card) {
        ThreatScenario scenario = card.scenario();
        json.object()
                .text("id", scenario.id())
                .text("threat", scenario.threat())
                .text("title", Texts.clip(scenario.title(), LONGEST))
                .text("severity", scenario.severity().word())
                .flag("open", !scenario.truth().isConfirmed())
                .text("story", Texts.clip(scenario.story(), LONGEST))
                .texts("zones", scenario.zones())
                .number("more", Math.max(0, scenario.places().size() - MOST_PLACES))
                .array("places");
        scenario.places().stream().limit(MOST_PLACES).forEach(place -> place(json, place));
        json.end().array("missing");
        for (String control : scenario.missing()) {
            json.object()
                    .text("id", control)
                    .text("title", controls.getOrDefault(control, control))
                    .end();
        }
        json.end().array("questions");
        card.questions().forEach(ask -> ask(json, ask));
        json.end().end();
    }

    private static void place(JsonOutput json, ThreatScenario.Place place) {
        json.object().text("statement", Texts.clip(place.statement(), LONGEST)).array("evidence");
        for (Evidence evidence : place.evidence().stream().limit(MOST_EVIDENCE).toList()) {
            json.object()
                    .text("statement", Texts.clip(evidence.statement(), LONGEST))
                    .text(
                            "at",
                            Texts.clip(evidence.location().file(), 300) + ":"
                                    + evidence.location().line())
                    .end();
        }
        json.end().end();
    }

    private static void ask(JsonOutput json, WorkshopDeck.Ask ask) {
        json.object()
                .text("kind", ask.kind().name().toLowerCase(Locale.ROOT))
                .text("text", Texts.clip(ask.question().text(), LONGEST))
                .text("place", Texts.clip(ask.question().place(), 300))
                .text("lines", Texts.clip(ask.question().answer(), LONGEST))
                .text("key", ask.key())
                .texts("values", ask.values())
                .object("select");
        ask.select().forEach(json::texts);
        json.end().end();
    }
}
