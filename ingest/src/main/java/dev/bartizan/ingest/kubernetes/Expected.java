package dev.bartizan.ingest.kubernetes;

import java.util.Map;

/** The type of value that the API server takes at a place. */
sealed interface Expected {
    /** A value on its own. */
    enum Single implements Expected {
        STRING("a string"),
        BOOLEAN("true or false"),
        INTEGER("a whole number");

        private final String words;

        Single(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** A mapping; of its keys, those in {@code fields} are looked into. */
    record Fields(Map<String, Expected> fields) implements Expected {
        public Fields {
            fields = Map.copyOf(fields);
        }
    }

    /** A list of such items. */
    record ListOf(Expected item) implements Expected {}

    /** A mapping from names that its author chose to such values. */
    record MapOf(Expected value) implements Expected {}

    /** Any mapping. */
    static Expected mapping() {
        return new Fields(Map.of());
    }

    static Expected listOf(Expected item) {
        return new ListOf(item);
    }
}
