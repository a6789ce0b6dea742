package dev.bartizan.knowledge.files;

import dev.bartizan.source.Document;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Reading;
import dev.bartizan.source.SourceReader;
import dev.bartizan.source.StrictReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * One file of knowledge.
 *
 * @param name relative to the resources of this module, as it stands in reasons: {@code signatures/serving.yaml}
 */
public record KnowledgeFile(String name, String text) {
    private static final String RESOURCES = "dev/bartizan/knowledge";

    /** The packaged file of this name. */
    public static KnowledgeFile packaged(String name) {
        try (InputStream stream =
                Objects.requireNonNull(KnowledgeFile.class.getResourceAsStream("/" + RESOURCES + "/" + name), name)) {
            return new KnowledgeFile(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The packaged YAML files of a folder, by name. They are listed and not indexed, so that a new file needs no second edit. */
    public static List<KnowledgeFile> packagedIn(String folder) {
        try {
            Path code = Path.of(KnowledgeFile.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            List<String> names = Files.isDirectory(code) ? inDirectory(code, folder) : inArchive(code, folder);
            return names.stream()
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .map(name -> packaged(folder + "/" + name))
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("code comes from a file", impossible);
        }
    }

    private static List<String> inDirectory(Path code, String folder) throws IOException {
        try (Stream<Path> files = Files.list(code.resolve(RESOURCES).resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> inArchive(Path code, String folder) throws IOException {
        String start = RESOURCES + "/" + folder + "/";
        try (var archive = new JarFile(code.toFile())) {
            return archive.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(start))
                    .map(name -> name.substring(start.length()))
                    .toList();
        }
    }

    /** Its last part, as it stands in reasons: {@code serving.yaml}. */
    public String shortName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Reads its only document as this record. */
    public <T extends Record> StrictReader.Result<T> read(Class<T> type) {
        Reading reading = SourceReader.parse(shortName(), text);
        List<Node> roots = reading.documents().stream()
                .map(Document::root)
                .flatMap(Optional::stream)
                .toList();
        var problems = new ArrayList<>(reading.problems());
        if (roots.size() != 1) {
            problems.add(Problem.error(
                    "knowledge-document",
                    "A file of knowledge holds exactly one document, this one " + roots.size() + ".",
                    "split or join it",
                    Location.ofFile(shortName())));
        }
        return problems.isEmpty() ? StrictReader.read(roots.getFirst(), type) : new StrictReader.Failed<>(problems);
    }
}
