package dev.bartizan.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.bartizan.assess.AssessAnalysis;
import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.assess.AssessQuestion;
import dev.bartizan.cli.console.Console;
import dev.bartizan.graph.Finding;
import dev.bartizan.snapshot.SnapshotFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Does with a folder everything a user can do, then dumps what is alive while the answers still are. Runs in a virtual machine of its own: that
 * of {@link CanaryTest} knows the secrets.
 */
final class CanaryRun {
    static final String HEAP = "heap.hprof";

    private final Path input;
    private final Path stream;
    private final Path output;

    private CanaryRun(Path input, Path stream, Path output) {
        this.input = input;
        this.stream = stream;
        this.output = output;
    }

    /** {@code CanaryRun INPUT STREAM DECOY OUTPUT}: a folder, a file for standard input, a file whose text is kept on purpose, and where all output goes. */
    public static void main(String[] arguments) throws IOException {
        var run = new CanaryRun(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[3]));
        var decoy = Files.readString(Path.of(arguments[2]), StandardCharsets.UTF_8);
        run.commands();
        var answers = List.of(run.folder(), run.standardInput());
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpHeap(run.output.resolve(HEAP).toString(), true);
        } finally {
            Reference.reachabilityFence(answers);
            Reference.reachabilityFence(decoy);
        }
    }

    private void commands() throws IOException {
        var files = output.resolve("files");
        run(InputStream.nullInputStream(), "assess", input.toString(), "--out", files.toString());
        run(InputStream.nullInputStream(), "assess", input.toString(), "--format", "json");
        run(InputStream.nullInputStream(), "assess", input.toString(), "--format", "yaml");
        try (InputStream in = Files.newInputStream(stream)) {
            run(in, "assess", "-", "--out", output.resolve("stream").toString());
        }
        var assessment = files.resolve(SnapshotFile.NAME);
        if (SnapshotFile.read(assessment) instanceof SnapshotFile.Ok ok) {
            for (Finding finding : ok.snapshot().controls().orElseThrow().findings()) {
                run(InputStream.nullInputStream(), "explain", finding.id(), "--in", assessment.toString());
            }
            for (var asset : ok.snapshot().platform().assets()) {
                run(InputStream.nullInputStream(), "explain", asset.id(), "--in", assessment.toString());
            }
        }
    }

    private static void run(InputStream in, String... arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        new Program(Commands.ALL, new Console(out, err, System.out, in, true, true)).run(arguments);
        out.flush();
        err.flush();
    }

    private AssessAnswer folder() {
        return AssessAnalysis.run(
                AssessQuestion.of(List.of(input), LocalDate.EPOCH).withConfig(Optional.empty()),
                InputStream.nullInputStream());
    }

    private AssessAnswer standardInput() throws IOException {
        try (InputStream in = Files.newInputStream(stream)) {
            return AssessAnalysis.run(AssessQuestion.of(List.of(Path.of("-")), LocalDate.EPOCH), in);
        }
    }
}
