package dev.bartizan.ingest.declarations;

import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folders that {@code threats.catalogues} names. They lie below {@code bartizan.yaml}: who only reads somebody's manifests must not be led to read, and
 * quote, other files of his own.
 */
public final class CatalogueFolders {
    private final Path folder;
    private final List<Problem> problems;

    private CatalogueFolders(Path folder, List<Problem> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /**
     * Those that are there.
     *
     * @param folder of {@code bartizan.yaml}, absolute
     */
    public static List<Path> of(DeclarationsFile.Threats section, Path folder, List<Problem> problems) {
        var folders = new CatalogueFolders(folder, problems);
        var found = new ArrayList<Path>();
        section.catalogues().forEach(node -> folders.find(node).ifPresent(found::add));
        return List.copyOf(found);
    }

    private Optional<Path> find(Node node) {
        Optional<String> text = node.text();
        if (text.isEmpty()) {
            return refused(node, "This is no name of a folder.");
        }
        try {
            Path named = folder.resolve(text.get()).normalize();
            if (!Files.isDirectory(named)) {
                return refused(node, "There is no such folder.");
            }
            // Links are followed before, or one could lead out.
            return named.toRealPath().startsWith(folder.toRealPath())
                    ? Optional.of(named)
                    : refused(node, "This folder does not lie below bartizan.yaml.");
        } catch (InvalidPathException | IOException unusable) {
            return refused(node, "This is no name of a folder that can be read.");
        }
    }

    private Optional<Path> refused(Node node, String why) {
        problems.add(Problem.error(
                "catalogue-folder",
                why + " No entry was taken from it.",
                "name a folder beside or below bartizan.yaml, or give it with --catalog",
                node.location()));
        return Optional.empty();
    }
}
