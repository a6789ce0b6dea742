package dev.bartizan.snapshot;

import dev.bartizan.snapshot.utf8.Utf8Buffer;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes JSON as a stream: compact, UTF-8, {@code \n} line ends, keys in the order of the calls, so that equal calls give equal bytes. What is
 * started as rows has each of its entries on a line of its own: the file stays small, and a line-based diff of two of them stays readable.
 *
 * <p>Not by a library's generator: the 150 MB of a platform with 20,000 workloads took 0.8 s of processor time that way and take 0.5 s this
 * way (first compiler tier, as the launcher runs). The tests read all of it with a library's parser.
 */
public final class JsonOutput {
    private static final int MOST_NAMES = 200;
    private static final int LONGEST_NAME = 40;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private final Utf8Buffer buffer;
    /** The names of a layout are constants, and there are millions of them in a file: each is encoded once. */
    private final IdentityHashMap<String, byte[]> names = new IdentityHashMap<>();

    /** How many objects and arrays are open; below, a bit for each of them, the innermost lowest. */
    private int depth;

    private long arrays;
    private long rows;
    private boolean rowsNext;
    /** Whether the innermost has no entry yet. */
    private boolean empty = true;

    private JsonOutput(OutputStream out) {
        buffer = new Utf8Buffer(out);
    }

    /**
     * Writes one document, ended by a line feed; the stream is flushed and stays open.
     *
     * @throws UncheckedIOException when the stream cannot be written
     * @throws IllegalStateException when the calls do not make a document
     */
    public static void write(OutputStream out, Consumer<JsonOutput> document) {
        var json = new JsonOutput(out);
        document.accept(json);
        json.require(json.depth == 0 && !json.empty);
        json.buffer.put('\n');
        json.buffer.flush();
    }

    /** Starts an object: the document, or an item of an array. */
    public JsonOutput object() {
        item();
        return open('{', 0);
    }

    public JsonOutput object(String name) {
        name(name);
        return open('{', 0);
    }

    public JsonOutput array() {
        item();
        return open('[', 1);
    }

    public JsonOutput array(String name) {
        name(name);
        return open('[', 1);
    }

    /** The object or array that is started next has each entry on its own line. */
    public JsonOutput inRows() {
        rowsNext = true;
        return this;
    }

    /** Ends the innermost object or array. */
    public JsonOutput end() {
        require(depth > 0);
        if (!empty) {
            breakLine();
        }
        buffer.put((arrays & 1) == 1 ? ']' : '}');
        depth--;
        arrays >>>= 1;
        rows >>>= 1;
        empty = false;
        return this;
    }

    public JsonOutput text(String value) {
        item();
        buffer.quoted(value);
        return this;
    }

    public JsonOutput number(long value) {
        item();
        buffer.put(value);
        return this;
    }

    public JsonOutput text(String name, String value) {
        name(name);
        buffer.quoted(value);
        return this;
    }

    /** The key is absent when there is no value. */
    public JsonOutput text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    public JsonOutput number(String name, long value) {
        name(name);
        buffer.put(value);
        return this;
    }

    /** @param value finite; reads back as the same number */
    public JsonOutput decimal(String name, double value) {
        name(name);
        buffer.put(Double.toString(value).getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    public JsonOutput flag(String name, boolean value) {
        name(name);
        buffer.put(value ? TRUE : FALSE);
        return this;
    }

    public JsonOutput texts(String name, Collection<String> values) {
        array(name);
        values.forEach(this::text);
        return end();
    }

    private JsonOutput open(char mark, int array) {
        require(depth < Long.SIZE);
        buffer.put(mark);
        depth++;
        arrays = arrays << 1 | array;
        rows = rows << 1 | (rowsNext ? 1 : 0);
        rowsNext = false;
        empty = true;
        return this;
    }

    /** Before an item of an array, or the document. */
    private void item() {
        require(depth == 0 ? empty : (arrays & 1) == 1);
        separate();
    }

    private void name(String name) {
        require(depth > 0 && (arrays & 1) == 0);
        separate();
        byte[] known = names.get(name);
        if (known != null) {
            buffer.put(known);
            return;
        }
        // Half a surrogate pair becomes a question mark: in a name, unlike in a text, parsers do not take it.
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        buffer.quoted(new String(bytes, StandardCharsets.UTF_8));
        buffer.put(':');
        if (names.size() < MOST_NAMES && isPlain(bytes)) {
            names.put(name, ('"' + name + "\":").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Most documents are short, one entry of a list: a regular expression would take longer than the rest of it. */
    private static boolean isPlain(byte[] name) {
        for (byte unit : name) {
            boolean isLetter = (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
            if (!isLetter && !(unit >= '0' && unit <= '9') && unit != '$' && unit != '-') {
                return false;
            }
        }
        return name.length > 0 && name.length <= LONGEST_NAME;
    }

    private void separate() {
        if (!empty) {
            buffer.put(',');
        }
        empty = false;
        breakLine();
    }

    private void breakLine() {
        if ((rows & 1) == 1) {
            buffer.put('\n');
        }
    }

    private void require(boolean wellFormed) {
        if (!wellFormed) {
            throw new IllegalStateException("these calls do not make a JSON document");
        }
    }
}
