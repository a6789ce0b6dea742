package dev.bartizan.baseline;

import dev.bartizan.source.ReadOptions;
import dev.bartizan.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A manifest with the verdict of another tool.
 *
 * @param folder of the source
 * @param check the source's own name of what it checks
 * @param files relative to the folder
 */
record ExamCase(Path folder, String source, String check, String name, List<String> files, boolean mustFail) {

    /** All cases of a source that have a verdict. */
    static Stream<ExamCase> of(Path exams, String source) {
        Path folder = exams.resolve(source);
        return lines(folder.resolve("cases.jsonl"))
                .map(line -> SourceReader.parse("case", line)
                        .documents()
                        .getFirst()
                        .root()
                        .orElseThrow())
                .filter(line -> line.get("expect").text("").matches("pass|fail"))
                .map(line -> new ExamCase(
                        folder,
                        source,
                        line.get("check").text(""),
                        line.get("case").text(""),
                        line.get("files").items().stream()
                                .map(file -> file.text(""))
                                .toList(),
                        line.get("expect").text("").equals("fail")));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    TestPlatform platform() {
        List<Path> paths = files.stream().map(folder::resolve).toList();
        return TestPlatform.read(
                SourceReader.of(ReadOptions.defaults().withThreads(1)).read(paths, InputStream.nullInputStream()));
    }

    /** As it stands in the list of accepted deviations. */
    String id() {
        return source + "/" + check + "/" + String.join(",", files).replace("files/" + check + "/", "");
    }
}
