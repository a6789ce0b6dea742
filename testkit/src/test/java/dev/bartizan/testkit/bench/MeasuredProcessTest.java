package dev.bartizan.testkit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredProcessTest {
    @Test
    void aProcessIsMeasuredAndItsExitCodeAndOutputAreKept(@TempDir Path folder)
            throws IOException, InterruptedException {
        var processes = new MeasuredProcess(folder);
        Measurement run = processes.run(
                "a", List.of("sh", "-c", "echo $WORD; sleep 0.2; exit 3"), Map.of("WORD", "heard"), folder);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.wallSeconds()).isBetween(0.2, 10.0);
        run.residentKilobytes().ifPresent(kilobytes -> assertThat(kilobytes).isBetween(100L, 1_000_000L));
        assertThat(processes.log("a")).content().isEqualTo("heard\n");
    }
}
