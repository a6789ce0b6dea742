package dev.bartizan.testkit;

import dev.bartizan.testkit.mutation.Damage;
import java.util.List;

/** A damaged file, and how to make it again. */
public final class Mutant {
    private final String origin;
    private final long seed;
    private final Damage damage;

    Mutant(String origin, long seed, Damage damage) {
        this.origin = origin;
        this.seed = seed;
        this.damage = damage;
    }

    /** The name of the file it was made from. */
    public String origin() {
        return origin;
    }

    public long seed() {
        return seed;
    }

    /** What was done to it, in order. */
    public List<String> steps() {
        return damage.steps();
    }

    public byte[] bytes() {
        return damage.bytes();
    }

    @Override
    public String toString() {
        return "%s with seed %s: %s".formatted(origin, seed, String.join(", ", steps()));
    }
}
