package dev.bartizan.graph;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Kleene's strong three-valued logic; what is undecided names the gaps that would settle it. */
// Only this interface can make the two constants, so no thread can begin with their classes and meet another that began
// here.
@SuppressWarnings("ClassInitializationDeadlock")
public sealed interface Truth {
    Truth CONFIRMED = new Confirmed();
    Truth REFUTED = new Refuted();

    /** It holds. */
    final class Confirmed implements Truth {
        private Confirmed() {}

        @Override
        public String toString() {
            return word();
        }
    }

    /** It does not hold. */
    final class Refuted implements Truth {
        private Refuted() {}

        @Override
        public String toString() {
            return word();
        }
    }

    /** @param gaps what is not known, sorted, never empty */
    record Undecided(SortedSet<String> gaps) implements Truth {
        public Undecided {
            if (gaps.isEmpty()) {
                throw new IllegalArgumentException("undecided needs at least one gap");
            }
            gaps = Collections.unmodifiableSortedSet(new TreeSet<>(gaps));
        }

        private Truth join(Undecided other) {
            var all = new TreeSet<>(gaps);
            all.addAll(other.gaps);
            return new Undecided(all);
        }
    }

    static Truth of(boolean value) {
        return value ? CONFIRMED : REFUTED;
    }

    static Truth undecided(String gap) {
        return new Undecided(new TreeSet<>(List.of(gap)));
    }

    default Truth not() {
        return switch (this) {
            case Confirmed ignored -> REFUTED;
            case Refuted ignored -> CONFIRMED;
            case Undecided undecided -> undecided;
        };
    }

    default Truth and(Truth other) {
        return switch (this) {
            case Refuted refuted -> refuted;
            case Confirmed ignored -> other;
            case Undecided mine ->
                switch (other) {
                    case Refuted refuted -> refuted;
                    case Confirmed ignored -> mine;
                    case Undecided theirs -> mine.join(theirs);
                };
        };
    }

    default Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    default boolean isConfirmed() {
        return this instanceof Confirmed;
    }

    default boolean isRefuted() {
        return this instanceof Refuted;
    }

    /** The word used in output files: confirmed, refuted, undecided. */
    default String word() {
        return switch (this) {
            case Confirmed ignored -> "confirmed";
            case Refuted ignored -> "refuted";
            case Undecided ignored -> "undecided";
        };
    }
}
