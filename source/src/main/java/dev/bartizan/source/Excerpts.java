package dev.bartizan.source;

import dev.bartizan.source.files.FileContent;
import dev.bartizan.source.secrets.Match;
import dev.bartizan.source.secrets.SecretDetector;
import dev.bartizan.source.secrets.SecretKind;
import dev.bartizan.source.text.Decoded;
import dev.bartizan.source.text.SourceText;
import dev.bartizan.source.text.TextDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines of the input around places, without their secrets: masked where the reading found them, and once more line by line. Files are read again on
 * demand and let go of at once, so no text is kept. For any number of threads.
 */
public final class Excerpts {
    private static final int LONGEST_LINE = 200;
    private static final int MOST_CONTEXT = 50;
    private static final int LINES_PER_CHUNK = 4_096;

    /** What can be shown of a place. */
    public sealed interface Excerpt {}

    /** The lines, in order. */
    public record Shown(List<Line> lines) implements Excerpt {
        public Shown {
            lines = List.copyOf(lines);
        }
    }

    /** Nothing, for this reason. */
    public record Unavailable(String reason) implements Excerpt {}

    /**
     * A line of an excerpt.
     *
     * @param number 1-based
     * @param text at most 200 characters, without the line break
     * @param marked whether this is the line of the place
     */
    public record Line(int number, String text, boolean marked) {}

    private final Map<String, SourceFile> files = new HashMap<>();

    private Excerpts(List<SourceFile> files) {
        files.forEach(file -> this.files.putIfAbsent(file.name(), file));
    }

    static Excerpts of(List<SourceFile> files) {
        return new Excerpts(files);
    }

    /**
     * The line of each place with its neighbours. Each file is read once, whatever the number of its places.
     *
     * @param context how many lines before and after a place, at most 50
     */
    public NavigableMap<Location, Excerpt> of(Collection<Location> places, int context) {
        int around = Math.clamp(context, 0, MOST_CONTEXT);
        Map<String, Set<Location>> byFile =
                places.stream().collect(Collectors.groupingBy(Location::file, TreeMap::new, Collectors.toSet()));
        var excerpts = new TreeMap<Location, Excerpt>();
        byFile.entrySet().parallelStream()
                .map(file -> ofFile(file.getKey(), file.getValue(), around))
                .toList()
                .forEach(excerpts::putAll);
        return excerpts;
    }

    /** The same for one place. */
    public Excerpt of(Location place, int context) {
        return of(List.of(place), context).firstEntry().getValue();
    }

    private Map<Location, Excerpt> ofFile(String name, Set<Location> places, int around) {
        var excerpts = new HashMap<Location, Excerpt>();
        SourceFile file = files.get(name);
        Optional<SourceText> text = file == null ? Optional.empty() : text(file);
        for (Location place : places) {
            if (file == null || place.line() > file.lines()) {
                excerpts.put(place, new Unavailable("this place is in no file that was read"));
            } else if (text.isEmpty()) {
                excerpts.put(place, new Unavailable("the file has changed since it was read"));
            } else {
                excerpts.put(place, shown(file, text.get(), place, around));
            }
        }
        return excerpts;
    }

    private static Shown shown(SourceFile file, SourceText text, Location place, int around) {
        var lines = new ArrayList<Line>();
        for (int line = Math.max(1, place.line() - around);
                line <= Math.min(file.lines(), place.line() + around);
                line++) {
            int column = line == place.line() ? place.column() : 1;
            lines.add(new Line(line, clipped(maskedLine(file, text.line(line), line), column), line == place.line()));
        }
        return new Shown(lines);
    }

    private static Optional<SourceText> text(SourceFile file) {
        return switch (file.origin()) {
            case SourceFile.Origin.Gone _ -> Optional.empty();
            case SourceFile.Origin.Kept copy -> Optional.of(copy.masked());
            case SourceFile.Origin.OnDisk onDisk -> read(onDisk);
        };
    }

    private static Optional<SourceText> read(SourceFile.Origin.OnDisk origin) {
        return FileContent.of(origin.path(), origin.bytes()) instanceof FileContent.Bytes content
                        && SourceFile.Origin.OnDisk.of(origin.path(), content.bytes())
                                .equals(origin)
                        && TextDecoder.decode(content.bytes()) instanceof Decoded.Text decoded
                ? Optional.of(decoded.source())
                : Optional.empty();
    }

    private static String maskedLine(SourceFile file, String line, int number) {
        int start = file.lineStart(number);
        int end = start + line.length();
        String masked = Match.mask(line, within(file.masks(), start, end));
        String shown = within(file.broken(), start, end).isEmpty() ? masked : keyOnly(masked);
        return SecretDetector.mask(shown);
    }

    /** The recorded ranges that touch a line, relative to it. */
    private static List<Match> within(int[] ranges, int start, int end) {
        var matches = new ArrayList<Match>();
        int at = Arrays.binarySearch(ranges, start);
        // The even index of the range that holds the start or follows it.
        int first = (at >= 0 ? at : -at - 1) & ~1;
        for (int i = first; i + 1 < ranges.length && ranges[i] < end; i += 2) {
            if (ranges[i + 1] > start) {
                matches.add(new Match(
                        Math.max(ranges[i], start) - start, Math.min(ranges[i + 1], end) - start, SecretKind.SECRET));
            }
        }
        return matches;
    }

    /** Of a line in a document that could not be parsed, where nobody knows what is secret, only what can be nothing but a key is shown. */
    private static String keyOnly(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '-')) {
            at++;
        }
        int end = at;
        while (end < line.length() && end - at < 64 && isKey(line.charAt(end))) {
            end++;
        }
        boolean key = end > at
                && end < line.length()
                && line.charAt(end) == ':'
                && (end + 1 == line.length() || line.charAt(end + 1) == ' ');
        int shown = key ? end + 1 : at;
        return line.substring(0, shown) + (shown == line.length() ? "" : (key ? " " : "") + Match.MASK);
    }

    private static boolean isKey(char unit) {
        return (unit >= 'a' && unit <= 'z')
                || (unit >= 'A' && unit <= 'Z')
                || (unit >= '0' && unit <= '9')
                || "._-/".indexOf(unit) >= 0;
    }

    /** Long lines are cut around the column that matters. */
    private static String clipped(String line, int column) {
        if (line.length() <= LONGEST_LINE) {
            return line;
        }
        int from = Math.clamp((long) column - LONGEST_LINE / 2, 0, line.length() - LONGEST_LINE + 2);
        int to = Math.min(line.length(), from + LONGEST_LINE - 2);
        return (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
    }

    /** A copy of a text with the same lines and without its secrets: what is kept may be found in a heap dump by anybody. */
    static SourceText masked(SourceFile file, SourceText source) {
        int chunks = (source.lines() + LINES_PER_CHUNK - 1) / LINES_PER_CHUNK;
        return SourceText.of(IntStream.range(0, chunks)
                .parallel()
                .mapToObj(chunk -> maskedChunk(file, source, chunk * LINES_PER_CHUNK + 1))
                .collect(Collectors.joining("\n")));
    }

    private static String maskedChunk(SourceFile file, SourceText source, int firstLine) {
        var copy = new StringJoiner("\n");
        for (int line = firstLine; line <= Math.min(source.lines(), firstLine + LINES_PER_CHUNK - 1); line++) {
            copy.add(maskedLine(file, source.line(line), line));
        }
        return copy.toString();
    }
}
