package dev.bartizan.risk.cvss;

import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A vector of CVSS 4.0 with the score, severity and nomenclature that follow from it.
 *
 * @param values of the metrics that it names, {@code X} included; all base metrics are among them
 */
public record CvssVector(SortedMap<Metric, String> values) {
    /** How every vector of this version begins. */
    public static final String PREFIX = "CVSS:4.0";

    /** What became of a text. */
    public sealed interface Result {}

    /** It is a vector. */
    public record Read(CvssVector vector) implements Result {}

    /** It is none, for each of these reasons. */
    public record Refused(List<Problem> problems) implements Result {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    public CvssVector {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        for (Metric metric : Metric.values()) {
            String value = values.get(metric);
            boolean isRequired = metric.group() == Metric.Group.BASE;
            if (value == null ? isRequired : !metric.allowed().contains(value)) {
                throw new IllegalArgumentException("a vector needs " + metric + " as one of " + metric.allowed());
            }
        }
    }

    /**
     * Reads a vector as strictly as the standard asks: prefix, known metrics and values, each once and in order, all base metrics.
     *
     * @param place where the text begins; problems point into it
     */
    public static Result parse(String text, Location place) {
        return VectorReading.of(text, place);
    }

    /** The score, 0.0 to 10.0 with one decimal. */
    public double score() {
        return scoreInTenths() / 10.0;
    }

    /** The score times ten, which is a whole number. */
    public int scoreInTenths() {
        return Scoring.tenths(effective());
    }

    public CvssSeverity severity() {
        return CvssSeverity.of(scoreInTenths());
    }

    /** The six digits of EQ1 to EQ6. */
    public String macrovector() {
        return Macrovector.of(effective()).digits();
    }

    /** Which groups of metrics the score rests on: {@code CVSS-B}, {@code CVSS-BT}, {@code CVSS-BE} or {@code CVSS-BTE}. */
    public String nomenclature() {
        return "CVSS-B" + (defines(Metric.Group.THREAT) ? "T" : "") + (defines(Metric.Group.ENVIRONMENTAL) ? "E" : "");
    }

    private boolean defines(Metric.Group group) {
        return values.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().group() == group && !entry.getValue().equals(Metric.NOT_DEFINED));
    }

    /** What each metric comes to: modified ones replace base ones, and what is not defined is taken at its worst. */
    private Map<Metric, String> effective() {
        var effective = new EnumMap<Metric, String>(Metric.class);
        for (Metric metric : Metric.values()) {
            switch (metric.group()) {
                case BASE -> effective.put(metric, modified(metric));
                case THREAT -> effective.put(metric, defined(metric, "A"));
                case ENVIRONMENTAL, SUPPLEMENTAL -> {
                    if (metric == Metric.CR || metric == Metric.IR || metric == Metric.AR) {
                        effective.put(metric, defined(metric, "H"));
                    }
                }
            }
        }
        return effective;
    }

    private String modified(Metric base) {
        String own = values.getOrDefault(base, Metric.NOT_DEFINED);
        return Metric.named("M" + base).map(modified -> defined(modified, own)).orElse(own);
    }

    private String defined(Metric metric, String otherwise) {
        String value = values.getOrDefault(metric, Metric.NOT_DEFINED);
        return value.equals(Metric.NOT_DEFINED) ? otherwise : value;
    }

    /** As the standard writes it. */
    @Override
    public String toString() {
        var text = new StringBuilder(PREFIX);
        values.forEach((metric, value) ->
                text.append('/').append(metric.name()).append(':').append(value));
        return text.toString();
    }
}
