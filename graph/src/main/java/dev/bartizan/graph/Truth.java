package dev.bartizan.graph;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        public Truth not() {
            return REFUTED;
        }

        @Override
        public Truth and(Truth other) {
            return other;
        }

        @Override
        public String toString() {
            return word();
        }
    }

    /** It does not hold. */
    final class Refuted implements Truth {
        private Refuted() {}

        @Override
        public Truth not() {
            return CONFIRMED;
        }

        @Override
        public Truth and(Truth other) {
            return this;
        }

        @Override
        public String toString() {
            return word();
        }
    }

    /** @param gaps what is not known, sorted, never empty; of very many the first */
    record Undecided(SortedSet<String> gaps) implements Truth {
        /** A list of ten thousand items of the wrong type has as many gaps, and a reader looks at a few. */
        private static final int MOST_GAPS = 50;

        public Undecided {
            if (gaps.isEmpty()) {
                throw new IllegalArgumentException("undecided needs at least one gap");
            }
            // The first in the alphabet: so the order in which truths are joined makes no difference.
            gaps = Collections.unmodifiableSortedSet(gaps.size() <= MOST_GAPS ? new TreeSet<>(gaps) : first(gaps));
        }

        private static SortedSet<String> first(SortedSet<String> gaps) {
            return gaps.stream().limit(MOST_GAPS).collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public Truth not() {
            return this;
        }

        @Override
        public Truth and(Truth other) {
            if (other instanceof Undecided theirs) {
                return join(theirs);
            }
            return other.isRefuted() ? other : this;
        }

        private Truth join(Undecided other) {
            if (gaps.containsAll(other.gaps)) {
                return this;
            }
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

    Truth not();

    Truth and(Truth other);

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
