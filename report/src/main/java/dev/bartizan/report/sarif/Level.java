package dev.bartizan.report.sarif;

import dev.bartizan.graph.Severity;
import dev.bartizan.source.Problem;
import java.util.Optional;

/** Our severities in the scales of others. */
final class Level {
    private Level() {}

    /** SARIF 2.1.0, 3.27.10. */
    static String of(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }

    /** SARIF 2.1.0, 3.58.6. */
    static String of(Problem.Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTICE -> "note";
        };
    }

    /**
     * The property that GitHub code scanning shows as critical (above 9.0), high (from 7.0), medium (from 4.0) or low (from 0.1): the middle of
     * each range, since ours is no CVSS score.
     */
    static Optional<String> score(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Optional.of("9.5");
            case HIGH -> Optional.of("8.0");
            case MEDIUM -> Optional.of("5.5");
            case LOW -> Optional.of("2.0");
            case INFO -> Optional.empty();
        };
    }

    /** SARIF's rank, from 0 to 100: the middle of five equal ranges. */
    static int rank(Severity severity) {
        return 10 + 20 * severity.ordinal();
    }
}
