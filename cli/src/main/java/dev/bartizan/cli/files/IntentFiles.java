package dev.bartizan.cli.files;

import dev.bartizan.graph.Intent;
import dev.bartizan.knowledge.Intents;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.SourceReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Of the paths that a user names, the files of intents: YAML whose root holds {@code intents} and is no Kubernetes object.
 *
 * @param others the paths that are none
 */
public record IntentFiles(List<Path> others, List<Intent> intents, List<Problem> problems) {
    private static final long LONGEST = 4L << 20;

    public IntentFiles {
        others = List.copyOf(others);
        intents = List.copyOf(intents);
        problems = List.copyOf(problems);
    }

    public static IntentFiles among(List<Path> paths, Vocabulary vocabulary, Signatures signatures) {
        var others = new ArrayList<Path>();
        var intents = new ArrayList<Intent>();
        var problems = new ArrayList<Problem>();
        for (Path path : paths) {
            Optional<Node> root = root(path);
            if (root.isEmpty()) {
                others.add(path);
            } else {
                Intents.Answer answer = Intents.read(root.get(), vocabulary, signatures);
                intents.addAll(answer.intents());
                problems.addAll(answer.problems());
            }
        }
        return new IntentFiles(others, intents, problems);
    }

    private static Optional<Node> root(Path path) {
        String name = String.valueOf(path.getFileName());
        try {
            boolean isCandidate = (name.endsWith(".yaml") || name.endsWith(".yml"))
                    && Files.isRegularFile(path)
                    && Files.size(path) <= LONGEST;
            if (!isCandidate) {
                return Optional.empty();
            }
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            return SourceReader.parse(name, text).documents().stream()
                    .map(document -> document.root())
                    .flatMap(Optional::stream)
                    .filter(root -> root.get("intents").isPresent()
                            && !root.get("apiVersion").isPresent())
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
