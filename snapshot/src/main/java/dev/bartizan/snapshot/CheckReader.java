package dev.bartizan.snapshot;

import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Severity;
import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.snapshot.json.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.TokenStreamLocation;

/** Reads what the checks answered: pairs of first and last asset index, which stay pairs until the number of assets is known. */
final class CheckReader {
    private static final Shape CHECK = Shape.of("id", "title", "severity", "assets");
    private static final Shape ASSETS = Shape.of("passed", "failed", "undecided");

    private final JsonCursor cursor;
    private final AssetSets sets;

    /** A check whose assets are not yet known to exist. */
    record NamedCheck(String id, String title, Severity severity, Answers answers, TokenStreamLocation place) {}

    private record Answers(
            List<AssetSets.Range> passed, List<AssetSets.Range> failed, List<AssetSets.Range> undecided) {
        private static final Answers NONE = new Answers(List.of(), List.of(), List.of());
    }

    CheckReader(JsonCursor cursor, AssetSets sets) {
        this.cursor = cursor;
        this.sets = sets;
    }

    NamedCheck read() {
        String id = "";
        String title = "";
        var severity = Severity.INFO;
        Answers answers = Answers.NONE;
        var place = cursor.place();
        cursor.open("a check", CHECK);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "id" -> id = cursor.sharedText();
                case "title" -> title = cursor.sharedText();
                case "severity" -> severity = cursor.word(FindingReader.SEVERITIES, severity);
                case "assets" -> answers = answers();
            }
        }
        return new NamedCheck(id, title, severity, answers, place);
    }

    private Answers answers() {
        List<AssetSets.Range> passed = List.of();
        List<AssetSets.Range> failed = List.of();
        List<AssetSets.Range> undecided = List.of();
        cursor.open("the assets of a check", ASSETS);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "passed" -> passed = sets.read("passed");
                case "failed" -> failed = sets.read("failed");
                case "undecided" -> undecided = sets.read("undecided");
            }
        }
        return new Answers(passed, failed, undecided);
    }

    /** The results of checks without contradictions; the others become problems. */
    List<CheckResult> assemble(List<NamedCheck> checks, int assets) {
        var results = new ArrayList<CheckResult>();
        for (int i = 0; i < checks.size(); i++) {
            NamedCheck check = checks.get(i);
            Optional<BitSet> passed = sets.set(check.answers.passed, assets);
            Optional<BitSet> failed = sets.set(check.answers.failed, assets);
            Optional<BitSet> undecided = sets.set(check.answers.undecided, assets);
            if (!AssetSets.areApart(passed, failed, undecided)) {
                cursor.problem(
                        "snapshot-contradiction",
                        "a check names an asset twice, or one that is not there",
                        JsonCursor.WRITE_AGAIN,
                        cursor.location(check.place, "/checks/" + i + "/assets"));
            } else {
                results.add(new CheckResult(
                        check.id,
                        check.title,
                        check.severity,
                        assets,
                        passed.orElseThrow(),
                        failed.orElseThrow(),
                        undecided.orElseThrow()));
            }
        }
        return results;
    }
}
