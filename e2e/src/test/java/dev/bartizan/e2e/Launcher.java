package dev.bartizan.e2e;

import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./bartizan}, as a user starts it. */
final class Launcher {
    /** Far beyond what an assessment takes; a build on first use is included. */
    private static final long LONGEST_SECONDS = 100;

    private Launcher() {}

    /**
     * Assesses a folder and gives the report.
     *
     * @param out where the outputs go
     */
    static Path assess(Path platform, Path out) {
        run(out, "assess", platform.toString(), "--as-of", "2026-11-01", "--out", out.toString());
        return out.resolve("report.html");
    }

    /**
     * The page of a workshop about a folder.
     *
     * @param out where the outputs go
     */
    static Path workshop(Path platform, Path out) {
        run(out, "threats", "workshop", platform.toString(), "--as-of", "2026-11-01", "--out", out.toString());
        return out.resolve("workshop.html");
    }

    /**
     * What the list of threats of a folder says, with the open ones.
     *
     * @param config the bartizan.yaml that is taken
     * @param out where it is kept
     */
    static String threats(Path platform, Path config, Path out) throws IOException {
        run(
                out,
                "threats",
                "list",
                platform.toString(),
                "--open",
                "--as-of",
                "2026-11-01",
                "--config",
                config.toString());
        return Files.readString(out.resolve("run.log"));
    }

    private static void run(Path out, String... words) {
        var command = new ArrayList<>(List.of(Repository.path("bartizan").toString()));
        command.addAll(List.of(words));
        String said = "./bartizan " + String.join(" ", words);
        try {
            Files.createDirectories(out);
            var log = out.resolve("run.log");
            var process = new ProcessBuilder(command)
                    .directory(Repository.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(said + " took more than " + LONGEST_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(said + " ended with " + process.exitValue() + ":\n" + Files.readString(log));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted in " + said, interruption);
        }
    }
}
