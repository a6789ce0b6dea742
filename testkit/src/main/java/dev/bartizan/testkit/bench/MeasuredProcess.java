package dev.bartizan.testkit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Runs whole processes under GNU time, which knows the peak of the memory and the processor time exactly. */
final class MeasuredProcess {
    private static final Path TIME = Path.of("/usr/bin/time");
    private static final double NANOSECONDS = 1e9;

    private final Path folder;
    private final boolean hasTime;

    /** @param folder for logs and figures */
    MeasuredProcess(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.hasTime = Files.isExecutable(TIME)
                && start(List.of(TIME.toString(), "-f", "%U %M", "true"), Map.of(), Path.of("."), log("time"))
                                .waitFor()
                        == 0;
    }

    /**
     * @param name of the log, which holds what the process wrote in its last run
     * @param environment added to that of this process
     */
    Measurement run(String name, List<String> command, Map<String, String> environment, Path workingFolder)
            throws IOException, InterruptedException {
        Path figures = folder.resolve(name + ".figures");
        List<String> words = new ArrayList<>();
        if (hasTime) {
            words.addAll(List.of(TIME.toString(), "--quiet", "-f", "%U %M", "-o", figures.toString()));
        }
        words.addAll(command);
        long start = System.nanoTime();
        int exitCode = start(words, environment, workingFolder, log(name)).waitFor();
        double seconds = (System.nanoTime() - start) / NANOSECONDS;
        if (!hasTime) {
            return new Measurement(seconds, OptionalDouble.empty(), OptionalLong.empty(), exitCode);
        }
        String[] measured = Files.readString(figures).strip().split(" ");
        return new Measurement(
                seconds,
                OptionalDouble.of(Double.parseDouble(measured[0])),
                OptionalLong.of(Long.parseLong(measured[1])),
                exitCode);
    }

    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private static Process start(List<String> command, Map<String, String> environment, Path workingFolder, Path log)
            throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
