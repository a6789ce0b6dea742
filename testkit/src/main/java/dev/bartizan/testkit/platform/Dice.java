package dev.bartizan.testkit.platform;

import java.util.List;
import java.util.Random;

/** Seeded chance. {@link Random} and not a newer generator: its sequence is specified, so a seed means the same on every JDK. */
final class Dice {
    private final Random random;

    private Dice(Random random) {
        this.random = random;
    }

    /** Independent dice for one part of a platform: a part looks the same whatever stands before it. */
    static Dice of(long seed, int part) {
        return new Dice(new Random(seed * 0x9E3779B97F4A7C15L + part * 0xBF58476D1CE4E5B9L));
    }

    /** @param perMille of a thousand throws, how many are true */
    boolean chance(int perMille) {
        return random.nextInt(1000) < perMille;
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    String letters(int length, String alphabet) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    String hexadecimal(int length) {
        return letters(length, "0123456789abcdef");
    }
}
