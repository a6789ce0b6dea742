package dev.bartizan.snapshot;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Question;
import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.snapshot.json.Shape;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads the keys that the baseline owns. */
final class ControlReader {
    private static final Shape QUESTION = Shape.of("id", "place", "text", "answer", "settles");
    private static final Shape WAIVER = Shape.of("finding", "rule", "asset", "reason", "expires", "by");
    private static final List<String> KEYS = List.of("findings", "checks", "questions", "waivers");

    private final JsonCursor cursor;
    private final FindingReader findingReader;
    private final CheckReader checkReader;
    private final TreeSet<String> present = new TreeSet<>();
    private List<Finding> findings = List.of();
    private List<CheckReader.NamedCheck> checks = List.of();
    private List<Question> questions = List.of();
    private List<Waiver> waivers = List.of();

    ControlReader(JsonCursor cursor, LocationReader locations, AssetSets sets) {
        this.cursor = cursor;
        this.findingReader = new FindingReader(cursor, locations);
        this.checkReader = new CheckReader(cursor, sets);
    }

    void read(String key) {
        present.add(key);
        switch (key) {
            case "findings" -> findings = cursor.list(key, findingReader::read);
            case "checks" -> checks = cursor.list(key, checkReader::read);
            case "questions" -> questions = cursor.list(key, this::question);
            case "waivers" -> waivers = cursor.list(key, this::waiver);
        }
    }

    Question question() {
        String id = "";
        String place = "";
        String text = "";
        String answer = "";
        List<String> settles = List.of();
        cursor.open("a question", QUESTION);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "id" -> id = cursor.sharedText();
                case "place" -> place = cursor.sharedText();
                case "text" -> text = cursor.sharedText();
                case "answer" -> answer = cursor.sharedText();
                case "settles" -> settles = cursor.texts("settles");
            }
        }
        return new Question(id, place, text, answer, settles);
    }

    private Waiver waiver() {
        String finding = "";
        String rule = "";
        String asset = "";
        String reason = "";
        String expires = "";
        String by = "";
        cursor.open("a waiver", WAIVER);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "finding" -> finding = cursor.sharedText();
                case "rule" -> rule = cursor.sharedText();
                case "asset" -> asset = cursor.sharedText();
                case "reason" -> reason = cursor.sharedText();
                case "expires" -> expires = cursor.sharedText();
                case "by" -> by = cursor.sharedText();
            }
        }
        return new Waiver(finding, rule, asset, reason, expires, by);
    }

    /**
     * Empty when the baseline did not run. Some keys without the others would make a gap look like an answer.
     *
     * @param assets how many the platform has
     */
    Optional<ControlFacts> assemble(int assets) {
        if (present.isEmpty()) {
            return Optional.empty();
        }
        for (String key : KEYS) {
            if (!present.contains(key)) {
                cursor.problem(
                        "snapshot-missing-key",
                        "`" + key + "` is missing although `" + present.first() + "` is there",
                        JsonCursor.WRITE_AGAIN);
            }
        }
        return Optional.of(new ControlFacts(checkReader.assemble(checks, assets), findings, questions, waivers));
    }
}
