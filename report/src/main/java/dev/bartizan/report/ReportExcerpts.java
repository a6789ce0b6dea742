package dev.bartizan.report;

import dev.bartizan.report.html.ExcerptSource;
import dev.bartizan.source.Excerpts;
import dev.bartizan.source.Location;
import java.util.Optional;

/** The lines of the input, as the report asks for them. */
record ReportExcerpts(Excerpts excerpts) implements ExcerptSource {

    @Override
    public Optional<Excerpt> around(Location location, int context) {
        return switch (excerpts.of(location, context)) {
            case Excerpts.Shown shown
            when !shown.lines().isEmpty() ->
                Optional.of(new Excerpt(
                        shown.lines().getFirst().number(),
                        shown.lines().stream().map(Excerpts.Line::text).toList()));
            case Excerpts.Shown ignored -> Optional.empty();
            case Excerpts.Unavailable ignored -> Optional.empty();
        };
    }
}
