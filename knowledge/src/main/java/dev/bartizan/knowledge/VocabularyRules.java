package dev.bartizan.knowledge;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Plane;
import dev.bartizan.knowledge.files.Words;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What must hold between the words of the vocabulary, beyond the form of each. */
final class VocabularyRules {
    private static final Set<String> SETTERS =
            new TreeSet<>(List.of("ingest", "artifacts", "network", "bartizan.yaml", "answer"));

    private final List<Problem> problems = new ArrayList<>();

    private VocabularyRules() {}

    static List<Problem> problems(Vocabulary.File file) {
        var rules = new VocabularyRules();
        rules.unique(
                "layer",
                file.layers().stream()
                        .map(term -> new Word(term.id().word(), term.location()))
                        .toList());
        rules.unique(
                "plane",
                file.planes().stream()
                        .map(term -> new Word(term.id().word(), term.location()))
                        .toList());
        rules.unique(
                "zone",
                file.zones().stream()
                        .map(term -> new Word(term.id(), term.location()))
                        .toList());
        rules.unique(
                "area",
                file.areas().stream()
                        .map(term -> new Word(term.id(), term.location()))
                        .toList());
        rules.unique(
                "link kind",
                file.linkKinds().stream()
                        .map(term -> new Word(term.id(), term.location()))
                        .toList());
        rules.unique(
                "role",
                file.roles().stream()
                        .map(term -> new Word(term.id(), term.location()))
                        .toList());
        rules.unique(
                "property",
                file.properties().stream()
                        .map(term -> new Word(term.id(), term.location()))
                        .toList());
        rules.unique(
                "telemetry of the role",
                file.telemetry().stream()
                        .flatMap(entry -> entry.roles().stream().map(role -> new Word(role, entry.location())))
                        .toList());
        rules.complete(file);
        file.roles().forEach(rules::placed);
        file.properties().forEach(property -> rules.property(property, file));
        file.telemetry().forEach(entry -> rules.roles(entry.roles(), file, entry.location()));
        return rules.problems.stream().sorted().toList();
    }

    private record Word(String id, Location location) {}

    private void unique(String what, List<Word> words) {
        Set<String> seen = new HashSet<>();
        for (Word word : words) {
            if (!seen.add(word.id())) {
                report("The " + what + " '" + word.id() + "' stands twice.", "remove one", word.location());
            }
        }
    }

    private void complete(Vocabulary.File file) {
        Location start = file.roles().getFirst().location();
        if (file.layers().size() < Layer.values().length || file.planes().size() < Plane.values().length) {
            report(
                    "Each layer ("
                            + words(Arrays.stream(Layer.values())
                                    .map(Layer::word)
                                    .toList()) + ") and plane ("
                            + words(Arrays.stream(Plane.values())
                                    .map(Plane::word)
                                    .toList()) + ") needs its meaning.",
                    "add the missing one",
                    start);
        }
        if (file.roles().stream().noneMatch(role -> role.id().equals(Role.UNKNOWN))) {
            report("The role 'unknown' is missing.", "add it", start);
        }
    }

    private void placed(Role role) {
        boolean known = !role.id().equals(Role.UNKNOWN);
        if (role.layer().isPresent() != known || role.plane().isPresent() != known) {
            report(
                    "The role '" + role.id() + "' needs a layer and a plane; only 'unknown' has none.",
                    "give both, or neither",
                    role.location());
        }
    }

    private void property(Property property, Vocabulary.File file) {
        roles(property.roles(), file, property.location());
        for (String setter : property.setBy()) {
            Words.check("setter of a property", setter, SETTERS, property.location())
                    .ifPresent(problems::add);
        }
        if (property.question().isEmpty() && !property.setBy().equals(List.of("ingest"))) {
            report(
                    "The property '" + property.id() + "' can be unknown, so it needs a question.",
                    "add the question that settles it",
                    property.location());
        }
    }

    private void roles(List<String> named, Vocabulary.File file, Location location) {
        List<String> known = file.roles().stream().map(Role::id).toList();
        named.forEach(role -> Words.check("role", role, known, location).ifPresent(problems::add));
    }

    private static String words(List<String> words) {
        return String.join(", ", words);
    }

    private void report(String message, String remedy, Location location) {
        problems.add(Problem.error("vocabulary", message, remedy, location));
    }
}
