package dev.bartizan.testkit.mutation;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What somebody does who means harm. */
enum StructureStep implements Damage.Step {
    REPEAT_DOCUMENTS {
        @Override
        public String apply(String text, Random random) {
            return (text + "\n---\n").repeat(2 + random.nextInt(20));
        }
    },
    DEEP_FLOW {
        @Override
        public String apply(String text, Random random) {
            int depth = depth(random);
            String open = Damage.one(random, "[", "{a: ");
            return insertValue(
                    text,
                    random,
                    open.repeat(depth) + (open.equals("[") ? "]" : "}").repeat(random.nextInt(depth + 1)));
        }
    },
    DEEP_BLOCK {
        @Override
        public String apply(String text, Random random) {
            return insertValue(
                    text, random, "\n" + Damage.one(random, "- ", "? ").repeat(depth(random)) + "end");
        }
    },
    ALIAS_BOMB {
        @Override
        public String apply(String text, Random random) {
            String bomb = IntStream.range(1, 12)
                    .mapToObj(level ->
                            "l" + level + ": &l" + level + " [" + ("*l" + (level - 1) + ", ").repeat(9) + "]\n")
                    .collect(Collectors.joining());
            return insertLine(text, random, "l0: &l0 bang\n" + bomb);
        }
    },
    SELF_REFERENCE {
        @Override
        public String apply(String text, Random random) {
            return insertValue(
                    text,
                    random,
                    Damage.one(
                            random, "&self [*self]", "&self {a: *self}", "&self {<<: *self}", "&self {? *self : a}"));
        }
    },
    HUGE_KEY {
        @Override
        public String apply(String text, Random random) {
            return insertLine(text, random, "k".repeat(1 << (8 + random.nextInt(10))) + ": value\n");
        }
    },
    HUGE_VALUE {
        @Override
        public String apply(String text, Random random) {
            String quote = Damage.one(random, "", "\"", "'");
            return insertValue(text, random, quote + "v ".repeat(1 << (8 + random.nextInt(10))) + quote);
        }
    },
    MANY_KEYS {
        @Override
        public String apply(String text, Random random) {
            int keys = 1 + random.nextInt(5_000);
            return insertValue(
                    text,
                    random,
                    IntStream.range(0, keys)
                            .mapToObj(key -> "k" + key % 4_000 + ": 1")
                            .collect(Collectors.joining(", ", "{", "}")));
        }
    },
    WRAP_IN_LIST {
        @Override
        public String apply(String text, Random random) {
            String items = Damage.lines(text).map(line -> "    " + line).collect(Collectors.joining());
            return "apiVersion: v1\nkind: List\nitems:\n  -\n" + items;
        }
    },
    EMPTY_DOCUMENTS {
        @Override
        public String apply(String text, Random random) {
            return insertLine(
                    text,
                    random,
                    Damage.one(random, "---\n", "--- ~\n", "--- []\n", "---\n...\n")
                            .repeat(1 + random.nextInt(500)));
        }
    };

    private static int depth(Random random) {
        return 1 << (4 + random.nextInt(10));
    }

    private static String insertLine(String text, Random random, String lines) {
        int at = text.lastIndexOf('\n', Damage.position(text, random)) + 1;
        return Damage.replaced(text, at, at, lines);
    }

    /** In the place of the value after some colon. */
    private static String insertValue(String text, Random random, String value) {
        int colon = text.indexOf(": ", Damage.position(text, random));
        if (colon < 0) {
            return text + "\nadded: " + value + "\n";
        }
        int end = text.indexOf('\n', colon);
        return Damage.replaced(text, colon + 2, end < 0 ? text.length() : end, value);
    }
}
