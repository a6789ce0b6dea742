package dev.bartizan.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Trees;
import dev.bartizan.source.Location;
import dev.bartizan.testkit.GoldenFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {

    @Test
    void theLayoutIsWhatTheGoldenFileShows() {
        GoldenFile.named("assessment-1.4.json").matchesTwice(() -> Written.text(ExampleSnapshot.complete()));
    }

    /** A later layout gets a golden file of its own; these are never written again. */
    @Test
    void olderLayoutsStayReadable() throws IOException {
        isReadAs("assessment-1.0.json", ExampleSnapshot.ofTheFirstLayout());
        isReadAs("assessment-1.1.json", ExampleSnapshot.ofTheSecondLayout());
        isReadAs("assessment-1.2.json", ExampleSnapshot.ofTheThirdLayout());
        isReadAs("assessment-1.3.json", ExampleSnapshot.complete());
    }

    private static void isReadAs(String name, Snapshot snapshot) throws IOException {
        try (var old = SnapshotFileTest.class.getResourceAsStream("/golden/" + name)) {
            assertThat(SnapshotFile.read(Objects.requireNonNull(old), name)).isEqualTo(new SnapshotFile.Ok(snapshot));
        }
    }

    @Test
    void whatWasWrittenReadsBackEqual() {
        var snapshot = ExampleSnapshot.complete();

        assertThat(Written.readable(Written.text(snapshot))).isEqualTo(snapshot);
    }

    @Test
    void beforeTheBaselineItsKeysAreAbsent() {
        var text = Written.text(ExampleSnapshot.read());

        assertThat(text).doesNotContain("\"findings\"", "\"checks\"", "\"questions\"", "\"waivers\"");
        assertThat(Written.readable(text)).isEqualTo(ExampleSnapshot.read());
    }

    @Test
    void aBaselineThatFoundNothingIsAnAnswer() {
        var nothing = ExampleSnapshot.read().with(new ControlFacts(List.of(), List.of(), List.of(), List.of()));
        var text = Written.text(nothing);

        assertThat(text).contains("\"findings\":[]", "\"checks\":[]", "\"questions\":[]", "\"waivers\":[]");
        assertThat(Written.readable(text)).isEqualTo(nothing).isNotEqualTo(ExampleSnapshot.read());
    }

    @Test
    void anEmptyPlatformReadsBackEqual() {
        var empty = Snapshot.of(
                ExampleSnapshot.input(),
                new Platform("", List.of(), List.of(), new TreeMap<>(), Completeness.NONE),
                Trees.NONE,
                List.of());

        assertThat(Written.readable(Written.text(empty))).isEqualTo(empty);
    }

    @Test
    void eachAssetLinkFindingMemberAndIntentHasALineOfItsOwn() {
        assertThat(Written.text(ExampleSnapshot.complete()).lines().filter(line -> line.startsWith("{\"id\":")))
                .hasSize(5 + 3 + 4 + 4 + 1 + 3 + 2 + 1 + 1 + 2 + 2 + 3 + 1);
        assertThat(Written.text(ExampleSnapshot.complete()).lines().filter(line -> line.startsWith("{\"from\":")))
                .hasSize(3);
    }

    @Test
    void neitherLocaleNorTimeZoneChangesAByte() {
        var expected = Written.bytes(ExampleSnapshot.complete());
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(Written.bytes(ExampleSnapshot.complete())).isEqualTo(expected);
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(Written.bytes(ExampleSnapshot.complete())).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void textsOfHostileFilesReadBackEqual() {
        for (String text : List.of(
                "",
                "\"quoted\" and \\ escaped",
                "\u0000\u0001\n\r\t\u001f\u007f",
                "\u2028\u2029\ufeff\uffff",
                "東京 ελληνικά עברית",
                "🏰 and half of it: \ud83c",
                "\udff0 the other half",
                "x".repeat(100_000) + "é")) {
            var asset = new Asset(
                    "file:" + text,
                    text,
                    text,
                    text,
                    text,
                    text,
                    text,
                    Classification.UNKNOWN,
                    List.of(new Location(text, 1, 1, text)));
            var snapshot = Snapshot.of(
                    ExampleSnapshot.input(),
                    new Platform(
                            text,
                            List.of(asset),
                            List.of(),
                            new TreeMap<>(Map.of("owner", new TreeMap<>(Map.of(0, text)), "empty", new TreeMap<>())),
                            Completeness.NONE),
                    Trees.NONE,
                    List.of());
            assertThat(Written.readable(Written.text(snapshot))).isEqualTo(snapshot);
        }
    }

    @Test
    void aKeyThatNoParserTakesIsMended() {
        var input = new Input(
                ExampleSnapshot.input().asOf(), new TreeMap<>(Map.of("🏰\ud83c", 1)), new TreeMap<>(), List.of());
        var snapshot = Snapshot.of(input, ExampleSnapshot.platform(), Trees.NONE, List.of());

        assertThat(Written.readable(Written.text(snapshot)).input().files()).containsOnlyKeys("🏰?");
    }

    @Test
    void anAnswerAboutAssetsThatAreNotThereIsABug() {
        var check = new CheckResult("BL-WL-001", "", Severity.LOW, 4, new BitSet(), new BitSet(), new BitSet());
        var snapshot = ExampleSnapshot.read().with(new ControlFacts(List.of(check), List.of(), List.of(), List.of()));

        assertThatThrownBy(() -> Written.bytes(snapshot))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("BL-WL-001 answers for 4 assets of 5");
    }

    @Test
    void aFullDiskIsAnUncheckedException() {
        var full = new OutputStream() {
            @Override
            public void write(int unit) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> SnapshotFile.write(ExampleSnapshot.complete(), full))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No space left on device");
    }

    @Test
    void theStreamStaysOpen() {
        var out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new IllegalStateException("closed");
            }
        };

        SnapshotFile.write(ExampleSnapshot.read(), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("]\n}\n");
    }

    @Test
    void anAssessmentIsToldFromManifests(@TempDir Path folder) throws IOException {
        var assessment = Files.write(folder.resolve("anything.txt"), Written.bytes(ExampleSnapshot.complete()));
        var spaced = Files.writeString(
                folder.resolve("spaced.json"), "\ufeff {\n  \"schema\" : \"bartizan/assessment/9.0\"");
        var manifest = Files.writeString(folder.resolve(SnapshotFile.NAME), "{\"kind\":\"Pod\"}");
        var empty = Files.writeString(folder.resolve("empty.json"), "");

        assertThat(List.of(assessment, spaced)).allMatch(SnapshotFile::isSnapshot);
        assertThat(List.of(manifest, empty, folder, folder.resolve("absent"))).noneMatch(SnapshotFile::isSnapshot);
    }
}
