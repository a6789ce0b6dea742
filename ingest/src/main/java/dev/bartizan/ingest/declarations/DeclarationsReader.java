package dev.bartizan.ingest.declarations;

import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Reading;
import dev.bartizan.source.SourceReader;
import dev.bartizan.source.StrictReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code bartizan.yaml} strictly: a file with a mistake is not applied, since a misspelt exception or zone would say less than its author thinks. */
public final class DeclarationsReader {
    private DeclarationsReader() {}

    /**
     * What the file says.
     *
     * @param file empty when there is none, or when it has mistakes
     */
    public record Answer(Optional<DeclarationsFile> file, List<Problem> problems) {
        public Answer {
            problems = List.copyOf(problems);
        }
    }

    /** @param name as it stands in locations */
    public static Answer read(String name, String text) {
        Reading reading = SourceReader.parse(name, text);
        var problems = new ArrayList<>(reading.problems());
        List<Node> roots = reading.documents().stream()
                .map(document -> document.root())
                .flatMap(Optional::stream)
                .toList();
        if (roots.size() != 1) {
            boolean broken = reading.documents().stream()
                    .anyMatch(document -> document.failure().isPresent());
            if (!broken) {
                problems.add(Problem.error(
                        "settings",
                        "bartizan.yaml holds one document, this one " + roots.size() + ": it was not applied.",
                        "write everything into one document that begins with version: 1",
                        Location.ofFile(name)));
            }
            return new Answer(Optional.empty(), problems);
        }
        StrictReader.Result<DeclarationsFile> result = StrictReader.read(roots.getFirst(), DeclarationsFile.class);
        problems.addAll(result.faults());
        result.value().ifPresent(file -> problems.addAll(later(file)));
        return new Answer(result.value(), problems);
    }

    private static List<Problem> later(DeclarationsFile file) {
        Map<String, Node> sections = new LinkedHashMap<>();
        sections.put("includes", file.includes());
        file.baseline().ifPresent(baseline -> sections.put("baseline/profile", baseline.profile()));
        var problems = new ArrayList<Problem>();
        sections.forEach((name, section) -> {
            if (section.isPresent()) {
                problems.add(Problem.warning(
                        "later-version",
                        "'" + name.replace('/', '.') + "' comes with a later version: it was not applied.",
                        "leave it out until then",
                        section.location("/" + name)));
            }
        });
        return problems;
    }
}
