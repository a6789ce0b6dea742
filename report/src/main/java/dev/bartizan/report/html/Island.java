package dev.bartizan.report.html;

import dev.bartizan.snapshot.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A part of the report's data, embedded as JSON that the browser parses when it is asked for. Bounded in bytes: what the input holds decides
 * how long a text is, and a report that no browser opens helps nobody.
 */
final class Island {
    private final String id;
    private final int maxBytes;
    private final List<byte[]> items = new ArrayList<>();
    private int bytes;
    private int omitted;

    Island(String id, int maxBytes) {
        this.id = id;
        this.maxBytes = maxBytes;
    }

    /** One JSON value, safe inside a script element. */
    static byte[] json(Consumer<JsonOutput> value) {
        var out = new ByteArrayOutputStream(512);
        JsonOutput.write(new ScriptSafe(out), value);
        return out.toByteArray();
    }

    /** Adds an item if there is room; once one was left out, all further ones are, so that what is shown is the beginning. */
    boolean add(Consumer<JsonOutput> item) {
        if (omitted > 0) {
            omitted++;
            return false;
        }
        return add(json(item));
    }

    boolean add(byte[] item) {
        if (omitted > 0 || bytes + item.length > maxBytes) {
            omitted++;
            return false;
        }
        bytes += item.length + 1;
        items.add(item);
        return true;
    }

    /** Counts items that were not even offered. */
    void omit(int more) {
        omitted += more;
    }

    String id() {
        return id;
    }

    int size() {
        return items.size();
    }

    int omitted() {
        return omitted;
    }

    List<byte[]> items() {
        return items;
    }
}
