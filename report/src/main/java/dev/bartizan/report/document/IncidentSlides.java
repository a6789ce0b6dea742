package dev.bartizan.report.document;

import dev.bartizan.graph.IncidentFacts.Outcome;
import dev.bartizan.graph.IncidentFacts.Replay;
import dev.bartizan.graph.IncidentFacts.Step;
import dev.bartizan.graph.Truth;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Figure;
import dev.bartizan.report.document.Document.Figures;
import dev.bartizan.report.document.Document.Mark;
import dev.bartizan.report.document.Document.Point;
import dev.bartizan.report.document.Document.Text;
import dev.bartizan.report.document.Document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What happened to others, and whether it would have worked here. */
final class IncidentSlides {
    private static final int MOST_INCIDENTS = 20;
    private static final int LONGEST_STORY = 420;

    private IncidentSlides() {}

    static List<Chapter> of(String heading, List<Replay> replays, AssetNames names, ThreatModel.Context context) {
        List<Replay> working = replays.stream()
                .filter(replay -> replay.outcome() == Outcome.WOULD_WORK)
                .toList();
        return Slides.points(
                heading,
                working.isEmpty()
                        ? List.of(
                                figures(replays), new Text("No incident of the catalogue would work here for certain."))
                        : List.of(figures(replays)),
                working.stream().map(replay -> point(replay, names, context)).toList(),
                MOST_INCIDENTS);
    }

    static Figures figures(List<Replay> replays) {
        return new Figures(List.of(
                figure(replays, Outcome.WOULD_WORK, "would work here"),
                figure(replays, Outcome.STOPPED, "are stopped"),
                figure(replays, Outcome.UNDECIDED, "are not decided"),
                figure(replays, Outcome.NOT_HERE, "find nothing of the kind")));
    }

    private static Figure figure(List<Replay> replays, Outcome outcome, String label) {
        return Figure.of(
                replays.stream().filter(replay -> replay.outcome() == outcome).count(), label);
    }

    /** What happened, and what of it is so here. */
    static Point point(Replay replay, AssetNames names, ThreatModel.Context context) {
        String ids = replay.identifiers().isEmpty() ? "" : " (" + String.join(", ", replay.identifiers()) + ")";
        var places = new ArrayList<String>();
        places.add("Here: " + touched(replay, names) + ", " + answer(replay, context));
        if (replay.outcome() == Outcome.WOULD_WORK) {
            places.add("Would stop it: " + stoppers(replay, context));
        }
        return new Point(
                mark(replay.outcome()),
                replay.date() + "  " + replay.title() + ids + ". " + AssetNames.clip(replay.story(), LONGEST_STORY),
                places);
    }

    private static Mark mark(Outcome outcome) {
        return switch (outcome) {
            case WOULD_WORK -> new Mark("would work", Tone.CRITICAL);
            case STOPPED -> new Mark("stopped", Tone.GOOD);
            case UNDECIDED -> new Mark("open", Tone.OPEN);
            case NOT_HERE -> new Mark("not here", Tone.PLAIN);
        };
    }

    /** Which of our components it is about. */
    private static String touched(Replay replay, AssetNames names) {
        return replay.asset().isEmpty()
                ? "none of ours"
                : names.of(replay.asset())
                        + (replay.others() == 0 ? "" : " and " + AssetNames.count(replay.others(), "other asset"));
    }

    /** {@code would work}, {@code stopped at step 2 by …}. */
    private static String answer(Replay replay, ThreatModel.Context context) {
        return switch (replay.outcome()) {
            case WOULD_WORK -> "would work";
            case STOPPED -> stopped(replay, context);
            case UNDECIDED -> "not decided: " + AssetNames.clip(gaps(replay), 200);
            case NOT_HERE -> "nothing of the kind here";
        };
    }

    private static String stopped(Replay replay, ThreatModel.Context context) {
        for (int i = 0; i < replay.steps().size(); i++) {
            Step step = replay.steps().get(i);
            if (step.truth().isRefuted()) {
                return "stopped at step " + (i + 1) + " (" + step.title() + ")"
                        + (step.control().isEmpty() ? "" : " by " + context.control(step.control()));
            }
        }
        return "stopped";
    }

    private static String gaps(Replay replay) {
        return replay.steps().stream()
                .map(Step::truth)
                .filter(Truth.Undecided.class::isInstance)
                .map(Truth.Undecided.class::cast)
                .flatMap(truth -> truth.gaps().stream())
                .distinct()
                .limit(2)
                .collect(Collectors.joining("; "));
    }

    /** Any one of these controls stops it. */
    private static String stoppers(Replay replay, ThreatModel.Context context) {
        String controls = replay.steps().stream()
                .map(Step::control)
                .filter(control -> !control.isEmpty())
                .distinct()
                .map(context::control)
                .collect(Collectors.joining(", or "));
        return controls.isEmpty() ? "no control of the catalogue" : controls;
    }
}
