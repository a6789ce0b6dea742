package dev.bartizan.ingest.declarations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclarationsFinderTest {
    @TempDir
    private Path root;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(root.resolve("repository/.git"));
        Files.createDirectories(root.resolve("repository/platform/manifests/deep"));
        Files.createDirectories(root.resolve("repository/other"));
    }

    @Test
    void theNearestAtOrAboveThePathIsTaken() throws IOException {
        write("repository/bartizan.yaml", "far");
        write("repository/platform/bartizan.yaml", "near");

        assertThat(found("repository/platform/manifests/deep")).hasValueSatisfying(found -> {
            assertThat(found.text()).isEqualTo("near");
            assertThat(found.name()).isEqualTo("../../bartizan.yaml");
        });
        assertThat(found("repository/platform"))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("bartizan.yaml"));
        assertThat(found("repository/other"))
                .hasValueSatisfying(found -> assertThat(found.text()).isEqualTo("far"));
    }

    @Test
    void aFileIsLookedForBesideAPathThatIsAFile() throws IOException {
        write("repository/platform/app.yaml", "");
        write("repository/platform/bartizan.yml", "beside");

        assertThat(found("repository/platform/app.yaml"))
                .hasValueSatisfying(found -> assertThat(found.text()).isEqualTo("beside"));
    }

    @Test
    void nothingAboveTheRepositoryCounts() throws IOException {
        write("bartizan.yaml", "somebody else's");

        assertThat(found("repository/platform")).isEmpty();
    }

    @Test
    void withoutARepositoryOnlyTheFolderAboveCounts() throws IOException {
        Files.delete(root.resolve("repository/.git"));
        write("repository/bartizan.yaml", "above");

        assertThat(found("repository/platform")).isPresent();
        assertThat(found("repository/platform/manifests")).isEmpty();
    }

    @Test
    void twoThatContradictAreAProblemAndEqualOnesAreNot() throws IOException {
        write("repository/platform/bartizan.yaml", "one");
        write("repository/other/bartizan.yaml", "two");
        List<Path> paths = List.of(root.resolve("repository/platform"), root.resolve("repository/other"));

        var answer = DeclarationsFinder.find(paths, Optional.empty());
        assertThat(answer.found())
                .hasValueSatisfying(found -> assertThat(found.text()).isEqualTo("one"));
        assertThat(answer.problems()).extracting(Problem::code).containsExactly("two-settings");

        write("repository/other/bartizan.yaml", "one");
        assertThat(DeclarationsFinder.find(paths, Optional.empty()).problems()).isEmpty();
    }

    @Test
    void aNamedFileIsTakenInstead() throws IOException {
        write("repository/platform/bartizan.yaml", "near");
        Path named = write("settings.yaml", "named");

        var answer = DeclarationsFinder.find(List.of(root.resolve("repository/platform")), Optional.of(named));
        assertThat(answer.found()).hasValueSatisfying(found -> {
            assertThat(found.text()).isEqualTo("named");
            assertThat(found.name()).isEqualTo("settings.yaml");
        });
    }

    @Test
    void aNamedFileThatCannotBeReadIsAProblem() {
        var answer = DeclarationsFinder.find(List.of(), Optional.of(root.resolve("missing.yaml")));

        assertThat(answer.found()).isEmpty();
        assertThat(answer.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).isEqualTo("missing.yaml cannot be read: it was not applied."));
    }

    private Optional<DeclarationsFinder.Found> found(String path) {
        return DeclarationsFinder.find(List.of(root.resolve(path)), Optional.empty())
                .found();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(root.resolve(name), text);
    }
}
