package dev.bartizan.testkit.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;

/**
 * The peer of the bench: a bare process that iterates the YAML events of the same files with the same number of threads and does nothing
 * with them. {@code EventFloor FOLDER THREADS} prints what it saw, so that it can be compared with what the generator wrote.
 */
public final class EventFloor {
    /** A text longer than this is cut at document marks, so that every thread has work also when there is one file. */
    private static final int PIECE = 1 << 20;

    private static final int CODE_POINT_LIMIT = 1 << 30;

    /**
     * @param events without the starts and ends of streams, of which there are as many as pieces
     * @param bytes of all files
     */
    record Count(long events, long documents, long bytes) {
        static final Count NONE = new Count(0, 0, 0);

        Count plus(Count other) {
            return new Count(events + other.events, documents + other.documents, bytes + other.bytes);
        }
    }

    private EventFloor() {}

    public static void main(String[] arguments) {
        Count count = count(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.println(
                count.events() + " events, " + count.documents() + " documents, " + count.bytes() + " bytes");
    }

    static Count count(Path folder, int threads) {
        try (var pool = new ForkJoinPool(threads)) {
            return pool.invoke(ForkJoinTask.adapt(() -> {
                List<ForkJoinTask<Count>> files = filesOf(folder).stream()
                        .map(file -> ForkJoinTask.adapt(() -> countFile(file)))
                        .toList();
                return sum(files);
            }));
        }
    }

    private static List<Path> filesOf(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Count countFile(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        Count read = new Count(0, 0, bytes.length);
        List<String> pieces = pieces(text, PIECE);
        if (pieces.size() == 1) {
            return read.plus(countEvents(text));
        }
        return read.plus(sum(pieces.stream()
                .map(piece -> ForkJoinTask.adapt(() -> countEvents(piece)))
                .toList()));
    }

    private static Count sum(List<ForkJoinTask<Count>> tasks) {
        return ForkJoinTask.invokeAll(tasks).stream().map(ForkJoinTask::join).reduce(Count.NONE, Count::plus);
    }

    /** Cuts a text before lines that begin a document, into pieces of at least this many units but the last. */
    static List<String> pieces(String text, int atLeast) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (text.length() - from > atLeast) {
            int mark = text.indexOf("\n---\n", from + atLeast);
            if (mark < 0) {
                break;
            }
            pieces.add(text.substring(from, mark + 1));
            from = mark + 1;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private static Count countEvents(String text) {
        long events = 0;
        long documents = 0;
        var settings =
                LoadSettings.builder().setCodePointLimit(CODE_POINT_LIMIT).build();
        for (Event event : new Parse(settings).parseString(text)) {
            switch (event.getEventId()) {
                case StreamStart, StreamEnd -> {}
                case DocumentStart -> {
                    documents++;
                    events++;
                }
                case DocumentEnd, SequenceStart, SequenceEnd, MappingStart, MappingEnd, Scalar, Alias, Comment ->
                    events++;
            }
        }
        return new Count(events, documents, 0);
    }
}
