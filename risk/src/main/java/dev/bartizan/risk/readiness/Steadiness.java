package dev.bartizan.risk.readiness;

import dev.bartizan.graph.ReadinessFacts.Point;
import dev.bartizan.knowledge.ReadinessCatalogue.Need;
import dev.bartizan.knowledge.ReadinessCatalogue.Question;
import java.time.LocalDate;
import java.util.List;

/** Whether the level of a question has not fallen, as stored assessments tell. */
final class Steadiness {
    /** The level that the highest one is built on: whether that held is what history tells. */
    private static final int BASE = 3;

    private final List<Point> history;
    private final LocalDate asOf;

    /** @param history the oldest first */
    Steadiness(List<Point> history, LocalDate asOf) {
        this.history = history;
        this.asOf = asOf;
    }

    /** Of the stored assessments since the last one that is as many periods old as needed, those that are no lower than the one before. */
    Share of(Question question, Need need, LocalDate date) {
        LocalDate begin = asOf.minus(question.period().multipliedBy((int) Math.round(need.least())));
        List<Point> old =
                history.stream().filter(point -> !point.asOf().isAfter(begin)).toList();
        if (old.isEmpty()) {
            return Share.unmeasured("no stored assessment is as old as " + begin, date);
        }
        List<Point> window = history.subList(old.size() - 1, history.size());
        long steady = 0;
        int before = 0;
        for (Point point : window) {
            int level = Math.min(BASE, point.platform().levels().getOrDefault(question.id(), 0));
            steady += level >= before ? 1 : 0;
            before = level;
        }
        return Share.of(steady, 0, window.size(), date);
    }
}
