package dev.bartizan.rules;

import com.google.re2j.Pattern;
import dev.bartizan.graph.Truth;
import dev.bartizan.rules.matching.RecentMatches;
import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Redaction;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.ScalarType;
import dev.bartizan.source.Sequence;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a test asks of a value that is there. */
sealed interface Operator {

    /** Of a value of a tree, not null. */
    Truth test(Node value, Frame frame);

    /** Of a text. */
    Truth test(String text, Frame frame);

    /** {@code exists: true}. */
    record Exists() implements Operator {
        @Override
        public Truth test(Node value, Frame frame) {
            return Truth.CONFIRMED;
        }

        @Override
        public Truth test(String text, Frame frame) {
            return Truth.CONFIRMED;
        }
    }

    /** {@code is: true}: a boolean as the API server reads it. The string "true" is none and would be refused. */
    record Is(boolean wanted) implements Operator {
        @Override
        public Truth test(Node value, Frame frame) {
            return value instanceof Scalar scalar && scalar.type() == ScalarType.BOOLEAN
                    ? Truth.of(scalar.isTrue() == wanted)
                    : Truth.undecided(Mistyped.gap(value, "a boolean"));
        }

        /** A flag without a value is switched on. */
        @Override
        public Truth test(String text, Frame frame) {
            boolean isOff = text.equalsIgnoreCase("false") || text.equals("0");
            return Truth.of(isOff != wanted);
        }
    }

    /** {@code equals}, {@code in}: the text of a scalar, whatever its type, is one of these. */
    record OneOf(Values values, boolean ignoreCase, Values.Normalisation normalisation) implements TextOperator {
        @Override
        public Truth test(String text, Frame frame) {
            Outcome outcome = values.contain(text, ignoreCase, normalisation, frame);
            return switch (outcome) {
                case FOUND -> Truth.CONFIRMED;
                case ABSENT -> Truth.REFUTED;
                case MISTYPED, UNKNOWN -> frame.undecided(outcome);
            };
        }
    }

    /** {@code prefix}, {@code suffix}, {@code contains}: one of several parts. */
    record Part(Where where, List<String> parts, boolean ignoreCase) implements TextOperator {
        enum Where {
            PREFIX,
            SUFFIX,
            ANYWHERE
        }

        public Part {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth test(String text, Frame frame) {
            for (int i = 0; i < parts.size(); i++) {
                if (has(text, parts.get(i))) {
                    return Truth.CONFIRMED;
                }
            }
            return Truth.REFUTED;
        }

        private boolean has(String text, String part) {
            return switch (where) {
                case PREFIX -> text.regionMatches(ignoreCase, 0, part, 0, part.length());
                case SUFFIX -> text.regionMatches(ignoreCase, text.length() - part.length(), part, 0, part.length());
                case ANYWHERE ->
                    ignoreCase
                            ? text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT))
                            : text.contains(part);
            };
        }
    }

    /** {@code matches}: the whole text, in time linear to its length whatever the input (RE2). */
    record Matches(Pattern pattern, RecentMatches recent) implements TextOperator {
        Matches(Pattern pattern) {
            this(pattern, new RecentMatches());
        }

        @Override
        public Truth test(String text, Frame frame) {
            return Truth.of(recent.isMatch(pattern, text));
        }
    }

    /** {@code at-least}, {@code at-most}: whole numbers. */
    record Between(long least, long most) implements Operator {
        @Override
        public Truth test(Node value, Frame frame) {
            Optional<Long> number = value instanceof Scalar scalar ? scalar.integer() : Optional.empty();
            return number.map(this::test).orElseGet(() -> Truth.undecided(Mistyped.gap(value, "a whole number")));
        }

        @Override
        public Truth test(String text, Frame frame) {
            try {
                return test(Long.parseLong(text));
            } catch (NumberFormatException noNumber) {
                return Truth.undecided("'" + Wording.clipped(text) + "' is no whole number");
            }
        }

        private Truth test(long number) {
            return Truth.of(number >= least && number <= most);
        }
    }

    /** {@code includes}: a list has at least one of these texts as an item. */
    record Includes(OneOf item) implements Operator {
        @Override
        public Truth test(Node value, Frame frame) {
            if (!(value instanceof Sequence sequence)) {
                return Truth.undecided(Mistyped.gap(value, "a list"));
            }
            var truth = Truth.REFUTED;
            for (int i = 0; i < sequence.size() && !truth.isConfirmed(); i++) {
                truth = truth.or(item.test(sequence.get(i), frame));
            }
            return truth;
        }

        /** The item that is one of the texts; of several the first by its text, so that their order does not matter. */
        Place found(Place list, Frame frame) {
            return IntStream.range(0, list.node().items().size())
                    .mapToObj(list::get)
                    .filter(candidate -> item.test(candidate.node(), frame).isConfirmed())
                    .min(Comparator.comparing(candidate -> candidate.node().text("")))
                    .orElse(list);
        }

        @Override
        public Truth test(String text, Frame frame) {
            return item.test(text, frame);
        }
    }

    /** {@code redacted}: a secret stood there and was taken out. */
    record IsRedacted(List<String> kinds, Optional<Boolean> knownDefault) implements Operator {
        public IsRedacted {
            kinds = List.copyOf(kinds);
        }

        @Override
        public Truth test(Node value, Frame frame) {
            return Truth.of(value instanceof Scalar scalar
                    && scalar.redaction().filter(this::matches).isPresent());
        }

        private boolean matches(Redaction redaction) {
            return (kinds.isEmpty() || kinds.contains(redaction.kind()))
                    && (knownDefault.isEmpty() || knownDefault.get() == redaction.isKnownDefault());
        }

        @Override
        public Truth test(String text, Frame frame) {
            return Truth.REFUTED;
        }
    }

    /** {@code empty: true}: an empty list, mapping or text. */
    record Empty() implements Operator {
        @Override
        public Truth test(Node value, Frame frame) {
            return Truth.of(
                    switch (value) {
                        case Mapping mapping -> mapping.size() == 0;
                        case Sequence sequence -> sequence.size() == 0;
                        case Scalar scalar -> scalar.raw().isEmpty();
                        case Absent _ -> true;
                    });
        }

        @Override
        public Truth test(String text, Frame frame) {
            return Truth.of(text.isEmpty());
        }
    }

    /** An operator that reads scalars by their text. */
    sealed interface TextOperator extends Operator {
        @Override
        default Truth test(Node value, Frame frame) {
            return value instanceof Scalar scalar
                    ? test(scalar.raw(), frame)
                    : Truth.undecided(Mistyped.gap(value, "a single value"));
        }
    }
}
