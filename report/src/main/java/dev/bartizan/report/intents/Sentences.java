package dev.bartizan.report.intents;

import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What all forms say in the same words. */
final class Sentences {
    private static final int MOST_NAMED = 6;

    private Sentences() {}

    /** {@code 12 pairs}, {@code against it 3 of 12 pairs}. */
    static String count(IntentResult result) {
        String pairs = result.pairs() == 1 ? "1 pair" : result.pairs() + " pairs";
        return switch (result.verdict()) {
            case PROVEN -> "over " + pairs;
            case VACUOUS -> "no pair: it says nothing";
            case BROKEN -> "by " + result.against() + " of " + pairs + and(result.open());
            case UNDECIDED -> result.open() + " of " + pairs + " hang on an assumption";
        };
    }

    private static String and(long open) {
        return open == 0 ? "" : ", " + open + " more hang on an assumption";
    }

    /** {@code 12 proven, 1 broken}. */
    static String summary(List<IntentResult> results) {
        return Arrays.stream(Verdict.values())
                .map(verdict -> results.stream()
                                .filter(result -> result.verdict() == verdict)
                                .count() + " " + verdict.word())
                .collect(Collectors.joining(", "));
    }

    /** {@code a, b and 3 more}. */
    static String names(List<String> names) {
        String first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = names.size() - MOST_NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    static Optional<String> place(IntentResult.Step step) {
        return step.location().map(location -> "  " + location);
    }
}
