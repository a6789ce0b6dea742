package dev.bartizan.assess;

import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.testkit.PlatformGenerator;
import dev.bartizan.threats.ThreatAnalysis;
import dev.bartizan.threats.ThreatAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures threats, incidents, attack paths and choke points on an invented platform; see scripts/bench/threats.sh, which starts it once for each size, so
 * that each is measured as cold as a user meets it. What stands before them (reading, network, baseline) is timed beside them, as the scale.
 */
public final class ThreatsBench {
    private static final long SEED = 42;
    private static final int LARGEST = 20_000;
    private static final double MOST_SECONDS = 5;
    private static final long MOST_MEGABYTES = 2_048;

    private ThreatsBench() {}

    /** {@code ThreatsBench FOLDER WORKLOADS TABLE}: adds a row to the table; ends with 1 when a target is missed. */
    public static void main(String[] words) throws IOException {
        int workloads = Integer.parseInt(words[1]);
        Path platform = Path.of(words[0]).resolve("threats-" + workloads);
        if (!Files.exists(platform)) {
            Files.createDirectories(platform);
            PlatformGenerator.ofWorkloads(SEED, workloads).writeFiles(platform, Math.max(1, workloads / 10));
        }
        long start = System.nanoTime();
        var run = AnalysisRun.start(
                AssessQuestion.of(List.of(platform), LocalDate.of(2026, 1, 1)), InputStream.nullInputStream());
        run.answer(Analysis.NETWORK);
        run.answer(Analysis.BASELINE);
        var question = run.threatQuestion();
        double beforeSeconds = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        ThreatAnswer answer = ThreatAnalysis.run(run.snapshot(), question);
        double seconds = (System.nanoTime() - start) / 1e9;
        long megabytes = peakMegabytes();
        int asked = answer.threats().results().stream()
                .mapToInt(result -> result.applicable())
                .sum();
        boolean isKept = workloads < LARGEST || (seconds <= MOST_SECONDS && megabytes <= MOST_MEGABYTES);
        var row = String.format(
                Locale.ROOT,
                "| %,d | %,d | %d | %,d | %,d | %.2f | %.2f | %.2f x | %.1f | %,d | %s |",
                workloads,
                run.snapshot().platform().assets().size(),
                answer.threats().results().size(),
                asked,
                answer.threats().scenarios().size(),
                beforeSeconds,
                seconds,
                seconds / beforeSeconds,
                1e6 * seconds / workloads,
                megabytes,
                workloads < LARGEST ? "" : isKept ? "kept" : "MISSED: 5 s, 2,048 MB");
        append(Path.of(words[2]), row);
        System.exit(isKept ? 0 : 1);
    }

    private static long peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }

    private static void append(Path table, String row) throws IOException {
        var lines = new ArrayList<String>();
        if (Files.exists(table)) {
            lines.addAll(Files.readAllLines(table, StandardCharsets.UTF_8));
        } else {
            lines.add(
                    "| workloads | assets | threats | asked | scenarios | before, s | threats, s | of before | µs a workload | heap, MB | |");
            lines.add("|---|---|---|---|---|---|---|---|---|---|---|");
        }
        lines.add(row);
        Files.createDirectories(table.toAbsolutePath().getParent());
        Files.write(table, lines, StandardCharsets.UTF_8);
    }
}
