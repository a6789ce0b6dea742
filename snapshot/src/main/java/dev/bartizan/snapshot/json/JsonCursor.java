package dev.bartizan.snapshot.json;

import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/**
 * Walks a JSON document whose layout is known. A value of a wrong type, a missing or a doubled key becomes a located problem and a harmless
 * stand-in, so that one pass finds them all; who asked has to drop the result when there are problems. Messages never hold a value of the
 * document: it may be any file that a user named by mistake.
 */
public final class JsonCursor {
    public static final String WRITE_AGAIN = "write the file again with bartizan assess";

    /** More problems than anyone reads: the file is something else. */
    private static final int MOST_PROBLEMS = 50;
    /** Objects, arrays and their items; a platform of 100,000 objects has about four million. */
    private static final int MOST_ENTRIES = 30_000_000;
    /** Objects that are open at the same time; the layout uses five. */
    private static final int DEEPEST = 8;
    /** A power of two. */
    private static final int SHARED = 1 << 13;

    private final JsonParser parser;
    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final String[] shared = new String[SHARED];
    private final Frame[] frames = new Frame[DEEPEST];
    private int depth = -1;
    private int entries;

    /** An object that is being read; reused, since there are half a million of them. */
    private static final class Frame {
        private Shape shape = Shape.of("");
        private String what = "";
        private long seen;
        private int last;
        private boolean over;
    }

    /** Ends the walk when going on makes no sense; the problem is already noted. */
    public static final class Stopped extends RuntimeException {
        private Stopped() {
            super("", null, false, false);
        }
    }

    public JsonCursor(JsonParser parser, String file) {
        this.parser = parser;
        this.file = file;
        Arrays.setAll(frames, level -> new Frame());
        Arrays.fill(shared, "");
    }

    public List<Problem> problems() {
        return problems;
    }

    /** Moves to the next value outside of objects; false at the end of the document. */
    public boolean advance() {
        return parser.nextToken() != null;
    }

    /**
     * Enters an object; then {@link #next} has to be called until it is false.
     *
     * @param what its name in messages: {@code an asset}
     */
    public void open(String what, Shape shape) {
        Frame frame = frames[++depth];
        frame.shape = shape;
        frame.what = what;
        frame.seen = 0;
        frame.last = -1;
        frame.over = !parser.isExpectedStartObjectToken();
        if (frame.over) {
            wrongType(what + " is not an object");
        } else {
            count();
        }
    }

    /** Moves to the value of the next known key, which has to be consumed; false, and out of the object, when there is none. */
    public boolean next() {
        Frame frame = frames[depth];
        while (!frame.over) {
            String name = parser.nextName();
            if (name == null) {
                end(frame);
            } else {
                parser.nextToken();
                if (isNew(frame, name)) {
                    return true;
                }
                parser.skipChildren();
            }
        }
        depth--;
        return false;
    }

    private boolean isNew(Frame frame, String name) {
        int index = frame.shape.index(name, frame.last + 1);
        if (index < 0) {
            return false;
        }
        frame.last = index;
        long bit = 1L << index;
        if ((frame.seen & bit) != 0) {
            problem("snapshot-duplicate-key", "the key `" + key() + "` stands twice in " + frame.what, WRITE_AGAIN);
            return false;
        }
        frame.seen |= bit;
        return true;
    }

    private void end(Frame frame) {
        frame.over = true;
        for (String key : frame.shape.missing(frame.seen)) {
            problem("snapshot-missing-key", frame.what + " has no `" + key + "`", WRITE_AGAIN);
        }
    }

    /** The key of the value that {@link #next} moved to. */
    public String key() {
        Frame frame = frames[depth];
        return frame.shape.key(frame.last);
    }

    /** Whether the object that was just opened begins with this key; moves to its value then. */
    public boolean nextIs(String key) {
        Frame frame = frames[depth];
        return !frame.over && key.equals(parser.nextName()) && parser.nextToken() != null && isNew(frame, key);
    }

    /** Reads an object with keys of any name; the entry gets the key, with the cursor at its value. */
    public void entries(String what, Consumer<String> entry) {
        if (!parser.isExpectedStartObjectToken()) {
            wrongType(what + " is not an object");
            return;
        }
        var names = new HashSet<String>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            count();
            parser.nextToken();
            if (!names.add(name)) {
                problem("snapshot-duplicate-key", "a key stands twice in " + what, WRITE_AGAIN);
            }
            entry.accept(name);
        }
    }

    public <T> List<T> list(String what, Supplier<T> item) {
        var items = new ArrayList<T>();
        items(what, () -> items.add(item.get()));
        return items;
    }

    public void items(String what, Runnable item) {
        if (!parser.isExpectedStartArrayToken()) {
            wrongType(what + " is not an array");
            return;
        }
        count();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            count();
            item.run();
        }
    }

    public String text() {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            wrongType("a text was expected here");
            return "";
        }
        return parser.getString();
    }

    /** A text that stands in many places near each other (a file, a kind, a rule), most of which then share it. */
    public String sharedText() {
        String text = text();
        int slot = text.hashCode() & SHARED - 1;
        if (!text.equals(shared[slot])) {
            shared[slot] = text;
        }
        return shared[slot];
    }

    public LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeParseException e) {
            problem("snapshot-wrong-type", "a date like 2026-12-31 was expected here", WRITE_AGAIN);
            return LocalDate.EPOCH;
        }
    }

    public List<String> texts(String what) {
        return list(what, this::sharedText);
    }

    public int number(int least) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getNumberType() != JsonParser.NumberType.INT
                || parser.getIntValue() < least) {
            wrongType("a whole number from " + least + " was expected here");
            return least;
        }
        return parser.getIntValue();
    }

    /** A number of things, of which there may be billions. */
    public long quantity() {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || parser.getLongValue() < 0) {
            wrongType("a whole number from 0 was expected here");
            return 0;
        }
        return parser.getLongValue();
    }

    /** A number with or without a fraction, not below 0. */
    public double decimal() {
        boolean isNumber = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                || parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT;
        double value = isNumber ? parser.getDoubleValue() : -1;
        if (!(value >= 0 && Double.isFinite(value))) {
            wrongType("a number from 0 was expected here");
            return 0;
        }
        return value;
    }

    public boolean flag() {
        var token = parser.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            wrongType("true or false was expected here");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /** One of a few words. */
    public <T> T word(Map<String, T> words, T otherwise) {
        T found = words.get(text());
        if (found == null) {
            problem("snapshot-unknown-word", "none of " + String.join(", ", words.keySet()), WRITE_AGAIN);
            return otherwise;
        }
        return found;
    }

    private void wrongType(String message) {
        problem("snapshot-wrong-type", message, WRITE_AGAIN);
        parser.skipChildren();
    }

    private void count() {
        if (++entries > MOST_ENTRIES) {
            problem("snapshot-too-large", "more than " + MOST_ENTRIES + " entries", "assess the platform in parts");
            throw new Stopped();
        }
    }

    /** A problem at the token the cursor is at. */
    public void problem(String code, String message, String remedy) {
        problem(code, message, remedy, here());
    }

    public void problem(String code, String message, String remedy, Location location) {
        problems.add(Problem.error(code, message, remedy, location));
        if (problems.size() == MOST_PROBLEMS) {
            throw new Stopped();
        }
    }

    /** A problem after which nothing that follows can be understood. */
    public Stopped stop(String code, String message, String remedy) {
        problem(code, message, remedy);
        return new Stopped();
    }

    /** The place of the token the cursor is at. */
    public Location here() {
        return location(place());
    }

    /** The same, cheap enough to be noted for each of many entries. */
    public TokenStreamLocation place() {
        return parser.currentTokenLocation();
    }

    public Location location(TokenStreamLocation place) {
        return location(place, parser.streamReadContext().pathAsPointer().toString());
    }

    public Location location(TokenStreamLocation place, String pointer) {
        return new Location(file, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), pointer);
    }
}
