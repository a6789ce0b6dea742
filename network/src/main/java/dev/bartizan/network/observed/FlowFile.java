package dev.bartizan.network.observed;

import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a file of flows: CSV with a line of names first, or an object of JSON in each line. Fields are {@code src}, {@code dst}, {@code port},
 * {@code protocol} (TCP when it is left out) and {@code count}; any other is a mistake.
 */
public final class FlowFile {
    private static final Set<String> NEEDED = new TreeSet<>(Set.of("dst", "port", "src"));
    private static final Set<String> FIELDS = new TreeSet<>(Set.of("count", "dst", "port", "protocol", "src"));
    private static final int MOST_LINES = 5_000_000;
    private static final int MOST_FLOWS = 1_000_000;
    private static final int MOST_PROBLEMS = 50;
    private static final int LONGEST_LINE = 4_096;
    private static final int LONGEST_NAME = 512;
    private static final int LONGEST_COUNT = 18;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Key, Flow> flows = new HashMap<>();
    private final List<Key> order = new ArrayList<>();
    private List<String> header = List.of();

    private record Key(String from, String to, Protocol protocol, int port) {}

    private FlowFile(String file) {
        this.file = file;
    }

    /**
     * What was read, and what is wrong with it.
     *
     * @param flows each connection once, in the order of their first lines
     */
    public record Answer(List<Flow> flows, List<Problem> problems) {
        public Answer {
            flows = List.copyOf(flows);
            problems = List.copyOf(problems);
        }
    }

    /** @param name of the file, for whoever reads of its mistakes */
    public static Answer read(String name, String text) {
        var file = new FlowFile(name);
        file.read(text);
        return new Answer(
                file.order.stream()
                        .map(file.flows::get)
                        .flatMap(flow -> Optional.ofNullable(flow).stream())
                        .toList(),
                file.problems);
    }

    private void read(String text) {
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        boolean isJson = text.stripLeading().startsWith("{");
        int number = 1;
        for (; start < text.length() && problems.size() < MOST_PROBLEMS; number++) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 ? text.length() : end;
            boolean hasReturn = stop > start && text.charAt(stop - 1) == '\r';
            if (number > MOST_LINES || flows.size() > MOST_FLOWS) {
                complain(number, 1, "the file is too long", "give a shorter time, or count what is alike");
                return;
            }
            line(text.substring(start, hasReturn ? stop - 1 : stop), number, isJson);
            start = stop + 1;
        }
        if (header.isEmpty() && !isJson && problems.isEmpty()) {
            complain(1, 1, "there is nothing in it", "begin with a line of names: src,dst,port,protocol");
        }
    }

    private void line(String line, int number, boolean isJson) {
        if (line.isBlank()) {
            return;
        }
        if (line.length() > LONGEST_LINE) {
            complain(number, 1, "the line has more than " + LONGEST_LINE + " characters", "shorten it");
            return;
        }
        try {
            if (isJson) {
                flow(JsonLine.read(line), number);
            } else {
                List<Cell> cells = CsvLine.read(line);
                if (header.isEmpty()) {
                    header(cells, number);
                } else {
                    row(cells, number);
                }
            }
        } catch (Mistake mistake) {
            complain(number, mistake.column(), mistake.said(), mistake.remedy());
        }
    }

    private void header(List<Cell> cells, int number) throws Mistake {
        var names = new ArrayList<String>();
        for (Cell cell : cells) {
            String name = cell.text().strip().toLowerCase(Locale.ROOT);
            if (!FIELDS.contains(name) || names.contains(name)) {
                throw new Mistake(cell.column(), "this is no field, or stands twice", "the fields are " + said(FIELDS));
            }
            names.add(name);
        }
        if (!names.containsAll(NEEDED)) {
            throw new Mistake(1, "a field is missing", "name at least " + said(NEEDED) + " in line " + number);
        }
        header = names;
    }

    private static String said(Set<String> fields) {
        return String.join(", ", fields);
    }

    private void row(List<Cell> cells, int number) throws Mistake {
        if (cells.size() != header.size()) {
            throw new Mistake(
                    1, "the line has " + cells.size() + " fields, the first line " + header.size(), "give each field");
        }
        var fields = new HashMap<String, Cell>();
        for (int i = 0; i < cells.size(); i++) {
            fields.put(header.get(i), cells.get(i));
        }
        flow(fields, number);
    }

    private void flow(Map<String, Cell> fields, int number) throws Mistake {
        for (var field : fields.entrySet()) {
            if (!FIELDS.contains(field.getKey())) {
                throw new Mistake(field.getValue().column(), "this is no field", "the fields are " + said(FIELDS));
            }
        }
        String from = name(fields, "src");
        String to = name(fields, "dst");
        Cell written = fields.getOrDefault("protocol", new Cell("TCP", 1));
        String word = written.text().strip().toUpperCase(Locale.ROOT);
        Protocol protocol = Protocol.of(word.isEmpty() ? "TCP" : word)
                .orElseThrow(() -> new Mistake(written.column(), "this is no protocol", "write TCP, UDP or SCTP"));
        int port = (int) number(needed(fields, "port"), PortMatch.FIRST, PortMatch.LAST);
        long count = fields.containsKey("count")
                ? number(fields.getOrDefault("count", new Cell("1", 1)), 0, Long.MAX_VALUE)
                : 1;
        add(new Flow(from, to, protocol, port, count, new Location(file, number, 1, "")));
    }

    private void add(Flow flow) {
        var key = new Key(flow.from(), flow.to(), flow.protocol(), flow.port());
        if (!flows.containsKey(key)) {
            order.add(key);
        }
        flows.merge(
                key,
                flow,
                (first, other) -> new Flow(
                        first.from(),
                        first.to(),
                        first.protocol(),
                        first.port(),
                        first.count() + Math.min(other.count(), Long.MAX_VALUE - first.count()),
                        first.place()));
    }

    private static Cell needed(Map<String, Cell> fields, String name) throws Mistake {
        return Optional.ofNullable(fields.get(name))
                .orElseThrow(() -> new Mistake(1, "there is no " + name, "give " + said(NEEDED)));
    }

    private static String name(Map<String, Cell> fields, String field) throws Mistake {
        Cell cell = needed(fields, field);
        String name = cell.text().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(unit -> unit < ' ')) {
            throw new Mistake(
                    cell.column(), field + " is no name", "write namespace/name, an address or the name of a host");
        }
        return name;
    }

    private static long number(Cell cell, long least, long most) throws Mistake {
        String text = cell.text().strip();
        boolean isNumber = !text.isEmpty()
                && text.length() <= LONGEST_COUNT
                && text.chars().allMatch(unit -> unit >= '0' && unit <= '9');
        long number = isNumber ? Long.parseLong(text) : -1;
        if (number < least || number > most) {
            throw new Mistake(
                    cell.column(),
                    "this is no number in its range",
                    "write one from " + least + (most == Long.MAX_VALUE ? "" : " to " + most));
        }
        return number;
    }

    private void complain(int line, int column, String said, String remedy) {
        problems.add(Problem.error(
                "flow-invalid",
                "This flow cannot be read: " + said + ".",
                remedy,
                new Location(file, line, column, "")));
    }
}
