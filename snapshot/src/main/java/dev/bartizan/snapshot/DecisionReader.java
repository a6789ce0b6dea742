package dev.bartizan.snapshot;

import dev.bartizan.graph.PortRange;
import dev.bartizan.graph.Way;
import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.snapshot.json.Shape;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what policies decided, and in which steps. */
final class DecisionReader {
    private static final Shape STEP = Shape.of("statement").optional("policy", "location");
    private static final Shape WAY = Shape.of("ports", "verdict", "steps");
    private static final Map<String, Way.Verdict> VERDICTS = Words.of(Way.Verdict.values(), Way.Verdict::word);

    private final JsonCursor cursor;
    private final LocationReader locations;
    private final List<Way.Step> steps = new ArrayList<>();
    private final List<List<NumberedWay>> decisions = new ArrayList<>();
    private List<List<Way>> resolved = List.of();

    /** A way whose steps need not have been read yet. */
    private record NumberedWay(List<PortRange> ports, Way.Verdict verdict, List<Integer> steps) {}

    DecisionReader(JsonCursor cursor, LocationReader locations) {
        this.cursor = cursor;
        this.locations = locations;
    }

    void steps() {
        cursor.items("steps", () -> steps.add(step()));
    }

    void decisions() {
        cursor.items("decisions", () -> decisions.add(cursor.list("a decision", this::way)));
    }

    private Way.Step step() {
        String policy = "";
        String statement = "";
        Optional<Location> location = Optional.empty();
        cursor.open("a step", STEP);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "policy" -> policy = cursor.sharedText();
                case "statement" -> statement = cursor.text();
                case "location" -> location = Optional.of(locations.read());
            }
        }
        return new Way.Step(policy, statement, location);
    }

    private NumberedWay way() {
        List<PortRange> ports = List.of();
        var verdict = Way.Verdict.DEPENDS;
        List<Integer> numbers = List.of();
        cursor.open("a way", WAY);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "ports" -> ports = ports();
                case "verdict" -> verdict = cursor.word(VERDICTS, verdict);
                case "steps" -> numbers = cursor.list("steps", () -> cursor.number(0));
            }
        }
        return new NumberedWay(ports, verdict, numbers);
    }

    private List<PortRange> ports() {
        var ports = new ArrayList<PortRange>();
        cursor.items("ports", () -> {
            Optional<PortRange> range = PortRange.of(cursor.sharedText());
            if (range.isEmpty()) {
                cursor.problem(
                        "snapshot-unknown-word", "ports are written tcp/80 or udp/1-65535", JsonCursor.WRITE_AGAIN);
            }
            range.ifPresent(ports::add);
        });
        return ports;
    }

    /**
     * To be asked when everything was read.
     *
     * @throws IndexOutOfBoundsException when there is none of this number, or it names a step that is not there
     */
    List<Way> decision(int number) {
        if (resolved.isEmpty()) {
            resolved = decisions.stream()
                    .map(ways -> ways.stream().map(this::resolved).toList())
                    .toList();
        }
        return resolved.get(number);
    }

    private Way resolved(NumberedWay way) {
        return new Way(
                way.ports(), way.verdict(), way.steps().stream().map(steps::get).toList());
    }
}
