package dev.bartizan.report;

import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.Answer;
import dev.bartizan.graph.ReadinessFacts.Scorecard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Readiness as chapters of a document: domains, and what lifts the lowest questions. */
final class ReadinessTables {
    private static final int MOST_QUESTIONS = 12;
    private static final double HUNDREDTHS = 100;

    private ReadinessTables() {}

    static List<DesignTable> of(ReadinessFacts facts) {
        Scorecard card = facts.platform();
        List<List<String>> domains = card.domains().stream()
                .map(domain -> List.of(domain.title(), level(domain.score()), domain.confidence() + " %"))
                .toList();
        List<List<String>> next = facts.answers().stream()
                .filter(answer -> answer.level() < ReadinessFacts.HIGHEST)
                .sorted(Comparator.comparingInt(Answer::level)
                        .thenComparing(Comparator.comparingInt(Answer::weight).reversed()))
                .limit(MOST_QUESTIONS)
                .map(answer -> List.of(
                        answer.question(),
                        answer.ask(),
                        Integer.toString(answer.level()),
                        answer.provenance().word(),
                        answer.lift(),
                        answer.review().toString()))
                .toList();
        var tables = new ArrayList<DesignTable>();
        tables.add(new DesignTable(
                "Readiness",
                "Level " + level(card.score()) + " of " + ReadinessFacts.HIGHEST + "; " + card.confidence()
                        + " % of it is measured, the rest is people's word or nobody's.",
                List.of("Domain", "Level", "Measured"),
                domains));
        if (!next.isEmpty()) {
            tables.add(new DesignTable(
                    "What lifts readiness next",
                    "The lowest questions first.",
                    List.of("Question", "Asked", "Level", "Answered by", "What lifts it", "Next review"),
                    next));
        }
        return tables;
    }

    private static String level(int hundredths) {
        return String.format(Locale.ROOT, "%.2f", hundredths / HUNDREDTHS);
    }
}
