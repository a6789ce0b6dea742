package dev.bartizan.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcerptsTest {
    @TempDir
    private Path folder;

    @Test
    void theLineOfAPlaceIsMarkedAmongItsNeighbours() throws IOException {
        Reading reading = read("a.yaml", "one: 1\r\ntwo: 2\r\nthree: 3\r\nfour: 4\r\n");

        assertThat(reading.excerpts().of(new Location("a.yaml", 2, 1, ""), 1))
                .isEqualTo(new Excerpts.Shown(List.of(
                        new Excerpts.Line(1, "one: 1", false),
                        new Excerpts.Line(2, "two: 2", true),
                        new Excerpts.Line(3, "three: 3", false))));
        assertThat(lines(reading, 1, 5)).containsExactly("one: 1", "two: 2", "three: 3", "four: 4", "");
    }

    @Test
    void secretsAreMaskedWhereTheyStand() throws IOException {
        Reading reading = read("a.yaml", """
                kind: Secret
                data:
                  any: c2VjcmV0
                stringData:
                  block: |
                    line S3cr3t
                    line Pw
                  after: x
                # password: S3cr3tPw
                """);

        assertThat(lines(reading, 5, 9))
                .containsExactly(
                        "kind: Secret",
                        "data:",
                        "  any: ***",
                        "stringData:",
                        "  block: ***",
                        "***",
                        "***",
                        "  after: ***",
                        "# password: ***",
                        "");
    }

    @Test
    void ofABrokenDocumentOnlyKeysAreShown() throws IOException {
        Reading reading =
                read("a.yaml", "fine: 1\n---\nkind: Secret\ndata:\n  - any: [S3cr3t\n  S3cr3t Pw\n---\nfine: 2\n");

        assertThat(lines(reading, 4, 9))
                .containsExactly("fine: 1", "---", "kind: ***", "data:", "  - any: ***", "  ***", "---", "fine: 2", "");
    }

    @Test
    void aFileThatChangedIsNotShown() throws IOException {
        Reading reading = read("a.yaml", "a: 1\n");
        Files.writeString(folder.resolve("a.yaml"), "b: 2\n");

        assertThat(reading.excerpts().of(new Location("a.yaml", 1, 1, ""), 1))
                .isEqualTo(new Excerpts.Unavailable("the file has changed since it was read"));

        Files.delete(folder.resolve("a.yaml"));
        assertThat(reading.excerpts().of(new Location("a.yaml", 1, 1, ""), 1)).isInstanceOf(Excerpts.Unavailable.class);
    }

    @Test
    void aPlaceOutsideOfWhatWasReadIsNotShown() throws IOException {
        Reading reading = read("a.yaml", "a: 1\n");

        assertThat(reading.excerpts().of(new Location("b.yaml", 1, 1, ""), 1)).isInstanceOf(Excerpts.Unavailable.class);
        assertThat(reading.excerpts().of(new Location("a.yaml", 99, 1, ""), 1))
                .isInstanceOf(Excerpts.Unavailable.class);
    }

    @Test
    void longLinesAreCutAroundTheColumn() throws IOException {
        Reading reading = read("a.yaml", "a: \"" + "x".repeat(1_000) + "HERE" + "y".repeat(1_000) + "\"\n");

        assertThat(reading.excerpts().of(new Location("a.yaml", 1, 1_005, ""), 0))
                .isInstanceOfSatisfying(Excerpts.Shown.class, shown -> {
                    assertThat(shown.lines().getFirst().text())
                            .contains("HERE")
                            .startsWith("…x")
                            .endsWith("y…");
                    assertThat(shown.lines().getFirst().text().length()).isLessThanOrEqualTo(200);
                });
    }

    @Test
    void latin1IsShownAsItWasRead() throws IOException {
        Files.write(folder.resolve("a.yaml"), "a: Z\u00fcrich\n".getBytes(StandardCharsets.ISO_8859_1));
        Reading reading = SourceReader.of(ReadOptions.defaults()).read(List.of(folder), InputStream.nullInputStream());

        assertThat(lines(reading, 1, 0)).containsExactly("a: Z\u00fcrich");
    }

    @Test
    void excerptsOfManyFilesComeFromTheRightOne() throws IOException {
        for (int i = 0; i < 12; i++) {
            Files.writeString(folder.resolve("f" + i + ".yaml"), "number: " + i + "\n");
        }
        Reading reading = SourceReader.of(ReadOptions.defaults()).read(List.of(folder), InputStream.nullInputStream());
        Excerpts excerpts = reading.excerpts();

        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 12; i++) {
                assertThat(excerpts.of(new Location("f" + i + ".yaml", 1, 1, ""), 0))
                        .isEqualTo(new Excerpts.Shown(List.of(new Excerpts.Line(1, "number: " + i, true))));
            }
        }
    }

    private List<String> lines(Reading reading, int line, int context) {
        return reading.excerpts().of(new Location("a.yaml", line, 1, ""), context) instanceof Excerpts.Shown shown
                ? shown.lines().stream().map(Excerpts.Line::text).toList()
                : List.of();
    }

    private Reading read(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return SourceReader.of(ReadOptions.defaults()).read(List.of(folder), InputStream.nullInputStream());
    }
}
