package dev.bartizan.snapshot;

import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * The hand-over file {@code assessment.json}: a snapshot without its trees. Equal snapshots give identical bytes, and what was written reads
 * back equal. The layout is described by docs/schema/assessment.schema.json.
 */
public final class SnapshotFile {
    /** What the file is called unless the user says otherwise. */
    public static final String NAME = "assessment.json";

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int SNIFFED_BYTES = 256;
    private static final Pattern BEGINNING =
            Pattern.compile("(\\xEF\\xBB\\xBF)?\\s*\\{\\s*\"schema\"\\s*:\\s*\"bartizan/assessment/");
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(2L << 30)
                    .maxNestingDepth(64)
                    .maxStringLength(16 << 20)
                    .maxNameLength(1 << 20)
                    .maxNumberLength(20)
                    .build())
            .build();

    private SnapshotFile() {}

    /** What came of reading a file. */
    public sealed interface Read {}

    public record Ok(Snapshot snapshot) implements Read {}

    /** @param problems never empty; their locations are places in the snapshot file, their pointers start at its root */
    public record Failed(List<Problem> problems) implements Read {
        public Failed {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The stream is flushed and stays open.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public static void write(Snapshot snapshot, OutputStream out) {
        JsonOutput.write(out, json -> new SnapshotWriter(json, snapshot).write());
    }

    /**
     * The key {@code threats} alone, as a document.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public static void writeThreats(ThreatFacts facts, OutputStream out) {
        JsonOutput.write(out, json -> {
            json.object();
            new ThreatWriter(json).write(facts);
            json.end();
        });
    }

    /**
     * One of the keys about safeguards alone, as a document.
     *
     * @param key {@code controls}, {@code responsibilities}, {@code patterns} or {@code defences}
     * @throws UncheckedIOException when it cannot be written
     */
    public static void writeSafeguards(SafeguardFacts facts, String key, OutputStream out) {
        JsonOutput.write(out, json -> {
            json.object();
            new SafeguardWriter(json).write(facts, key);
            json.end();
        });
    }

    /**
     * The key {@code readiness} alone, as a document.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public static void writeReadiness(ReadinessFacts facts, OutputStream out) {
        JsonOutput.write(out, json -> {
            json.object();
            new ReadinessWriter(json).write(facts);
            json.end();
        });
    }

    /**
     * One of the keys about risk alone, as a document.
     *
     * @param key {@code risks}, {@code backlog}, or {@code curve} for what the first says of losses
     * @throws UncheckedIOException when it cannot be written
     */
    public static void writeRisks(RiskFacts facts, String key, OutputStream out) {
        JsonOutput.write(out, json -> {
            json.object();
            new RiskWriter(json).write(facts, key);
            json.end();
        });
    }

    /**
     * Whether a file begins as an assessment does, so that it may stand wherever a path to manifests may. False for what cannot be read; who
     * reads it then says why.
     */
    public static boolean isSnapshot(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            // Not by a JSON parser: this is asked of every file, and nearly all of them are something else.
            String head = new String(in.readNBytes(SNIFFED_BYTES), StandardCharsets.ISO_8859_1);
            return BEGINNING.matcher(head).lookingAt();
        } catch (IOException e) {
            return false;
        }
    }

    /** Problems name the file as this path does. */
    public static Read read(Path file) {
        String name = file.toString().replace('\\', '/');
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, name);
        } catch (IOException e) {
            return unreadable(name, e);
        }
    }

    /**
     * Reads to the end of the stream and closes it.
     *
     * @param name what problems call the file
     */
    public static Read read(InputStream in, String name) {
        try (var reader = new InputStreamReader(withoutByteOrderMark(in), StandardCharsets.UTF_8.newDecoder());
                JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), reader)) {
            return read(new JsonCursor(parser, name), name);
        } catch (IOException e) {
            return unreadable(name, e);
        }
    }

    private static InputStream withoutByteOrderMark(InputStream in) throws IOException {
        byte[] head = in.readNBytes(BYTE_ORDER_MARK.length);
        return Arrays.equals(head, BYTE_ORDER_MARK) ? in : new SequenceInputStream(new ByteArrayInputStream(head), in);
    }

    private static Read read(JsonCursor cursor, String name) {
        try {
            Optional<Snapshot> snapshot = new SnapshotReader(cursor).read();
            return snapshot.<Read>map(Ok::new).orElseGet(() -> new Failed(cursor.problems()));
        } catch (JsonCursor.Stopped e) {
            return new Failed(cursor.problems());
        } catch (JacksonIOException e) {
            var cause = e.getCause();
            return cause == null || cause instanceof CharacterCodingException
                    ? malformed(cursor, "snapshot-not-json", "this is not UTF-8 text", e)
                    : unreadable(name, cause);
        } catch (UnexpectedEndOfInputException e) {
            return malformed(cursor, "snapshot-truncated", "the file ends too early", e);
        } catch (StreamConstraintsException e) {
            return malformed(
                    cursor, "snapshot-too-large", "a text is too long or nested too deeply to be of an assessment", e);
        } catch (JacksonException e) {
            return malformed(cursor, "snapshot-not-json", "this is not JSON", e);
        }
    }

    /** What was found until there, and why it ends there. The parser's own message is left out: it quotes the file. */
    private static Read malformed(JsonCursor cursor, String code, String message, JacksonException cause) {
        var place =
                Optional.ofNullable(cause.getLocation()).map(cursor::location).orElseGet(cursor::here);
        var problems = new ArrayList<>(cursor.problems());
        problems.add(Problem.error(code, message, JsonCursor.WRITE_AGAIN, place));
        return new Failed(problems);
    }

    private static Read unreadable(String name, IOException cause) {
        String reason = switch (cause) {
            case NoSuchFileException ignored -> "there is no such file";
            case AccessDeniedException ignored -> "permission denied";
            default -> "it cannot be read (" + cause.getClass().getSimpleName() + ")";
        };
        return new Failed(List.of(Problem.error(
                "snapshot-unreadable",
                reason,
                "give an assessment.json that bartizan assess wrote",
                Location.ofFile(name))));
    }
}
