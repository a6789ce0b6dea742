package dev.bartizan.snapshot;

import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Severity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import tools.jackson.core.TokenStreamLocation;

/** Reads what the checks answered: pairs of first and last asset index, which stay pairs until the number of assets is known. */
final class CheckReader {
    private static final Shape CHECK = Shape.of("id", "title", "severity", "assets");
    private static final Shape ASSETS = Shape.of("passed", "failed", "undecided");
    /** A short range stands for many assets: what all checks together may take, 256 MiB. A thousand checks over 600,000 assets fit. */
    private static final long MOST_BITS = 1L << 31;

    private final JsonCursor cursor;
    private long bits;
    private boolean contradictory;

    /** A check whose assets are not yet known to exist. */
    record NamedCheck(String id, String title, Severity severity, Answers answers, TokenStreamLocation place) {}

    private record Answers(List<Range> passed, List<Range> failed, List<Range> undecided) {
        private static final Answers NONE = new Answers(List.of(), List.of(), List.of());
    }

    private record Range(int first, int last) {}

    CheckReader(JsonCursor cursor) {
        this.cursor = cursor;
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
        List<Range> passed = List.of();
        List<Range> failed = List.of();
        List<Range> undecided = List.of();
        cursor.open("the assets of a check", ASSETS);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "passed" -> passed = cursor.list("passed", this::range);
                case "failed" -> failed = cursor.list("failed", this::range);
                case "undecided" -> undecided = cursor.list("undecided", this::range);
            }
        }
        return new Answers(passed, failed, undecided);
    }

    private Range range() {
        var place = cursor.place();
        List<Integer> ends = cursor.list("a range", () -> cursor.number(0));
        if (ends.size() != 2 || ends.getFirst() > ends.getLast()) {
            cursor.problem(
                    "snapshot-wrong-type",
                    "a range is its first and its last asset index",
                    JsonCursor.WRITE_AGAIN,
                    cursor.location(place));
            return new Range(0, 0);
        }
        return new Range(ends.getFirst(), ends.getLast());
    }

    /** The results of checks without contradictions; the others become problems. */
    List<CheckResult> assemble(List<NamedCheck> checks, int assets) {
        var results = new ArrayList<CheckResult>();
        for (int i = 0; i < checks.size(); i++) {
            NamedCheck check = checks.get(i);
            BitSet passed = set(check.answers.passed, assets);
            BitSet failed = set(check.answers.failed, assets);
            BitSet undecided = set(check.answers.undecided, assets);
            if (contradictory
                    || passed.intersects(failed)
                    || passed.intersects(undecided)
                    || failed.intersects(undecided)) {
                contradictory = false;
                cursor.problem(
                        "snapshot-contradiction",
                        "a check names an asset twice, or one that is not there",
                        JsonCursor.WRITE_AGAIN,
                        cursor.location(check.place, "/checks/" + i + "/assets"));
            } else {
                results.add(new CheckResult(check.id, check.title, check.severity, assets, passed, failed, undecided));
            }
        }
        return results;
    }

    private BitSet set(List<Range> ranges, int assets) {
        var set = new BitSet();
        for (Range range : ranges) {
            int next = set.nextSetBit(range.first);
            if (range.last >= assets || (next >= 0 && next <= range.last)) {
                contradictory = true;
                return set;
            }
            set.set(range.first, range.last + 1);
        }
        bits += set.size();
        if (bits > MOST_BITS) {
            throw cursor.stop(
                    "snapshot-too-large", "too many checks over too many assets", "assess the platform in parts");
        }
        return set;
    }
}
