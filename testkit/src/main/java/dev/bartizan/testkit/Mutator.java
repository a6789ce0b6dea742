package dev.bartizan.testkit;

import dev.bartizan.testkit.mutation.Damage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/**
 * Feeds a reader with damaged copies of real files and names the seed of the first one that it does not survive.
 *
 * <pre>{@code
 * Mutator mutator = Mutator.over(Repository.assumeShared("platforms"));
 * int tried = mutator.exercise(1, Duration.ofSeconds(20), mutant -> reader.read(mutant.origin(), mutant.bytes()));
 * assertThat(tried).isGreaterThan(200);
 * }</pre>
 */
public final class Mutator {
    /** Set to a seed that a failure named, this repeats that one mutant. */
    static final String SEED_PROPERTY = "bartizan.mutant";

    /** Larger originals spend the time on few mutants. */
    private static final long LARGEST_ORIGINAL = 100_000;

    private static final Duration MOST_FOR_ONE = Duration.ofSeconds(10);

    private final Path folder;
    private final List<Path> originals;

    private Mutator(Path folder, List<Path> originals) {
        this.folder = folder;
        this.originals = List.copyOf(originals);
    }

    /** Takes the YAML and JSON files below a folder, in the order of their names, without the large ones. */
    public static Mutator over(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> originals = found.filter(path -> path.toString().matches(".*\\.(ya?ml|json)"))
                    .filter(Files::isRegularFile)
                    .filter(path -> path.toFile().length() <= LARGEST_ORIGINAL)
                    .sorted()
                    .toList();
            if (originals.isEmpty()) {
                throw new IllegalArgumentException("no YAML or JSON file below " + folder);
            }
            return new Mutator(folder, originals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Damages given bytes; the same seed gives the same mutant. */
    public static Mutant mutate(String origin, byte[] original, long seed) {
        return new Mutant(origin, seed, Damage.of(original, seed));
    }

    /** The mutant of a seed, which also chooses the original. */
    public Mutant mutant(long seed) {
        Path original = originals.get((int) Math.floorMod(seed, (long) originals.size()));
        try {
            return mutate(folder.relativize(original).toString(), Files.readAllBytes(original), seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Hands one mutant after the other to the reader until the time is up, and at least one. Fails at the first that makes the reader throw
     * anything or take longer than ten seconds.
     *
     * @return how many were tried
     */
    public int exercise(long firstSeed, Duration budget, Consumer<Mutant> reader) {
        String only = System.getProperty(SEED_PROPERTY, "");
        if (!only.isEmpty()) {
            tryOne(mutant(Long.parseLong(only)), reader);
            return 1;
        }
        long end = System.nanoTime() + budget.toNanos();
        int tried = 0;
        do {
            tryOne(mutant(firstSeed + tried), reader);
            tried++;
        } while (System.nanoTime() < end);
        return tried;
    }

    private static void tryOne(Mutant mutant, Consumer<Mutant> reader) {
        try {
            Assertions.assertTimeoutPreemptively(MOST_FOR_ONE, () -> reader.accept(mutant));
        } catch (Throwable failure) {
            throw new AssertionError(
                    "did not survive %s%nrepeat with -D%s=%s".formatted(mutant, SEED_PROPERTY, mutant.seed()), failure);
        }
    }
}
