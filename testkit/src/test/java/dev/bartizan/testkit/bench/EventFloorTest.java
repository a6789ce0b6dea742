package dev.bartizan.testkit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.testkit.PlatformGenerator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFloorTest {
    @Test
    void itSeesEveryDocumentInEitherFormWithAnyNumberOfThreads(@TempDir Path folder) {
        PlatformGenerator generator = PlatformGenerator.ofWorkloads(42, 2_500);
        generator.writeOneFile(folder.resolve("one/platform.yaml"));
        generator.writeFiles(folder.resolve("many"), 50);
        EventFloor.Count one = EventFloor.count(folder.resolve("one"), 2);
        assertThat(one.documents()).isEqualTo(7_500);
        assertThat(one.bytes())
                .isEqualTo(folder.resolve("one/platform.yaml").toFile().length());
        assertThat(one.events()).isGreaterThan(50 * one.documents());
        assertThat(EventFloor.count(folder.resolve("one"), 1)).isEqualTo(one);
        assertThat(EventFloor.count(folder.resolve("many"), 3)).isEqualTo(one);
    }

    @Test
    void aTextIsCutAtDocumentMarksOnly() {
        String text = "---\na: 1\n---\nb: |\n  ---\n  text\n---\nc: 3\n";
        assertThat(EventFloor.pieces(text, 1))
                .containsExactly("---\na: 1\n", "---\nb: |\n  ---\n  text\n", "---\nc: 3\n");
        assertThat(EventFloor.pieces(text, 1_000)).isEqualTo(List.of(text));
        assertThat(EventFloor.pieces("a: 1", 1)).containsExactly("a: 1");
    }
}
