package dev.bartizan.rules;

import java.util.List;
import java.util.Random;

/**
 * Invents expressions about the thing n of {@link LanguageTest}; each is well typed. Only plain flags are compared: of two connections of unknown flags the
 * library says that they differ.
 */
final class RandomExpressions {
    private static final int DEEPEST = 4;

    private final Random random;

    RandomExpressions(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        return flag("n", 0);
    }

    private String flag(String thing, int depth) {
        if (depth >= DEEPEST) {
            return thing + "." + pick("t", "f", "u", "v");
        }
        int deeper = depth + 1;
        return switch (random.nextInt(14)) {
            case 0, 1 -> thing + "." + pick("t", "f", "u", "v");
            case 2, 3 -> "(" + flag(thing, deeper) + " && " + flag(thing, deeper) + ")";
            case 4, 5 -> "(" + flag(thing, deeper) + " || " + flag(thing, deeper) + ")";
            case 6 -> "!" + flag(thing, deeper);
            case 7 -> "(" + flag(thing, deeper) + " ? " + flag(thing, deeper) + " : " + flag(thing, deeper) + ")";
            case 8 -> "(" + flag(thing, DEEPEST) + pick(" == ", " != ") + flag(thing, DEEPEST) + ")";
            case 9 ->
                "(" + number(thing, deeper) + pick(" < ", " <= ", " > ", " >= ", " == ") + number(thing, deeper) + ")";
            case 10 ->
                thing + ".name" + pick(".startsWith('a')", ".startsWith('k')", ".contains('ow')", ".endsWith('n')");
            case 11 -> "lacks(" + thing + ", 'C-PIN')";
            case 12 -> "has(" + thing + "." + pick("t", "u", "size") + ")";
            default -> loop(thing, deeper);
        };
    }

    private String loop(String thing, int depth) {
        String one = "x" + depth;
        return things(thing, depth) + pick(".exists(", ".all(", ".exists_one(") + one + ", " + flag(one, depth) + ")";
    }

    private String things(String thing, int depth) {
        String all = pick("writers(", "readers(") + thing + ")";
        String one = "y" + depth;
        return depth < DEEPEST && random.nextInt(4) == 0
                ? all + ".filter(" + one + ", " + flag(one, depth + 1) + ")"
                : all;
    }

    private String number(String thing, int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> Integer.toString(random.nextInt(4));
            case 1 -> thing + ".three";
            case 2 -> thing + ".size";
            default -> things(thing, depth) + ".size()";
        };
    }

    private String pick(String... words) {
        return List.of(words).get(random.nextInt(words.length));
    }
}
