package dev.bartizan.risk.readiness;

import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.Change;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.ReadinessCatalogue.Question;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

/** When an answer is looked at again, and what it loses when nobody did. */
public final class Reviews {
    private Reviews() {}

    /** How many days of review passed: one for each whole cadence since the answer, and at most as many as there are levels. */
    public static int missed(LocalDate answered, Period cadence, LocalDate asOf) {
        int missed = 0;
        while (missed < ReadinessFacts.HIGHEST
                && answered.plus(cadence.multipliedBy(missed + 1)).isBefore(asOf)) {
            missed++;
        }
        return missed;
    }

    /** The first day of review that has not passed; today when something calls for it. */
    static LocalDate next(LocalDate answered, Period cadence, LocalDate asOf, List<String> due) {
        if (!due.isEmpty()) {
            return asOf;
        }
        LocalDate next = answered.plus(cadence);
        return next.isBefore(asOf) ? asOf : next;
    }

    /** Why a question is due before its time. A lost control is of its concern when it asks about that control. */
    public static List<String> due(Question question, List<Change> changes, Snapshot snapshot) {
        List<String> subjects = safeguards(question, snapshot)
                .flatMap(one -> Stream.concat(Stream.of(one.control()), one.checks().stream()))
                .toList();
        return changes.stream()
                .filter(change -> question.triggers().contains(change.kind()))
                .filter(change -> change.kind() != Change.Kind.LOST_CONTROL || subjects.contains(change.subject()))
                .map(Change::statement)
                .toList();
    }

    /** What is known of the controls that a question asks about. */
    static Stream<Safeguard> safeguards(Question question, Snapshot snapshot) {
        List<String> controls = question.controls();
        return snapshot.safeguards().map(SafeguardFacts::controls).orElse(List.of()).stream()
                .filter(one -> controls.contains(one.control()));
    }
}
