package dev.bartizan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.exchange.tree.Change;
import dev.bartizan.exchange.tree.Json;
import dev.bartizan.exchange.tree.TreeDifference;
import dev.bartizan.source.Problem;
import dev.bartizan.source.SourceReader;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Threat models that others wrote: each is read without an error and comes back as it was. */
class ExamModelsTest {
    private final Path folder = Repository.assumeShared("exams/threat-models");

    @TestFactory
    Stream<DynamicTest> aModelComesBackInItsOwnFormat() {
        return models().map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> {
            ThreatModelFile file = ok(path);
            assertThat(file.problems())
                    .filteredOn(problem -> problem.level() == Problem.Level.ERROR)
                    .isEmpty();
            Format format = Format.named(word(path)).orElseThrow();
            var export = file.write(format);

            assertThat(export.losses()).isEmpty();
            List<Change> differences = TreeDifference.between(
                    tree(path.toString(), Files.readString(path)), tree("written.yaml", export.text()));
            assertThat(differences).isEmpty();
        }));
    }

    static Json tree(String name, String text) {
        return Json.of(
                SourceReader.parse(name, text).documents().getFirst().root().orElseThrow());
    }

    static ThreatModelFile ok(Path path) {
        var read = ThreatModelFiles.read(path, InputStream.nullInputStream());
        assertThat(read).isInstanceOf(ThreatModelFiles.Ok.class);
        return ((ThreatModelFiles.Ok) read).file();
    }

    private static String word(Path path) {
        String name = path.getFileName().toString();
        return name.contains(".otm.")
                ? "otm"
                : name.startsWith("tmlib")
                        ? "tm-library"
                        : name.startsWith("cyclonedx")
                                ? "tm-bom"
                                : name.startsWith("threat-dragon")
                                        ? "threat-dragon"
                                        : name.startsWith("threat-composer") ? "threat-composer" : "threagile";
    }

    private Stream<Path> models() {
        try (var files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(json|yaml)"))
                    .filter(file -> !file.toString().contains("mapping"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
