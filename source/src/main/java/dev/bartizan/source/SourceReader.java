package dev.bartizan.source;

import dev.bartizan.source.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads YAML and JSON into located trees. */
public final class SourceReader {
    private SourceReader() {}

    /** Reads a text that is no file: an embedded resource, or the text block of a test. */
    public static Reading parse(String name, String text) {
        var source = SourceText.of(text);
        var file = new SourceFile(name, source.lineStarts(), text.length());
        var log = new ProblemLog();
        var builder = new TreeBuilder(file, Limits.defaults(), new Workspace(), log);
        var documents = new ArrayList<Document>();
        int[] parts = source.yamlParts();
        for (int i = 0; i < parts.length; i++) {
            int end = i + 1 < parts.length ? parts[i + 1] : text.length();
            for (Document document : YamlDocuments.read(file, text.substring(parts[i], end), parts[i], builder, log)) {
                documents.add(document.withIndex(documents.size()));
            }
        }
        int broken = (int) documents.stream()
                .filter(document -> document.failure().isPresent())
                .count();
        int empty = (int) documents.stream().filter(Document::isEmpty).count();
        var counts = new Reading.Counts(1, 1, text.length(), documents.size(), broken, empty, new TreeMap<>());
        List<Problem> problems = log.problems(file).stream().sorted().toList();
        return new Reading(List.of(file), documents, List.of(), counts, problems);
    }
}
