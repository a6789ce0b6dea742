package dev.bartizan.report.html;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.source.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The lines of the input that show the findings: the worst findings have theirs first, while there is room. */
final class ExcerptIsland {
    private static final int MAX_PLACES = 8_000;
    private static final int FURTHER_PLACES = 8;
    private static final int CONTEXT = 4;
    private static final int MAX_LINE = 240;

    private final Texts texts;
    private final Island island;

    ExcerptIsland(Texts texts, int maxBytes) {
        this.texts = texts;
        this.island = new Island("excerpts", maxBytes);
    }

    Island of(List<Finding> findings, ExcerptSource source) {
        var places = new LinkedHashMap<String, Location>();
        // The place of every finding comes before the further places of any.
        Stream.concat(
                        findings.stream().map(Finding::location),
                        findings.stream().flatMap(ExcerptIsland::furtherPlaces))
                .takeWhile(place -> places.size() < MAX_PLACES)
                .forEach(place -> places.putIfAbsent(place.line() + " " + place.file(), place));
        Map<Location, ExcerptSource.Excerpt> excerpts = source.around(places.values(), CONTEXT);
        for (Location place : places.values()) {
            ExcerptSource.Excerpt excerpt = excerpts.get(place);
            if (excerpt != null) {
                island.add(json(place, excerpt));
            }
        }
        return island;
    }

    /** {@code [file, line, first line, [lines]]}. */
    private byte[] json(Location place, ExcerptSource.Excerpt excerpt) {
        return Island.json(json -> {
            json.array()
                    .number(texts.index(place.file()))
                    .number(place.line())
                    .number(excerpt.firstLine())
                    .array();
            excerpt.lines().stream().limit(2 * CONTEXT + 1L).forEach(line -> json.text(Texts.clip(line, MAX_LINE)));
            json.end().end();
        });
    }

    private static Stream<Location> furtherPlaces(Finding finding) {
        return Stream.concat(
                finding.evidence().stream().limit(FURTHER_PLACES).map(Evidence::location),
                finding.members().stream().limit(FURTHER_PLACES).map(Finding.Member::location));
    }
}
