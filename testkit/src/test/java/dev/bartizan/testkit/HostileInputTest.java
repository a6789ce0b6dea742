package dev.bartizan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;

class HostileInputTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatIsPromisedIsWritten(HostileInput input) throws IOException {
        Path path = input.writeInto(folder);
        Path bad = folder.resolve(input.fileName());
        assertThat(Files.exists(bad, LinkOption.NOFOLLOW_LINKS)).isEqualTo(input != HostileInput.MISSING_PATH);
        assertThat(path).isEqualTo(input.hasSoundNeighbour() ? folder : bad);
        assertThat(Files.exists(folder.resolve("sound.yaml"))).isEqualTo(input.hasSoundNeighbour());
        if (input.hasSoundDocument()) {
            assertThat(Files.readString(bad))
                    .contains("\n---\napiVersion: apps/v1\n", "name: " + HostileInput.SOUND_DOCUMENT);
        }
        if (input.hasSoundNeighbour()) {
            assertThat(folder.resolve("sound.yaml")).content().contains("name: " + HostileInput.SOUND_NEIGHBOUR);
        }
        deleteWhatTheTestFrameworkCannot(bad);
    }

    @Test
    void wrongTypesAreSoundYamlOfThousandsOfDocuments() throws IOException {
        HostileInput.WRONG_TYPES.writeInto(folder);
        String text = Files.readString(folder.resolve(HostileInput.WRONG_TYPES.fileName()));
        assertThat(documents(text)).isBetween(3_000L, 10_000L);
        assertThat(text)
                .contains("      ports: abc\n")
                .contains("  containers: {}\n")
                .contains("      image: 42\n")
                .contains("kind: []\n")
                .contains("items: ~\n");
    }

    @Test
    void fiftyThousandDocumentsAndOneMore() throws IOException {
        HostileInput.MANY_DOCUMENTS.writeInto(folder);
        assertThat(documents(Files.readString(folder.resolve(HostileInput.MANY_DOCUMENTS.fileName()))))
                .isEqualTo(50_001);
    }

    @Test
    void encodingsAreWhatTheySay() throws IOException {
        HostileInput.LATIN_1.writeInto(folder);
        HostileInput.UTF_16.writeInto(folder);
        HostileInput.NUL_BYTES.writeInto(folder);
        assertThat(new String(bytes(HostileInput.LATIN_1), StandardCharsets.UTF_8))
                .contains("\ufffd");
        assertThat(bytes(HostileInput.UTF_16)).startsWith(0xff, 0xfe, 'a', 0);
        assertThat(bytes(HostileInput.NUL_BYTES)).contains((byte) 0);
    }

    @Test
    void theHugeFileIsHugeAndTheZipIsAZip() throws IOException {
        HostileInput.SPARSE_FILE.writeInto(folder);
        HostileInput.ZIP.writeInto(folder);
        assertThat(folder.resolve(HostileInput.SPARSE_FILE.fileName())).hasSize(200L << 20);
        assertThat(bytes(HostileInput.ZIP)).startsWith('P', 'K', 3, 4);
    }

    @Test
    void bombsAreSmallUntilTheyAreExpanded() throws IOException {
        HostileInput.ALIAS_BOMB.writeInto(folder);
        HostileInput.MERGE_BOMB.writeInto(folder);
        assertThat(bytes(HostileInput.ALIAS_BOMB).length).isLessThan(2_000);
        assertThat(documents(new String(bytes(HostileInput.ALIAS_BOMB), StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(documents(new String(bytes(HostileInput.MERGE_BOMB), StandardCharsets.UTF_8)))
                .isEqualTo(2);
    }

    private byte[] bytes(HostileInput input) throws IOException {
        return Files.readAllBytes(folder.resolve(input.fileName()));
    }

    private static long documents(String text) {
        var settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        return StreamSupport.stream(new Parse(settings).parseString(text).spliterator(), false)
                .filter(event -> event.getEventId() == Event.ID.DocumentStart)
                .count();
    }

    /** Links into the folder itself and files without permission. */
    private static void deleteWhatTheTestFrameworkCannot(Path bad) throws IOException {
        if (Files.isRegularFile(bad, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(bad)) {
            Files.delete(bad);
        }
    }
}
