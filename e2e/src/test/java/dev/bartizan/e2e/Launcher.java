package dev.bartizan.e2e;

import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        try {
            Files.createDirectories(out);
            var log = out.resolve("run.log");
            var process = new ProcessBuilder(
                            Repository.path("bartizan").toString(),
                            "assess",
                            platform.toString(),
                            "--as-of",
                            "2026-11-01",
                            "--out",
                            out.toString())
                    .directory(Repository.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the assessment of " + platform + " took more than " + LONGEST_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new AssertionError("./bartizan assess " + platform + " ended with " + process.exitValue() + ":\n"
                        + Files.readString(log));
            }
            return out.resolve("report.html");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + platform + " was assessed", interruption);
        }
    }
}
