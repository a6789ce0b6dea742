package dev.bartizan.testkit.mutation;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What one word in the wrong place does. */
enum TokenStep implements Damage.Step {
    OTHER_VALUE {
        @Override
        public String apply(String text, Random random) {
            return replaceOne(VALUE, text, random, Damage.one(random, ODD_VALUES));
        }
    },
    OTHER_KEY {
        @Override
        public String apply(String text, Random random) {
            return replaceOne(KEY, text, random, Damage.one(random, ODD_KEYS));
        }
    },
    SWAP_VALUES {
        @Override
        public String apply(String text, Random random) {
            List<MatchResult> values = VALUE.matcher(text).results().toList();
            return values.isEmpty()
                    ? text
                    : replaceOne(
                            VALUE,
                            text,
                            random,
                            values.get(random.nextInt(values.size())).group());
        }
    },
    ANCHOR_AND_ALIAS {
        @Override
        public String apply(String text, Random random) {
            String anchored = replaceOne(VALUE, text, random, "&shared value");
            return replaceOne(VALUE, anchored, random, Damage.one(random, "*shared", "*missing", "[*shared, *shared]"));
        }
    },
    ANCHOR_ON_MAPPING {
        @Override
        public String apply(String text, Random random) {
            String anchored = replaceOne(OPENING, text, random, ": &base\n");
            return replaceOne(
                    VALUE, anchored, random, Damage.one(random, "*base", "{<<: *base}", "{<<: [*base, *base]}"));
        }
    },
    INDICATOR {
        @Override
        public String apply(String text, Random random) {
            int at = Damage.position(text, random);
            String indicator = Damage.one(
                    random, "[", "]", "{", "}", "\"", "'", ": ", ", ", "&", "*", "!", "|", ">", "%", "@", "#", "- ",
                    "? ", "`", "\\");
            return Damage.replaced(text, at, at, indicator);
        }
    },
    REMOVE_INDICATOR {
        @Override
        public String apply(String text, Random random) {
            return replaceOne(INDICATORS, text, random, "");
        }
    };

    private static final Pattern VALUE = Pattern.compile("(?<=: |- )[^\\s].*");
    private static final Pattern KEY = Pattern.compile("(?m)(?<=^ {0,40})[A-Za-z0-9_./-]+(?=:\\s)");
    private static final Pattern OPENING = Pattern.compile(":\n");
    private static final Pattern INDICATORS = Pattern.compile("[\\[\\]{}\"':,&*!|>-]");

    private static final String[] ODD_VALUES = {
        "yes",
        "no",
        "on",
        "Off",
        "TRUE",
        "~",
        "null",
        "",
        "\"\"",
        "''",
        "0644",
        "0x1F",
        "0b11",
        "1_000",
        "1:30",
        "1e999",
        "-0",
        ".nan",
        "-.inf",
        "9223372036854775808",
        "99999999999999999999999999999999",
        "{}",
        "[]",
        "[[]]",
        "{a: {b: [c]}}",
        "{}: {}",
        "<<",
        "!!binary AAAA",
        "!!str 1",
        "!!int abc",
        "!<tag:example.com,2000:x> y",
        "!local {a: 1}",
        "|",
        ">+9",
        "|0",
        "2001-12-14t21:59:43.10-05:00",
        "\"open",
        "'open",
        "{open",
        "[open",
        "{{ .Values.image }}",
        "@at",
        "%percent",
        "`tick",
        "? complex",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\x\"",
        "\"a\\\n  b\"",
        "value # comment",
        "value#no",
        "a: b: c",
        "- - -",
        "---",
        "*",
        "&",
        "!",
        "http://user:word@host/%zz?a=b#c",
        "../../../etc/passwd",
        "$(HOME) ${HOME} `id`",
        "<script>alert(1)</script>",
        "=1+1"
    };

    private static final String[] ODD_KEYS = {
        "<<",
        "\"\"",
        "null",
        "~",
        "yes",
        "1",
        "[a, b]",
        "{a: b}",
        "? a",
        "*missing",
        "&anchor a",
        "!!null",
        "apiVersion",
        "kind",
        "metadata",
        "spec",
        "containers",
        "name",
        "items",
        "data",
        "a/b~c",
        "\"a\\nb\"",
        "__proto__"
    };

    private static String replaceOne(Pattern pattern, String text, Random random, String by) {
        List<MatchResult> found = pattern.matcher(text).results().toList();
        if (found.isEmpty()) {
            return text;
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        return Damage.replaced(text, one.start(), one.end(), by);
    }
}
