package dev.bartizan.source;

import java.util.List;

/**
 * How to read.
 *
 * @param threads how many threads parse; the result does not depend on it
 * @param excludes patterns of files and folders to leave out, written as in {@code .gitignore}, relative to each argument
 */
public record ReadOptions(Limits limits, int threads, List<String> excludes, Progress progress) {
    private static final int MOST_THREADS = 256;

    public ReadOptions {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads must be 1 to " + MOST_THREADS);
        }
        excludes = List.copyOf(excludes);
    }

    /** All processors, nothing excluded, the default limits. */
    public static ReadOptions defaults() {
        int processors = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        return new ReadOptions(Limits.defaults(), processors, List.of(), Progress.NONE);
    }

    public ReadOptions withLimits(Limits newLimits) {
        return new ReadOptions(newLimits, threads, excludes, progress);
    }

    public ReadOptions withThreads(int newThreads) {
        return new ReadOptions(limits, newThreads, excludes, progress);
    }

    public ReadOptions withExcludes(List<String> newExcludes) {
        return new ReadOptions(limits, threads, newExcludes, progress);
    }

    public ReadOptions withProgress(Progress newProgress) {
        return new ReadOptions(limits, threads, excludes, newProgress);
    }
}
