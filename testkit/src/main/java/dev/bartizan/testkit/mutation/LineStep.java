package dev.bartizan.testkit.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What careless editing and merging does. */
enum LineStep implements Damage.Step {
    DELETE {
        @Override
        void apply(List<String> lines, int at, Random random) {
            lines.remove(at);
        }
    },
    DUPLICATE {
        @Override
        void apply(List<String> lines, int at, Random random) {
            lines.add(at, lines.get(at));
        }
    },
    MOVE {
        @Override
        void apply(List<String> lines, int at, Random random) {
            String line = lines.remove(at);
            lines.add(random.nextInt(lines.size() + 1), line);
        }
    },
    INDENT {
        @Override
        void apply(List<String> lines, int at, Random random) {
            lines.set(at, " ".repeat(1 + random.nextInt(5)) + lines.get(at));
        }
    },
    OUTDENT {
        @Override
        void apply(List<String> lines, int at, Random random) {
            String line = lines.get(at);
            int indentation = line.length() - line.stripLeading().length();
            lines.set(at, line.substring(Math.min(indentation, 1 + random.nextInt(5))));
        }
    },
    TAB {
        @Override
        void apply(List<String> lines, int at, Random random) {
            String line = lines.get(at);
            lines.set(
                    at,
                    Damage.one(random, "\t" + line, line.replaceFirst("^ +", "\t"), line.replaceFirst(": ", ":\t")));
        }
    },
    JOIN_WITH_NEXT {
        @Override
        void apply(List<String> lines, int at, Random random) {
            lines.set(at, lines.get(at).replace("\n", ""));
        }
    },
    COMMENT_OUT {
        @Override
        void apply(List<String> lines, int at, Random random) {
            lines.set(at, "# " + lines.get(at));
        }
    },
    DIRECTIVE {
        @Override
        void apply(List<String> lines, int at, Random random) {
            lines.add(
                    at,
                    Damage.one(
                            random,
                            "---\n",
                            "...\n",
                            "--- |\n",
                            "--- # next\n",
                            "%YAML 3.0\n",
                            "%TAG ! tag:example.com,2000:\n",
                            "<<<<<<< HEAD\n",
                            "=======\n",
                            "{{- if .Values.enabled }}\n"));
        }
    };

    @Override
    public String apply(String text, Random random) {
        List<String> lines = new ArrayList<>(Damage.lines(text).toList());
        apply(lines, random.nextInt(lines.size()), random);
        return String.join("", lines);
    }

    abstract void apply(List<String> lines, int at, Random random);
}
