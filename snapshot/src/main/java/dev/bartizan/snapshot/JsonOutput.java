package dev.bartizan.snapshot;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes JSON as a stream: compact, UTF-8, {@code \n} line ends, keys in the order of the calls, so that equal calls give equal bytes. What is
 * started as rows has each of its entries on a line of its own: the file stays small, and a line-based diff of two of them stays readable.
 */
public final class JsonOutput {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            // Surrogates are escaped: a text of a hostile file may hold half a pair, which UTF-8 cannot encode but a
            // backslash and u can, so that it reads back equal.
            .highestNonEscapedChar(Character.MIN_SURROGATE - 1)
            .build();

    private static final int MOST_NAMES = 200;

    private final JsonGenerator generator;
    private final Rows rows = new Rows();
    /** The names of a layout are constants, and there are millions of them in a file: each is encoded once. */
    private final IdentityHashMap<String, SerializableString> names = new IdentityHashMap<>();

    private JsonOutput(OutputStream out) {
        generator = FACTORY.createGenerator(
                new ObjectWriteContext.Base() {
                    @Override
                    public PrettyPrinter getPrettyPrinter() {
                        return rows;
                    }

                    @Override
                    public boolean hasPrettyPrinter() {
                        return true;
                    }
                },
                out);
    }

    /**
     * Writes one document, ended by a line feed; the stream is flushed and stays open.
     *
     * @throws UncheckedIOException when the stream cannot be written
     */
    public static void write(OutputStream out, Consumer<JsonOutput> document) {
        try {
            var json = new JsonOutput(out);
            document.accept(json);
            json.generator.writeRaw('\n');
            json.generator.close();
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        }
    }

    /** Starts an object: the document, or an item of an array. */
    public JsonOutput object() {
        generator.writeStartObject();
        return this;
    }

    public JsonOutput object(String name) {
        name(name);
        generator.writeStartObject();
        return this;
    }

    public JsonOutput array() {
        generator.writeStartArray();
        return this;
    }

    public JsonOutput array(String name) {
        name(name);
        generator.writeStartArray();
        return this;
    }

    /** The object or array that is started next has each entry on its own line. */
    public JsonOutput inRows() {
        rows.next();
        return this;
    }

    /** Ends the innermost object or array. */
    public JsonOutput end() {
        if (generator.streamWriteContext().inArray()) {
            generator.writeEndArray();
        } else {
            generator.writeEndObject();
        }
        return this;
    }

    public JsonOutput text(String value) {
        generator.writeString(value);
        return this;
    }

    public JsonOutput number(long value) {
        generator.writeNumber(value);
        return this;
    }

    public JsonOutput text(String name, String value) {
        name(name);
        generator.writeString(value);
        return this;
    }

    /** The key is absent when there is no value. */
    public JsonOutput text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    public JsonOutput number(String name, long value) {
        name(name);
        generator.writeNumber(value);
        return this;
    }

    public JsonOutput flag(String name, boolean value) {
        name(name);
        generator.writeBoolean(value);
        return this;
    }

    public JsonOutput texts(String name, Collection<String> values) {
        array(name);
        for (String value : values) {
            generator.writeString(value);
        }
        return end();
    }

    private void name(String name) {
        SerializableString known = names.get(name);
        if (known != null) {
            generator.writeName(known);
        } else if (name.chars().allMatch(unit -> unit < 0x7f)) {
            generator.writeName(name);
            if (names.size() < MOST_NAMES) {
                names.put(name, new SerializedString(name));
            }
        } else {
            // Half a surrogate pair becomes a question mark: in a name, unlike in a text, parsers do not take it.
            generator.writeName(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        }
    }
}
