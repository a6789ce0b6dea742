package dev.bartizan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFileTest {
    @TempDir
    Path folder;

    private String mode = "";

    @BeforeEach
    void compareWhateverTheBuildWasAskedToDo() {
        mode = System.getProperty(GoldenFile.MODE_PROPERTY, "");
        System.clearProperty(GoldenFile.MODE_PROPERTY);
    }

    @AfterEach
    void restoreTheMode() {
        System.setProperty(GoldenFile.MODE_PROPERTY, mode);
    }

    @Test
    void anEqualTextMatches() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "one\ntwo\n");
        assertThatNoException().isThrownBy(() -> GoldenFile.in(folder, "a.txt").matches("one\ntwo\n"));
    }

    @Test
    void aDifferenceIsShownWithItsSurroundings() throws IOException {
        String text = IntStream.range(0, 2_000)
                .mapToObj(line -> "line " + line + "\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("a.txt"), text);
        assertThatThrownBy(() ->
                        GoldenFile.in(folder, "a.txt").matches(text.replace("line 1500\n", "line fifteen hundred\n")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a.txt differs")
                .hasMessageContaining("-Dbartizan.golden=update")
                .hasMessageContaining("from line 1498")
                .hasMessageContaining("\n line 1499\n-line 1500\n+line fifteen hundred\n line 1501\n")
                .hasMessageNotContaining("line 1400")
                .hasMessageNotContaining("line 1600");
    }

    @Test
    void aDifferenceInLineEndsAloneIsNamed() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "one\n");
        assertThatThrownBy(() -> GoldenFile.in(folder, "a.txt").matches("one")).hasMessageContaining("line ends");
    }

    @Test
    void aMissingFileFailsAndSaysHowToWriteIt() {
        assertThatThrownBy(() -> GoldenFile.in(folder, "new/a.txt").matches("one"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dbartizan.golden=update");
        assertThat(folder.resolve("new/a.txt")).doesNotExist();
    }

    @Test
    void updatingWritesTheFile() {
        System.setProperty(GoldenFile.MODE_PROPERTY, "update");
        GoldenFile.in(folder, "new/a.txt").matches("größer\n");
        System.clearProperty(GoldenFile.MODE_PROPERTY);
        GoldenFile.in(folder, "new/a.txt").matches("größer\n");
        assertThat(folder.resolve("new/a.txt"))
                .hasBinaryContent(
                        new byte[] {'g', 'r', (byte) 0xc3, (byte) 0xb6, (byte) 0xc3, (byte) 0x9f, 'e', 'r', '\n'});
    }

    @Test
    void aProducerThatChangesItsMindFailsEvenWhileUpdating() {
        System.setProperty(GoldenFile.MODE_PROPERTY, "update");
        var calls = new AtomicInteger();
        assertThatThrownBy(() -> GoldenFile.in(folder, "a.txt").matchesTwice(() -> "call " + calls.incrementAndGet()))
                .hasMessageContaining("-call 1")
                .hasMessageContaining("+call 2");
        assertThat(folder.resolve("a.txt")).doesNotExist();
    }
}
