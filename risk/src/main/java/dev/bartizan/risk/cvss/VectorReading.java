package dev.bartizan.risk.cvss;

import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Spelling;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one vector and collects what is wrong with it. */
final class VectorReading {
    private static final int LONGEST = 512;
    private static final int LONGEST_WORD = 24;

    private final Location place;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Metric, String> values = new EnumMap<>(Metric.class);
    private Optional<Metric> last = Optional.empty();

    private VectorReading(Location place) {
        this.place = place;
    }

    static CvssVector.Result of(String text, Location place) {
        var reading = new VectorReading(place);
        reading.read(text);
        return reading.problems.isEmpty()
                ? new CvssVector.Read(new CvssVector(new TreeMap<>(reading.values)))
                : new CvssVector.Refused(reading.problems);
    }

    private void read(String text) {
        if (text.length() > LONGEST) {
            refuse(0, "cvss-length", "This is too long for a vector.", "write at most " + LONGEST + " characters");
            return;
        }
        String[] parts = text.split("/", -1);
        if (!parts[0].equals(CvssVector.PREFIX)) {
            refuse(0, "cvss-prefix", "A vector of CVSS 4.0 begins with CVSS:4.0/.", "put CVSS:4.0/ in front");
            return;
        }
        int offset = parts[0].length() + 1;
        for (int i = 1; i < parts.length; i++) {
            part(parts[i], offset);
            offset += parts[i].length() + 1;
        }
        var missing = new ArrayList<String>();
        for (Metric metric : Metric.values()) {
            if (metric.group() == Metric.Group.BASE && !values.containsKey(metric)) {
                missing.add(metric.name());
            }
        }
        if (!missing.isEmpty() && problems.isEmpty()) {
            refuse(
                    text.length(),
                    "cvss-missing-metric",
                    "Base metrics are missing: " + String.join(", ", missing) + ".",
                    "a vector names all eleven of them");
        }
    }

    private void part(String part, int offset) {
        int colon = part.indexOf(':');
        String name = colon < 0 ? part : part.substring(0, colon);
        Optional<Metric> found = Metric.named(name);
        if (found.isEmpty()) {
            unknownMetric(name, offset);
            return;
        }
        Metric metric = found.get();
        String value = colon < 0 ? "" : part.substring(colon + 1);
        if (values.containsKey(metric)) {
            refuse(offset, "cvss-twice", metric + " is given twice.", "leave one of them");
        } else if (!metric.allowed().contains(value)) {
            values.put(metric, metric.allowed().getFirst());
            refuse(
                    offset + name.length() + (colon < 0 ? 0 : 1),
                    "cvss-unknown-value",
                    metric + " cannot be '" + clip(value) + "'.",
                    "allowed here: " + String.join(", ", metric.allowed()));
        } else {
            values.put(metric, value);
            order(metric, offset);
        }
    }

    private void order(Metric metric, int offset) {
        last.filter(before -> before.compareTo(metric) > 0)
                .ifPresent(before -> refuse(
                        offset,
                        "cvss-order",
                        metric + " stands behind " + before + ".",
                        "keep the order of the standard: " + String.join(" ", Metric.names())));
        last = Optional.of(metric);
    }

    private void unknownMetric(String name, int offset) {
        String suggestion = Spelling.nearest(name.toUpperCase(Locale.ROOT), Metric.names())
                .filter(near -> !name.isEmpty())
                .map(near -> "; did you mean " + near + "?")
                .orElse(".");
        refuse(
                offset,
                "cvss-unknown-metric",
                "Unknown metric '" + clip(name) + "'" + suggestion,
                "metrics are " + String.join(", ", Metric.names()));
    }

    private static String clip(String word) {
        return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD) + "...";
    }

    private void refuse(int offset, String code, String message, String remedy) {
        problems.add(Problem.error(
                code,
                message,
                remedy,
                new Location(place.file(), place.line(), place.column() + offset, place.pointer())));
    }
}
