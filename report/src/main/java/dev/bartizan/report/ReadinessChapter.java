package dev.bartizan.report;

import dev.bartizan.diagram.RadarPicture;
import dev.bartizan.diagram.Svg;
import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.Answer;
import dev.bartizan.graph.ReadinessFacts.DomainScore;
import dev.bartizan.graph.ReadinessFacts.Point;
import dev.bartizan.graph.ReadinessFacts.Scorecard;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Grid;
import dev.bartizan.report.document.Document.Heading;
import dev.bartizan.report.document.Document.Note;
import dev.bartizan.report.document.Document.Picture;
import dev.bartizan.report.document.Document.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Readiness as a chapter of a document: the star of domains, teams, trend, what lifts the lowest questions, and when to look again. */
final class ReadinessChapter {
    private static final int MOST_QUESTIONS = 12;
    private static final int MOST_REVIEWS = 10;
    private static final double HUNDREDTHS = 100;

    private final ReadinessFacts facts;

    private ReadinessChapter(ReadinessFacts facts) {
        this.facts = facts;
    }

    static Chapter of(ReadinessFacts facts) {
        return new Chapter("Readiness", new ReadinessChapter(facts).blocks());
    }

    private List<Block> blocks() {
        Scorecard card = facts.platform();
        var blocks = new ArrayList<Block>();
        blocks.add(new Text("Level " + level(card.score()) + " of " + ReadinessFacts.HIGHEST + "; " + card.confidence()
                + " % of it is measured, the rest is people's word or nobody's."));
        RadarPicture.svg(facts, Svg.Theme.AUTO)
                .ifPresent(svg -> blocks.add(new Picture(svg, "Level of readiness by domain")));
        blocks.add(domains(card));
        trend(blocks, card);
        if (!facts.teams().isEmpty()) {
            blocks.add(new Heading("Teams"));
            blocks.add(teams());
        }
        List<List<String>> lifts = lifts();
        if (!lifts.isEmpty()) {
            blocks.add(new Heading("What lifts it next"));
            blocks.add(new Note("The lowest questions first."));
            blocks.add(new Grid(List.of("Question", "Asked", "Level", "Answered by", "What lifts it"), lifts));
        }
        blocks.add(new Heading("Next reviews"));
        blocks.add(reviews());
        return blocks;
    }

    private static Grid domains(Scorecard card) {
        return new Grid(
                List.of("Domain", "Level", "Measured"),
                card.domains().stream()
                        .map(domain -> List.of(domain.title(), level(domain.score()), domain.confidence() + " %"))
                        .toList());
    }

    private void trend(List<Block> blocks, Scorecard card) {
        blocks.add(new Heading("Trend"));
        if (facts.history().isEmpty()) {
            blocks.add(new Note("No stored assessment to compare with: keep one of each month."));
            return;
        }
        var rows = new ArrayList<List<String>>();
        for (Point point : facts.history()) {
            rows.add(row(point.asOf().toString(), point.platform()));
        }
        rows.add(row(facts.asOf().toString(), card));
        blocks.add(new Grid(List.of("As of", "Level", "Measured", "Lowest domain"), rows));
    }

    private static List<String> row(String when, Scorecard card) {
        return List.of(
                when,
                level(card.score()),
                card.confidence() + " %",
                card.lowest().map(DomainScore::title).orElse(""));
    }

    private Grid teams() {
        return new Grid(
                List.of("Team", "Level", "Measured", "Lowest domain"),
                facts.teams().stream().map(team -> row(team.name(), team)).toList());
    }

    private List<List<String>> lifts() {
        return facts.answers().stream()
                .filter(answer -> answer.level() < ReadinessFacts.HIGHEST)
                .sorted(Comparator.comparingInt(Answer::level)
                        .thenComparing(Comparator.comparingInt(Answer::weight).reversed()))
                .limit(MOST_QUESTIONS)
                .map(answer -> List.of(
                        answer.question(),
                        answer.ask(),
                        Integer.toString(answer.level()),
                        answer.provenance().word(),
                        answer.lift()))
                .toList();
    }

    private Grid reviews() {
        return new Grid(
                List.of("On", "Questions", "Why"),
                facts.answers().stream()
                        .collect(Collectors.groupingBy(
                                answer -> answer.review() + "\n" + why(answer),
                                TreeMap::new,
                                Collectors.mapping(Answer::question, Collectors.joining(", "))))
                        .entrySet()
                        .stream()
                        .limit(MOST_REVIEWS)
                        .map(entry -> List.of(
                                entry.getKey().substring(0, entry.getKey().indexOf('\n')),
                                entry.getValue(),
                                entry.getKey().substring(entry.getKey().indexOf('\n') + 1)))
                        .toList());
    }

    private static String why(Answer answer) {
        if (!answer.due().isEmpty()) {
            return answer.due().getFirst();
        }
        return answer.answered().isPresent() ? "its cadence" : "nobody has answered it";
    }

    private static String level(int hundredths) {
        return String.format(Locale.ROOT, "%.2f", hundredths / HUNDREDTHS);
    }
}
