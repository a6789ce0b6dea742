package dev.bartizan.source;

import java.util.Comparator;
import java.util.Optional;

/**
 * Something about the input that its owner should know. Messages never hold a value of a secret.
 *
 * @param code stable and machine-readable, lower case with hyphens: {@code yaml-duplicate-key}
 * @param message what is wrong, one sentence
 * @param remedy what to do about it; empty when there is nothing to do
 * @param location where; absent only for a problem with no place at all
 */
public record Problem(String code, Level level, String message, String remedy, Optional<Location> location)
        implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(
                    (Problem problem) -> problem.location().map(Location::file).orElse(""))
            .thenComparingInt(problem -> problem.location().map(Location::line).orElse(0))
            .thenComparingInt(
                    problem -> problem.location().map(Location::column).orElse(0))
            .thenComparing(Problem::code)
            .thenComparing(Problem::message)
            .thenComparing(problem -> problem.location().map(Location::pointer).orElse(""));

    /** How much of the answer a problem costs. */
    public enum Level {
        /** Something could not be read: the answer lacks it. */
        ERROR,
        /** It was read, but perhaps not as its author meant. */
        WARNING,
        /** Good to know. */
        NOTICE
    }

    public static Problem error(String code, String message, String remedy, Location location) {
        return new Problem(code, Level.ERROR, message, remedy, Optional.of(location));
    }

    public static Problem warning(String code, String message, String remedy, Location location) {
        return new Problem(code, Level.WARNING, message, remedy, Optional.of(location));
    }

    public static Problem notice(String code, String message, String remedy, Location location) {
        return new Problem(code, Level.NOTICE, message, remedy, Optional.of(location));
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return location.map(place -> place + ": ").orElse("") + message + (remedy.isEmpty() ? "" : " (" + remedy + ")");
    }
}
