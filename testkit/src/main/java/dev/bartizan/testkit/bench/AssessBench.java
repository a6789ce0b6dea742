package dev.bartizan.testkit.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Measures {@code bartizan assess} on invented platforms against {@link EventFloor} and holds it to its targets. Floor and main job run in
 * turns, each as a whole process with the same collector, heap and threads, so that a busy machine slows both.
 */
public final class AssessBench {
    private static final int HELP_ROUNDS = 7;
    private static final int REFERENCE_ROUNDS = 5;
    private static final List<String> OUTPUTS = List.of("assessment.json", "report.html", "findings.sarif");

    private final BenchArguments arguments;
    private final Path folder;
    private final MeasuredProcess processes;

    private AssessBench(BenchArguments arguments) throws IOException, InterruptedException {
        this.arguments = arguments;
        this.folder = arguments.root().resolve("target/bench");
        this.processes = new MeasuredProcess(folder.resolve("logs"));
    }

    /** See {@link BenchArguments#USAGE}. Ends with 1 when a target is missed or a run failed. */
    public static void main(String[] words) throws IOException, InterruptedException {
        BenchArguments arguments = BenchArguments.parse(List.of(words));
        boolean kept = new AssessBench(arguments).run();
        System.exit(kept ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        List<Row> rows = rows();
        List<Target> targets = new ArrayList<>(Targets.of(rows));
        if (!arguments.floorOnly()) {
            startUp().forEach(targets::add);
        }
        String table = table(rows, targets);
        Files.writeString(folder.resolve("assess.md"), table, StandardCharsets.UTF_8);
        System.out.print(table);
        return arguments.floorOnly() || targets.stream().allMatch(Target::isKept);
    }

    private List<Row> rows() throws IOException, InterruptedException {
        var inputs = new Inputs(folder.resolve("inputs"));
        List<Row> rows = new ArrayList<>();
        for (Form form : Form.values()) {
            for (Size size : arguments.sizes()) {
                System.err.println("bench: " + size.label() + ", " + form.label);
                rows.addAll(measure(size, form, inputs.of(size, form)));
            }
        }
        return rows;
    }

    private List<Row> measure(Size size, Form form, Path input) throws IOException, InterruptedException {
        String name = size.fileName() + '-' + form.fileName();
        var floor = new Series();
        Map<Job, Series> ours = new EnumMap<>(Job.class);
        Map<Job, String> failures = new EnumMap<>(Job.class);
        Stream.of(Job.values()).filter(job -> job.isAskedOf(size)).forEach(job -> ours.put(job, new Series()));
        for (int round = 0; round < arguments.rounds(); round++) {
            floor.add(runFloor(name, size, input));
            for (Job job : ours.keySet()) {
                if (!arguments.floorOnly() && !failures.containsKey(job)) {
                    String run = name + '-' + job.label;
                    Path outputs = folder.resolve("out").resolve(run);
                    Measurement measured = assess(run, input, outputs, "-Xmx" + size.heap(), job);
                    ours.get(job).add(measured);
                    failure(run, measured, outputs).ifPresent(failure -> failures.put(job, failure));
                }
            }
        }
        return ours.entrySet().stream()
                .map(job -> new Row(
                        size, form, job.getKey(), floor, job.getValue(), failures.getOrDefault(job.getKey(), "")))
                .toList();
    }

    private Measurement runFloor(String name, Size size, Path input) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(arguments.java()));
        command.addAll(arguments.floorFlags());
        command.addAll(List.of(
                "-Xmx" + size.heap(), "-cp", System.getProperty("java.class.path"), EventFloor.class.getName()));
        command.addAll(
                List.of(input.toString(), Integer.toString(Runtime.getRuntime().availableProcessors())));
        Measurement run = processes.run(name + "-floor", command, Map.of(), arguments.root());
        if (run.exitCode() != 0) {
            throw new IllegalStateException("the floor itself failed, see " + processes.log(name + "-floor"));
        }
        return run;
    }

    private Measurement assess(String name, Path input, Path outputs, String heap, Job job)
            throws IOException, InterruptedException {
        for (String output : OUTPUTS) {
            Files.deleteIfExists(outputs.resolve(output));
        }
        List<String> command =
                new ArrayList<>(List.of(launcher(), "assess", input.toString(), "--out", outputs.toString()));
        command.addAll(job.words());
        return processes.run(name, command, Map.of("BARTIZAN_JAVA_OPTS", heap), arguments.root());
    }

    /** Why a run does not count: a fast failure must not pass for a fast success. */
    private Optional<String> failure(String name, Measurement run, Path outputs) throws IOException {
        if (run.exitCode() != 0) {
            return Optional.of("exit code " + run.exitCode() + ", see "
                    + processes.log(name).getFileName());
        }
        for (String output : OUTPUTS) {
            Path file = outputs.resolve(output);
            if (!Files.exists(file) || Files.size(file) == 0) {
                return Optional.of("no " + output);
            }
        }
        return Optional.empty();
    }

    private Stream<Target> startUp() throws IOException, InterruptedException {
        System.err.println("bench: start-up");
        var help = new Series();
        for (int round = 0; round < HELP_ROUNDS; round++) {
            Measurement run = processes.run("help", List.of(launcher(), "--help"), Map.of(), arguments.root());
            if (run.exitCode() == 0) {
                help.add(run);
            }
        }
        Path platform = arguments.root().resolve("examples/reference-platform/as-found");
        Path outputs = folder.resolve("out/reference");
        var reference = new Series();
        for (int round = 0; round < REFERENCE_ROUNDS && Files.isDirectory(platform); round++) {
            Measurement run = assess("reference", platform, outputs, "", Job.EVERYTHING);
            if (failure("reference", run, outputs).isEmpty()) {
                reference.add(run);
            }
        }
        return Targets.startUp(median(help, HELP_ROUNDS), median(reference, REFERENCE_ROUNDS));
    }

    private static OptionalDouble median(Series series, int rounds) {
        return series.size() == rounds ? OptionalDouble.of(series.wallSeconds()) : OptionalDouble.empty();
    }

    private String launcher() {
        return arguments.root().resolve("bartizan").toString();
    }

    private String table(List<Row> rows, List<Target> targets) {
        var table =
                new StringBuilder("%s processors, %s rounds, medians of wall times; spread is slowest over fastest%n%n"
                        .formatted(Runtime.getRuntime().availableProcessors(), arguments.rounds()));
        table.append(Row.HEADER);
        for (Row row : rows) {
            Row smallest = rows.stream()
                    .filter(other -> other.form() == row.form() && other.job() == row.job())
                    .findFirst()
                    .orElse(row);
            table.append(row.markdown(smallest)).append('\n');
        }
        table.append('\n').append(Target.HEADER);
        targets.forEach(target -> table.append(target.markdown()).append('\n'));
        return table.toString();
    }
}
