package dev.bartizan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Another virtual machine with the classes of this one: for what one virtual machine has one of, such as its heap, its locale and its time zone.
 */
final class JavaProcess {
    private static final long MOST_MINUTES = 3;

    private final Process process;
    private final Path out;
    private final Path err;

    /** What it wrote and how it ended. */
    record Ended(int exitCode, String out, String err) {}

    private JavaProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts it.
     *
     * @param log where its output goes, a folder of its own
     * @param options of the virtual machine
     * @param environment added to that of this process
     */
    static JavaProcess start(
            Path log, List<String> options, Map<String, String> environment, Class<?> main, String... arguments) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        words.addAll(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(List.of(arguments));
        try {
            Files.createDirectories(log);
            var builder = new ProcessBuilder(words)
                    .redirectOutput(log.resolve("out").toFile())
                    .redirectError(log.resolve("err").toFile());
            builder.environment().remove("SOURCE_DATE_EPOCH");
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            return new JavaProcess(process, log.resolve("out"), log.resolve("err"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end; one that takes minutes is ended, and the test fails. */
    Ended end() {
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + MOST_MINUTES + " minutes");
            }
            return new Ended(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
