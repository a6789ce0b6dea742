package dev.bartizan.ingest.declarations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueFoldersTest {
    @TempDir
    private Path folder;

    private Path repository = Path.of("");
    private final List<Problem> problems = new ArrayList<>();

    @BeforeEach
    void make() throws IOException {
        repository = Files.createDirectories(folder.resolve("repository"));
        Files.createDirectories(repository.resolve("catalogue"));
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(repository.resolve("link"), folder.resolve("elsewhere"));
    }

    private List<Path> folders(String named) {
        var file = DeclarationsReader.read("bartizan.yaml", "version: 1\nthreats:\n  catalogues: [" + named + "]\n");
        assertThat(file.problems()).isEmpty();
        return CatalogueFolders.of(file.file().orElseThrow().threats().orElseThrow(), repository, problems);
    }

    @Test
    void aFolderBelowIsTaken() {
        assertThat(folders("catalogue")).containsExactly(repository.resolve("catalogue"));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "../elsewhere, This folder does not lie below bartizan.yaml.",
        "link, This folder does not lie below bartizan.yaml.",
        "catalog, There is no such folder.",
        "{}, This is no name of a folder.",
    })
    void whatLeadsOutOrIsNotThereIsToldWithItsPlace(String named, String message) {
        assertThat(folders(named)).isEmpty();
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).startsWith("bartizan.yaml:3:16: " + message));
    }
}
