package dev.bartizan.testkit.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * What the bench was asked to do.
 *
 * @param root of the repository
 * @param sizes ascending
 * @param floorFlags those that the launcher gives the main job, for the floor
 * @param floorOnly measures the peer alone and judges nothing
 */
record BenchArguments(Path root, List<Size> sizes, int rounds, List<String> floorFlags, boolean floorOnly) {
    static final String USAGE = """
            ./dev bench assess [--rounds N] [--sizes LIST] [--floor-flags FLAGS] [--floor-only]
              --rounds N          runs of each process, at least 3 (3)
              --sizes LIST        ascending numbers of workloads, or of objects (2000,6000,20000,100000objects)
              --floor-flags FLAGS options of the virtual machine of the floor (those the launcher gives assess)
              --floor-only        measures the floor alone
            """;
    private static final int LEAST_ROUNDS = 3;
    private static final String SIZES = "2000,6000,20000,100000objects";
    private static final String LAUNCHER_FLAGS =
            "-XX:+UseCompactObjectHeaders -XX:+UseParallelGC -XX:TieredStopAtLevel=1";

    BenchArguments {
        sizes = List.copyOf(sizes);
        floorFlags = List.copyOf(floorFlags);
    }

    static BenchArguments parse(List<String> words) {
        int rounds = LEAST_ROUNDS;
        String sizes = SIZES;
        String floorFlags = LAUNCHER_FLAGS;
        boolean floorOnly = false;
        for (Iterator<String> word = words.iterator(); word.hasNext(); ) {
            switch (word.next()) {
                case "--rounds" -> rounds = Math.max(LEAST_ROUNDS, Integer.parseInt(word.next()));
                case "--sizes" -> sizes = word.next();
                case "--floor-flags" -> floorFlags = word.next();
                case "--floor-only" -> floorOnly = true;
                default -> throw new IllegalArgumentException("usage: " + USAGE);
            }
        }
        return new BenchArguments(
                Path.of("").toAbsolutePath(),
                Arrays.stream(sizes.split(",")).map(Size::parse).toList(),
                rounds,
                List.of(floorFlags.split(" ")),
                floorOnly);
    }

    /** The virtual machine that this bench runs on runs the floor too. */
    String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
