package dev.bartizan.report;

import dev.bartizan.report.html.ExcerptSource;
import dev.bartizan.source.Excerpts;
import dev.bartizan.source.Location;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lines of the input, as the report asks for them. */
record ReportExcerpts(Excerpts excerpts) implements ExcerptSource {

    @Override
    public SortedMap<Location, Excerpt> around(Collection<Location> places, int context) {
        var shown = new TreeMap<Location, Excerpt>();
        excerpts.of(places, context).forEach((place, excerpt) -> {
            if (excerpt instanceof Excerpts.Shown(var lines) && !lines.isEmpty()) {
                shown.put(
                        place,
                        new Excerpt(
                                lines.getFirst().number(),
                                lines.stream().map(Excerpts.Line::text).toList()));
            }
        });
        return shown;
    }
}
