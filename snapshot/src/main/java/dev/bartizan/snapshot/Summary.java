package dev.bartizan.snapshot;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Facts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Plane;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The numbers at the head of the file, for who does not want to count. They follow from the rest, so reading the file ignores them. Known words
 * are listed also with zero; {@code unknown} stands for an asset without a layer or plane. Findings by severity, layer and truth are those in
 * force: what a waiver accepts is counted as waived only.
 */
final class Summary {
    private static final String UNKNOWN = "unknown";

    private final Snapshot snapshot;

    private Summary(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    static Summary of(Snapshot snapshot) {
        return new Summary(snapshot);
    }

    void write(JsonOutput json) {
        var assets = snapshot.platform().assets();
        json.object("summary").object("assets").number("total", assets.size());
        counts(
                json,
                "byRole",
                new TreeMap<>(),
                assets,
                asset -> asset.classification().role());
        counts(json, "byLayer", words(Layer.values(), Layer::word, UNKNOWN), assets, Summary::layer);
        counts(json, "byPlane", words(Plane.values(), Plane::word, UNKNOWN), assets, Summary::plane);
        json.end()
                .number("links", snapshot.platform().links().size())
                .object("problems")
                .number("total", snapshot.problems().size());
        counts(
                json,
                "byLevel",
                words(Problem.Level.values(), Words::level),
                snapshot.problems(),
                problem -> Words.level(problem.level()));
        json.end();
        snapshot.controls().ifPresent(controls -> controls(json, controls));
        json.texts(
                "notAnalysed",
                snapshot.notAnalysed().stream().map(Facts.Analysis::word).toList());
        json.end();
    }

    private static void controls(JsonOutput json, ControlFacts controls) {
        var accepted =
                new HashSet<>(controls.waivers().stream().map(Waiver::finding).toList());
        List<Finding> inForce = controls.findings().stream()
                .filter(finding -> !accepted.contains(finding.id()))
                .toList();
        json.object("findings")
                .number("total", controls.findings().size())
                .number("waived", controls.findings().size() - inForce.size())
                .number("inForce", inForce.size())
                .number(
                        "members",
                        inForce.stream()
                                .mapToInt(finding -> finding.members().size())
                                .sum());
        Severity[] worstFirst = Stream.of(Severity.values())
                .sorted((one, other) -> other.compareTo(one))
                .toArray(Severity[]::new);
        counts(
                json,
                "bySeverity",
                words(worstFirst, Severity::word),
                inForce,
                finding -> finding.severity().word());
        counts(
                json,
                "byLayer",
                words(Layer.values(), Layer::word),
                inForce,
                finding -> finding.layer().word());
        var truths = new LinkedHashMap<String, Integer>(Map.of("confirmed", 0));
        truths.put("undecided", 0);
        counts(json, "byTruth", truths, inForce, finding -> finding.truth().word());
        json.end()
                .number("checks", controls.checks().size())
                .number("questions", controls.questions().size());
    }

    private static <T> void counts(
            JsonOutput json, String name, Map<String, Integer> counts, Collection<T> things, Function<T, String> word) {
        things.forEach(thing -> counts.merge(word.apply(thing), 1, Integer::sum));
        json.object(name);
        counts.forEach(json::number);
        json.end();
    }

    private static <T> Map<String, Integer> words(T[] values, Function<T, String> word, String... more) {
        var words = new LinkedHashMap<String, Integer>();
        Stream.concat(Stream.of(values).map(word), Stream.of(more)).forEach(each -> words.put(each, 0));
        return words;
    }

    private static String layer(Asset asset) {
        return asset.classification().layer().map(Layer::word).orElse(UNKNOWN);
    }

    private static String plane(Asset asset) {
        return asset.classification().plane().map(Plane::word).orElse(UNKNOWN);
    }
}
