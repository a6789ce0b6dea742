package dev.bartizan.snapshot;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.SafeguardFacts.Answer;
import dev.bartizan.graph.SafeguardFacts.PatternResult;
import dev.bartizan.graph.SafeguardFacts.Place;
import dev.bartizan.graph.SafeguardFacts.Requirement;
import dev.bartizan.graph.SafeguardFacts.Standing;
import dev.bartizan.graph.Truth;
import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.snapshot.json.Shape;
import java.util.List;
import java.util.Map;

/** Reads an entry of the key {@code patterns}. */
final class PatternReader {
    private static final Shape PATTERN = Shape.of("id", "title", "layer", "intent", "forces", "requirements", "places");
    private static final Shape REQUIREMENT = Shape.of("title", "control", "remedy");
    private static final Shape PLACE = Shape.of("place", "standing", "assets", "answers", "gaps");
    private static final Shape ANSWER = Shape.of("truth", "evidence").optional("gaps");
    private static final Map<String, Layer> LAYERS = Words.of(Layer.values(), Layer::word);
    private static final Map<String, Standing> STANDINGS = Words.of(Standing.values(), Standing::word);

    private final JsonCursor cursor;
    private final FindingReader findings;

    PatternReader(JsonCursor cursor, FindingReader findings) {
        this.cursor = cursor;
        this.findings = findings;
    }

    PatternResult read() {
        String id = "";
        String title = "";
        var layer = Layer.INFRASTRUCTURE;
        String intent = "";
        List<String> forces = List.of();
        List<Requirement> requirements = List.of();
        List<Place> places = List.of();
        cursor.open("a pattern", PATTERN);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "id" -> id = cursor.sharedText();
                case "title" -> title = cursor.sharedText();
                case "layer" -> layer = cursor.word(LAYERS, layer);
                case "intent" -> intent = cursor.text();
                case "forces" -> forces = cursor.texts("the forces");
                case "requirements" -> requirements = cursor.list("the requirements", this::requirement);
                case "places" -> places = cursor.list("the places", this::place);
            }
        }
        return new PatternResult(id, title, layer, intent, forces, requirements, places);
    }

    private Requirement requirement() {
        String title = "";
        String control = "";
        String remedy = "";
        cursor.open("a requirement", REQUIREMENT);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "title" -> title = cursor.sharedText();
                case "control" -> control = cursor.sharedText();
                case "remedy" -> remedy = cursor.sharedText();
            }
        }
        return new Requirement(title, control, remedy);
    }

    private Place place() {
        String place = "";
        var standing = Standing.UNDECIDED;
        List<String> assets = List.of();
        List<Answer> answers = List.of();
        List<String> gaps = List.of();
        cursor.open("a place", PLACE);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "place" -> place = cursor.sharedText();
                case "standing" -> standing = cursor.word(STANDINGS, standing);
                case "assets" -> assets = cursor.texts("the assets");
                case "answers" -> answers = cursor.list("the answers", this::answer);
                case "gaps" -> gaps = cursor.texts("the gaps");
            }
        }
        return new Place(place, standing, assets, answers, gaps);
    }

    private Answer answer() {
        var truth = new TruthReader(cursor);
        List<Evidence> evidence = List.of();
        cursor.open("an answer", ANSWER);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "truth" -> truth.word();
                case "gaps" -> truth.gaps();
                case "evidence" -> evidence = cursor.list("the evidence", findings::evidence);
            }
        }
        Truth read = truth.read();
        return new Answer(read, evidence);
    }
}
