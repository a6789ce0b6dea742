package dev.bartizan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.exchange.tree.Json;
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

/** Threat models that tests read: small ones of our own, one for each format, and those of others beside the repository. */
final class Models {
    private Models() {}

    static Path own(String name) {
        return Repository.path("exchange/src/test/resources/models").resolve(name);
    }

    static List<Path> own() {
        return files(own(""));
    }

    static List<Path> ofOthers() {
        return files(Repository.assumeShared("exams/threat-models"));
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(json|yaml)"))
                    .filter(file -> !file.toString().contains("mapping"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static ThreatModelFile ok(Path path) {
        return ok(ThreatModelFiles.read(path, InputStream.nullInputStream()));
    }

    static ThreatModelFile parse(String text) {
        return ok(ThreatModelFiles.parse("model", text));
    }

    private static ThreatModelFile ok(ThreatModelFiles.Read read) {
        assertThat(read).isInstanceOf(ThreatModelFiles.Ok.class);
        return ((ThreatModelFiles.Ok) read).file();
    }

    static List<Problem> failed(String text) {
        var read = ThreatModelFiles.parse("model", text);
        assertThat(read).isInstanceOf(ThreatModelFiles.Failed.class);
        return ((ThreatModelFiles.Failed) read).problems();
    }

    static List<Problem> errors(ThreatModelFile file) {
        return file.problems().stream()
                .filter(problem -> problem.level() == Problem.Level.ERROR)
                .toList();
    }

    /** The tree of a file, a plain {@code y} read as what it is. */
    static Json tree(String text) {
        return Json.of(PlainKeys.restored(
                SourceReader.parse("tree", text).documents().getFirst().root().orElseThrow()));
    }

    /** The format that the source of a file names. */
    static Format format(ThreatModelFile file) {
        return Stream.of(Format.values())
                .filter(format -> file.source().startsWith(format.title()))
                .findFirst()
                .orElseThrow();
    }
}
