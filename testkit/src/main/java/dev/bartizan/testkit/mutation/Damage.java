package dev.bartizan.testkit.mutation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A few steps of damage, drawn from a seed; the same seed and bytes give the same result on every machine. */
public final class Damage {
    private static final int MOST_STEPS = 5;
    /** Damage that multiplies is cut off here, so that a mutant stays quick to read. */
    static final int MOST_BYTES = 1 << 20;

    private static final List<List<? extends Step>> LEVELS = List.of(
            List.of(ByteStep.values()),
            List.of(LineStep.values()),
            // What a careless or hostile author writes most: half of all steps.
            List.of(TokenStep.values()),
            List.of(TokenStep.values()),
            List.of(StructureStep.values()));

    private final List<String> steps = new ArrayList<>();
    private byte[] bytes;

    private Damage(byte[] original) {
        bytes = original;
    }

    public static Damage of(byte[] original, long seed) {
        // Neighbouring seeds of Random begin alike; spread them.
        var random = new Random(seed * 0x9E3779B97F4A7C15L);
        var damage = new Damage(original.clone());
        do {
            List<? extends Step> level = LEVELS.get(random.nextInt(LEVELS.size()));
            damage.take(level.get(random.nextInt(level.size())), random);
        } while (damage.steps.size() < MOST_STEPS && random.nextInt(100) < 55);
        return damage;
    }

    private void take(Step step, Random random) {
        // Latin-1 maps every byte to one unit and back, so that text steps leave alone what they do not touch.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] damaged = step.apply(text, random).getBytes(StandardCharsets.ISO_8859_1);
        bytes = damaged.length > MOST_BYTES ? Arrays.copyOf(damaged, MOST_BYTES) : damaged;
        steps.add(step.toString());
    }

    /** What was done, in order. */
    public List<String> steps() {
        return List.copyOf(steps);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The names of all steps that can be drawn. */
    public static List<String> vocabulary() {
        return LEVELS.stream()
                .flatMap(List::stream)
                .map(Step::toString)
                .distinct()
                .toList();
    }

    /** One kind of damage to a text in which every unit is one byte. */
    interface Step {
        String apply(String text, Random random);
    }

    static String replaced(String text, int from, int to, String by) {
        return text.substring(0, from) + by + text.substring(to);
    }

    /** A position from 0 to the length of the text, both included. */
    static int position(String text, Random random) {
        return random.nextInt(text.length() + 1);
    }

    @SafeVarargs
    static <T> T one(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Text that stands in a file as UTF-8, in units of one byte. */
    static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    static Stream<String> lines(String text) {
        return Arrays.stream(text.split("(?<=\n)", -1));
    }
}
