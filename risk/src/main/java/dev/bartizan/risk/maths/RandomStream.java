package dev.bartizan.risk.maths;

/**
 * Random numbers of which every part of a simulation has a stream of its own, by seed and number: however many threads work, the same numbers are drawn. xoshiro256++ (D. Blackman
 * and S. Vigna, ACM TOMS 47, 2021), its state filled by SplitMix64.
 */
public final class RandomStream {
    /** Of SplitMix64: 2^64 by the golden ratio. */
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    public RandomStream(long seed, long number) {
        long state = mix(seed) ^ mix(number * STRIDE + 0x632BE59BD9B4E019L);
        state += STRIDE;
        s0 = mix(state);
        state += STRIDE;
        s1 = mix(state);
        state += STRIDE;
        s2 = mix(state);
        state += STRIDE;
        s3 = mix(state);
    }

    private static long mix(long word) {
        long z = (word ^ (word >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Uniform between 0 and 1, both excluded. */
    public double uniform() {
        return ((nextLong() >>> 12) + 0.5) * 0x1.0p-52;
    }

    /** Standard normal. */
    public double normal() {
        return Normal.quantile(uniform());
    }

    /** Uniform from 0 to below the bound, which is far below 2^32. */
    public int below(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }
}
