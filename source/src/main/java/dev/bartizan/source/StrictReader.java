package dev.bartizan.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a tree into records, and tells everything that is wrong with it at once: unknown keys with the nearest allowed one, missing keys, wrong types,
 * unknown words, and what the record's own constructor refuses (its {@link IllegalArgumentException}).
 *
 * <p>The key of a component is its name in kebab-case ({@code absenceOf} is {@code absence-of}) unless {@link Named} says otherwise. A component is one
 * of: String, int, long, double, boolean, {@link java.time.LocalDate}, an enum (its words are its constants in kebab-case: {@code MAY_DO} is
 * {@code may-do}), another record, {@link Optional}, {@link List} or {@link java.util.SortedMap} with String keys of these, or {@link Node} for the tree
 * as it is. A component of type {@link Location} is no key: it takes the place of the mapping itself.
 *
 * <p>Scalars and records are required unless {@link Default} gives a value; Optional, List, SortedMap and Node are not, unless {@link Required}.
 * A key with nothing behind it counts as absent.
 */
public final class StrictReader {
    /** What became of a tree. */
    public sealed interface Result<T> {
        /** The value, or empty when it failed. */
        default Optional<T> value() {
            return switch (this) {
                case Read<T> read -> Optional.of(read.record());
                case Failed<T> _ -> Optional.empty();
            };
        }

        /** What is wrong; empty when it was read. */
        default List<Problem> faults() {
            return switch (this) {
                case Read<T> _ -> List.of();
                case Failed<T> failed -> failed.problems();
            };
        }
    }

    /** It was as it must be. */
    public record Read<T>(T record) implements Result<T> {}

    /** It was not, for each of these reasons; in the order of the file. */
    public record Failed<T>(List<Problem> problems) implements Result<T> {
        public Failed {
            problems = List.copyOf(problems);
        }
    }

    private StrictReader() {}

    /** Reads the root of a document. */
    public static <T extends Record> Result<T> read(Node node, Class<T> type) {
        return read(node, "", type);
    }

    /**
     * Reads a part of a document.
     *
     * @param pointer of this node within its document, for the locations of problems
     */
    public static <T extends Record> Result<T> read(Node node, String pointer, Class<T> type) {
        var problems = new ArrayList<Problem>();
        Optional<?> read = new RecordReading(problems).record(node, pointer, type);
        return problems.isEmpty() && read.isPresent()
                ? new Read<>(type.cast(read.get()))
                : new Failed<>(problems.stream().sorted().toList());
    }
}
