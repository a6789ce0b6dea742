package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.testkit.PlatformGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same bytes, wherever and however it is read: law 3 of the design. */
class DeterminismTest {
    private static final List<String> FILES = List.of("assessment.json", "findings.sarif", "report.html");

    @TempDir
    private Path folder;

    @Test
    void theReferencePlatformGivesTheSameBytesEverywhere() throws IOException {
        sameEverywhere(dev.bartizan.testkit.Repository.path("examples/reference-platform"));
    }

    @Test
    void kubeflowGivesTheSameBytesEverywhere() throws IOException {
        sameEverywhere(dev.bartizan.testkit.Repository.assumeShared("platforms/kubeflow"));
    }

    @Test
    void aGeneratedPlatformGivesTheSameBytesEverywhere() throws IOException {
        var platform = folder.resolve("platform");
        PlatformGenerator.ofWorkloads(7, 300).writeFiles(platform, 40);
        sameEverywhere(platform);
    }

    @Test
    void theOrderOfThePathsMakesNoDifference() {
        var found = dev.bartizan.testkit.Repository.path("examples/reference-platform/as-found");
        var one = found.resolve("serving").toString();
        var other = found.resolve("gateway").toString();

        var ran = Ran.of("assess", one, other, "--format", "json", "--as-of", "2026-11-01");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(ran).isEqualTo(Ran.of("assess", other, one, "--format", "json", "--as-of", "2026-11-01"));
    }

    /** Two virtual machines at once: here as most do, and elsewhere with all that differs between two machines. */
    private void sameEverywhere(Path platform) throws IOException {
        var elsewhere = folder.resolve("elsewhere/deeper/a copy");
        copyLastFirst(platform, elsewhere);
        var here = JavaProcess.start(
                folder.resolve("log/here"), List.of(), Map.of(), Main.class, arguments(platform, "here", "4"));
        var there = JavaProcess.start(
                folder.resolve("log/there"),
                List.of(
                        // Where "I".toLowerCase() is no "i", numbers and dates are written otherwise and a day begins a
                        // quarter before the hour.
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Asia/Kathmandu",
                        "-Dfile.encoding=COMPAT",
                        "-Dline.separator=\r\n",
                        // Identity hashes count up, so that maps over them iterate otherwise.
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=3"),
                Map.of("LC_ALL", "C", "SOURCE_DATE_EPOCH", "1"),
                Main.class,
                arguments(elsewhere, "there", "1"));

        assertThat(here.end().exitCode()).isZero();
        assertThat(there.end().exitCode()).isZero();
        for (var file : FILES) {
            assertThat(folder.resolve("there").resolve(file))
                    .as(file)
                    .isNotEmptyFile()
                    .hasSameBinaryContentAs(folder.resolve("here").resolve(file));
        }
    }

    private String[] arguments(Path platform, String output, String threads) {
        return new String[] {
            "assess",
            platform.toString(),
            "--out",
            folder.resolve(output).toString(),
            "--threads",
            threads,
            "--as-of",
            "2026-11-01"
        };
    }

    /** Many file systems list files in the order in which they were made. */
    private static void copyLastFirst(Path from, Path to) throws IOException {
        try (Stream<Path> found = Files.walk(from)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                var copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createDirectories(copy.resolveSibling(""));
                    Files.copy(path, copy, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }
}
