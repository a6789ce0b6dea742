package dev.bartizan.report.document;

import dev.bartizan.diagram.ChainPicture;
import dev.bartizan.diagram.ChainPicture.Kind;
import dev.bartizan.diagram.ChainPicture.Stop;
import dev.bartizan.diagram.Svg;
import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.AttackPathFacts.AttackPath;
import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.AttackPathFacts.Jewel;
import dev.bartizan.graph.AttackPathFacts.Step;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Figure;
import dev.bartizan.report.document.Document.Figures;
import dev.bartizan.report.document.Document.Mark;
import dev.bartizan.report.document.Document.Note;
import dev.bartizan.report.document.Document.Picture;
import dev.bartizan.report.document.Document.Point;
import dev.bartizan.report.document.Document.Points;
import dev.bartizan.report.document.Document.Text;
import dev.bartizan.report.document.Document.Tone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways of an attacker to what is worth most, drawn as chains, and what cuts them. */
final class PathSlides {
    private static final int MOST_ROWS = 27;
    private static final int MOST_PAGES = 8;
    private static final int MOST_STEPS = 5;
    private static final int MOST_EVIDENCE = 2;
    private static final int MOST_FIXES = 24;

    private PathSlides() {}

    static List<Chapter> paths(String heading, AttackPathFacts facts, AssetNames names) {
        List<Jewel> reached = facts.jewels().stream()
                .filter(jewel -> !jewel.paths().isEmpty())
                .toList();
        if (reached.isEmpty()) {
            return List.of(Slides.absent(
                    heading,
                    "No certain way leads to any of "
                            + AssetNames.count(facts.jewels().size(), "crown jewel")
                            + ". Only steps that are certain are counted."));
        }
        var chapters = new ArrayList<>(Slides.table(
                heading,
                List.of(new Text("An attacker gets to " + reached.size() + " of "
                        + AssetNames.count(facts.jewels().size(), "crown jewel")
                        + ". Only steps that are certain are counted.")),
                List.of("Crown jewel", "Why it is one", "From", "Steps", "In the end"),
                reached.stream().map(jewel -> row(jewel, names)).toList(),
                MOST_ROWS));
        Set<String> cutting = facts.chokePoints().stream().map(Fix::id).collect(Collectors.toSet());
        reached.stream()
                .limit(MOST_PAGES)
                .forEach(jewel -> chapters.add(new Chapter(
                        "To " + names.brief(jewel.asset()) + ", from "
                                + jewel.paths().getFirst().start(),
                        page(jewel, names, cutting))));
        return chapters;
    }

    private static List<String> row(Jewel jewel, AssetNames names) {
        AttackPath shortest = jewel.paths().getFirst();
        return List.of(
                names.of(jewel.asset()),
                AssetNames.clip(jewel.reason(), 120),
                shortest.start(),
                Integer.toString(shortest.steps().size()),
                shortest.goal());
    }

    private static List<Block> page(Jewel jewel, AssetNames names, Set<String> cutting) {
        AttackPath path = jewel.paths().getFirst();
        var blocks = new ArrayList<Block>();
        blocks.add(picture(path, names, cutting));
        var points = new ArrayList<Point>();
        int number = 1;
        for (Step step : path.steps().stream().limit(MOST_STEPS).toList()) {
            points.add(new Point(
                    new Mark(Integer.toString(number++), Tone.PLAIN),
                    AssetNames.clip(step.statement(), 200) + "  " + step.technique(),
                    AssetNames.places(step.evidence(), MOST_EVIDENCE)));
        }
        if (path.steps().size() > MOST_STEPS) {
            points.add(Point.of("and " + AssetNames.count(path.steps().size() - MOST_STEPS, "more step")));
        }
        blocks.add(new Points(points));
        blocks.add(new Text(cut(jewel)));
        if (jewel.paths().size() > 1) {
            blocks.add(new Note("The shortest of " + jewel.paths().size() + " ways that are listed."));
        }
        return blocks;
    }

    static Picture picture(AttackPath path, AssetNames names, Set<String> cutting) {
        var stops = new ArrayList<Stop>();
        stops.add(new Stop(Kind.START, path.start(), "where the attacker begins", "", false));
        for (int i = 0; i < path.steps().size(); i++) {
            Step step = path.steps().get(i);
            boolean isLast = i == path.steps().size() - 1;
            stops.add(new Stop(
                    isLast ? Kind.GOAL : Kind.HELD,
                    names.brief(step.to()),
                    isLast ? path.goal() : names.about(step.to()),
                    step.technique(),
                    step.fixes().stream().anyMatch(cutting::contains)));
        }
        String description = "From " + path.start() + " by "
                + path.steps().stream().map(step -> names.brief(step.to())).collect(Collectors.joining(", ")) + ": "
                + path.goal();
        return new Picture(ChainPicture.svg(description, stops, Svg.Theme.AUTO), description);
    }

    private static String cut(Jewel jewel) {
        if (!jewel.isCut()) {
            return "One way has no step that a fix takes away: it is by design, or needs another design.";
        }
        return "Cut by: " + jewel.cut().stream().map(Fix::title).collect(Collectors.joining("; "))
                + (jewel.isExact() ? ". No cheaper set does." : ".");
    }

    static List<Chapter> chokePoints(String heading, AttackPathFacts facts, AssetNames names) {
        if (facts.chokePoints().isEmpty()) {
            return List.of(Slides.absent(heading, "There is no way to a crown jewel that a fix would cut."));
        }
        long effort = facts.chokePoints().stream().mapToInt(Fix::effort).sum();
        long designed = facts.jewels().stream()
                .filter(jewel -> !jewel.paths().isEmpty() && !jewel.isCut())
                .count();
        var lead = List.<Block>of(new Figures(List.of(
                Figure.of(facts.chokePoints().size(), facts.isExact() ? "fixes, and no cheaper set does" : "fixes"),
                Figure.of(effort, "effort in all (1 a line, 2 a tested change, 3 a piece of work)"),
                Figure.of(designed, "jewels with a way that no fix cuts"))));
        return Slides.table(
                heading,
                lead,
                List.of("Fix", "On", "Effort", "Cuts a way to"),
                facts.chokePoints().stream().map(fix -> row(fix, facts, names)).toList(),
                MOST_FIXES);
    }

    private static List<String> row(Fix fix, AttackPathFacts facts, AssetNames names) {
        var jewels = new ArrayList<String>();
        for (Jewel jewel : facts.jewels()) {
            var fixes = new HashSet<String>();
            jewel.paths().forEach(path -> path.steps().forEach(step -> fixes.addAll(step.fixes())));
            if (fixes.contains(fix.id())) {
                jewels.add(jewel.asset());
            }
        }
        return List.of(
                AssetNames.clip(fix.title(), 200), names.of(fix.asset()), effort(fix.effort()), names.some(jewels, 5));
    }

    private static String effort(int effort) {
        return effort == 1 ? "a line" : effort == 2 ? "a tested change" : "a piece of work";
    }
}
