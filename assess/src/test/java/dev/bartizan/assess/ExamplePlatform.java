package dev.bartizan.assess;

import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** An example of a catalogue's entry, read by the readers of the main job and asked about threats. A document that begins with a version and is no object is its bartizan.yaml. */
final class ExamplePlatform {
    /** How an example begins that holds everything there is. */
    static final String COMPLETE = "# complete";

    private ExamplePlatform() {}

    static Snapshot assess(Path folder, String name, String example) throws IOException {
        Path manifests = Files.createDirectories(folder.resolve(name));
        var objects = new StringBuilder();
        for (String document : example.split("(?m)^---\\s*$")) {
            if (document.contains("version: 1\n") && !document.contains("apiVersion:")) {
                Files.writeString(manifests.resolve("bartizan.yaml"), document);
            } else {
                objects.append("---\n").append(document).append('\n');
            }
        }
        Files.writeString(manifests.resolve("example.yaml"), objects);
        var question = AssessQuestion.of(List.of(manifests), LocalDate.of(2026, 11, 1))
                .withAssumeComplete(example.startsWith(COMPLETE))
                .withAnalyses(Set.of(Analysis.THREATS));
        return AssessAnalysis.run(question, InputStream.nullInputStream()).snapshot();
    }
}
