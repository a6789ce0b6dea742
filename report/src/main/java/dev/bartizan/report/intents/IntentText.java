package dev.bartizan.report.intents;

import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Verdict;
import dev.bartizan.report.terminal.Printable;
import java.util.ArrayList;
import java.util.List;

/** Intents in lines for a terminal: what broke at length, what holds in a line. */
final class IntentText {
    private IntentText() {}

    static String of(List<IntentResult> results) {
        var lines = new ArrayList<String>();
        for (IntentResult result : results) {
            lines.add("%-9s  %s: %s  (%s)"
                    .formatted(result.verdict(), result.id(), result.title(), Sentences.count(result)));
            result.notes().forEach(note -> lines.add("           " + note));
            result.examples().forEach(example -> add(example, lines));
            result.breaches().forEach(breach -> {
                lines.add("           " + breach.call() + ": " + Sentences.names(breach.principals()) + "  "
                        + breach.evidence());
                add(breach.packet(), lines);
            });
            if (isExplained(result)) {
                lines.add("           why: " + result.why());
            }
        }
        lines.add(Sentences.summary(results));
        return String.join("\n", lines.stream().map(Printable::of).toList()) + "\n";
    }

    private static boolean isExplained(IntentResult result) {
        return result.verdict() == Verdict.BROKEN && !result.why().isEmpty();
    }

    private static void add(IntentResult.Example example, List<String> lines) {
        lines.add("           " + example.from() + " => " + example.to() + " " + example.port());
        example.path()
                .forEach(step -> lines.add("             " + step.statement()
                        + Sentences.place(step).orElse("")));
    }
}
