package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.snapshot.SnapshotFile;
import dev.bartizan.testkit.HostileInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a user without memory to spare can count on. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LimitsTest {
    @TempDir
    private Path folder;

    /** Among them a file of 200 MB and one of 50,000 documents. */
    @Test
    void allThatIsHostileAtOnceFitsIntoHalfAGigabyte() throws IOException {
        var input = folder.resolve("input");
        for (HostileInput hostile : HostileInput.values()) {
            hostile.writeInto(Files.createDirectories(input.resolve(hostile.name())));
        }
        var output = folder.resolve("output");

        var ended = JavaProcess.start(
                        folder.resolve("log"),
                        List.of("-Xmx512m"),
                        Map.of(),
                        Main.class,
                        "assess",
                        input.toString(),
                        "--out",
                        output.toString())
                .end();
        Files.delete(input.resolve(HostileInput.SYMBOLIC_LINK_LOOP.name())
                .resolve(HostileInput.SYMBOLIC_LINK_LOOP.fileName()));

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("1 too-large file", "broken documents").doesNotContain("Exception", "\tat ");
        var read = SnapshotFile.read(output.resolve(SnapshotFile.NAME));
        assertThat(read).isInstanceOfSatisfying(SnapshotFile.Ok.class, ok -> {
            assertThat(ok.snapshot().input().documents().get("other-yaml")).isGreaterThan(50_000);
            assertThat(ok.snapshot().platform().assets())
                    .anyMatch(asset -> asset.name().equals(HostileInput.SOUND_NEIGHBOUR))
                    .anyMatch(asset -> asset.name().equals(HostileInput.SOUND_DOCUMENT));
        });
    }

    @Test
    void outOfMemorySaysHowToGiveMore() throws IOException {
        var input = folder.resolve("input");
        HostileInput.WRONG_TYPES.writeInto(Files.createDirectories(input));

        var ended = JavaProcess.start(
                        folder.resolve("log"),
                        List.of("-Xmx16m"),
                        Map.of(),
                        Main.class,
                        "assess",
                        input.toString(),
                        "--out",
                        folder.resolve("output").toString())
                .end();

        assertThat(ended.exitCode()).isEqualTo(ExitCode.INTERNAL_ERROR.number());
        assertThat(ended.err())
                .contains("out of memory", "BARTIZAN_JAVA_OPTS=-Xmx")
                .doesNotContain("\tat ");
    }
}
