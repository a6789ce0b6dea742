package dev.bartizan.knowledge;

import dev.bartizan.knowledge.containers.ImageIndex;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every way to a signature is a look-up: nothing is tried one after another over 20,000 workloads. */
final class SignatureIndex {
    private final ImageIndex images;
    private final Map<String, Signature> byId = new HashMap<>();
    private final Map<String, Signature> kinds = new HashMap<>();
    private final Map<String, Signature> names = new HashMap<>();
    private final Map<String, Signature> labels = new HashMap<>();
    private final Map<String, Signature> commands = new HashMap<>();
    private final Map<String, Signature> variables = new HashMap<>();
    private final Map<String, Signature> ports = new HashMap<>();

    SignatureIndex(Collection<Signature> signatures) {
        this.images = new ImageIndex(signatures.stream()
                .collect(Collectors.toMap(
                        Signature::id, signature -> signature.match().images())));
        for (Signature signature : signatures) {
            byId.put(signature.id(), signature);
            Signature.Match match = signature.match();
            match.kinds().forEach(kind -> kinds.put(kind, signature));
            match.names().forEach(name -> names.put(name, signature));
            match.labels().forEach((label, value) -> labels.put(label + "=" + value, signature));
            match.commands().forEach(command -> commands.put(lastSegment(command), signature));
            match.environment().forEach(variable -> variables.put(variable, signature));
            match.ports().forEach(port -> ports.put(Integer.toString(port), signature));
        }
    }

    private static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * What runs an image.
     *
     * @param rivals signatures that match as well: the order of their names decided
     */
    record ImageMatch(Signature signature, List<String> rivals) {}

    Optional<ImageMatch> image(String repository) {
        return images.find(repository)
                .flatMap(hit -> Optional.ofNullable(byId.get(hit.owner()))
                        .map(signature -> new ImageMatch(signature, hit.rivals())));
    }

    Optional<Signature> kind(String groupAndKind) {
        return Optional.ofNullable(kinds.get(groupAndKind));
    }

    Optional<Signature> name(String value) {
        return Optional.ofNullable(names.get(value));
    }

    Optional<Signature> label(String label, String value) {
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(labels.get(label + "=" + value))
                        .or(() -> Optional.ofNullable(labels.get(label + "=*")));
    }

    Optional<Signature> command(String program) {
        return Optional.ofNullable(commands.get(program));
    }

    Optional<Signature> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    Optional<Signature> port(String number) {
        return Optional.ofNullable(ports.get(number));
    }
}
