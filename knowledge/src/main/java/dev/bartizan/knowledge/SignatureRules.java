package dev.bartizan.knowledge;

import dev.bartizan.knowledge.files.Words;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold between signatures, and between them and the vocabulary. */
final class SignatureRules {
    private final List<String> roles;
    private final ComponentRules facts;
    private final List<Problem> problems = new ArrayList<>();
    /** What was seen, with what it is: two signatures on the same value would make the answer depend on the order of files. */
    private final Map<String, Location> claimed = new HashMap<>();

    private SignatureRules(List<Signature> signatures, Vocabulary vocabulary) {
        this.roles = vocabulary.roles().stream().map(Role::id).toList();
        this.facts =
                new ComponentRules(roles, signatures.stream().map(Signature::id).toList());
    }

    static List<Problem> problems(
            List<Signature> signatures, Optional<KindDefaults.File> defaults, Vocabulary vocabulary) {
        var rules = new SignatureRules(signatures, vocabulary);
        signatures.forEach(rules::check);
        defaults.ifPresent(file -> file.kinds().forEach(rules::check));
        return rules.problems;
    }

    private void check(Signature signature) {
        Words.check("role", signature.role(), roles, signature.location()).ifPresent(problems::add);
        claim("signature", List.of(signature.id()), signature.location());
        Signature.Match match = signature.match();
        claim("image", match.images(), signature.location());
        claim("kind", match.kinds(), signature.location());
        claim("name", match.names(), signature.location());
        claim(
                "label",
                match.labels().entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .toList(),
                signature.location());
        claim("program", programs(match.commands()), signature.location());
        claim("environment variable", match.environment(), signature.location());
        claim("port", match.ports().stream().map(Object::toString).toList(), signature.location());
        match.kinds().forEach(kind -> checkKind(kind, signature.location()));
        signature.sources().forEach(source -> checkSource(source, signature.location()));
        problems.addAll(facts.problems(signature));
    }

    private void check(KindDefaults.Entry entry) {
        Words.check("role", entry.role(), roles, entry.location()).ifPresent(problems::add);
        claim("kind", entry.kinds(), entry.location());
        claim("API group", entry.groups(), entry.location());
        entry.kinds().forEach(kind -> checkKind(kind, entry.location()));
    }

    /** As they are looked up: by the last segment. */
    private static List<String> programs(List<String> commands) {
        return commands.stream()
                .map(command -> command.substring(command.lastIndexOf('/') + 1))
                .distinct()
                .toList();
    }

    private void claim(String what, List<String> values, Location location) {
        for (String value : values) {
            Location first = claimed.putIfAbsent(what + " " + value, location);
            if (first != null) {
                report(
                        "The " + what + " '" + value + "' already stands at " + first + ".",
                        "keep one of them",
                        location);
            }
        }
    }

    private void checkKind(String kind, Location location) {
        if (kind.indexOf('/') <= 0 || kind.indexOf('/') != kind.lastIndexOf('/')) {
            report("'" + kind + "' is no group and kind.", "write it as core/Service or ray.io/RayCluster", location);
        }
    }

    private void checkSource(String source, Location location) {
        ComponentRules.checkSource(source, location).ifPresent(problems::add);
    }

    private void report(String message, String remedy, Location location) {
        problems.add(Problem.error("signature", message, remedy, location));
    }
}
