package dev.bartizan.knowledge;

import dev.bartizan.graph.Classification;
import dev.bartizan.knowledge.containers.StartedPrograms;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.List;
import java.util.Optional;

/** Matches signatures with what is seen of a workload, the surest evidence first. */
final class Recognition {
    private static final List<String> NAME_LABELS =
            List.of("app.kubernetes.io/name", "app", "k8s-app", "name", "app.kubernetes.io/component", "component");

    private final Vocabulary vocabulary;
    private final SignatureIndex index;

    Recognition(List<Signature> signatures, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.index = new SignatureIndex(signatures);
    }

    Optional<Classification> kind(String group, String kind) {
        String groupAndKind = group + "/" + kind;
        return found(index.kind(groupAndKind), "kind ", groupAndKind);
    }

    /** By everything but the kind. */
    Optional<Classification> workload(Subject subject) {
        return byImage(subject.containers(), false)
                .or(() -> byProgram(subject.containers()))
                .or(() -> byName(subject.labels()))
                .or(() -> byLabel(subject.labels()))
                .or(() -> byEnvironment(subject.containers()))
                .or(() -> byPort(subject.containers()))
                .or(() -> found(index.name(subject.name()), "name ", subject.name()))
                .or(() -> byImage(subject.containers(), true));
    }

    private Optional<Classification> byImage(List<Node> containers, boolean sidecars) {
        for (Node container : containers) {
            Optional<String> image = container.get("image").text();
            if (image.isPresent()) {
                String repository = ImageName.parse(image.get()).repository();
                Optional<SignatureIndex.ImageMatch> hit = index.image(repository)
                        .filter(match -> match.signature().sidecar() == sidecars);
                if (hit.isPresent()) {
                    return hit.map(match -> classification(match, repository));
                }
            }
        }
        return Optional.empty();
    }

    /** Where two signatures match alike, the reason names the other one. */
    private Classification classification(SignatureIndex.ImageMatch hit, String repository) {
        Classification found = hit.signature().classify("image " + repository, vocabulary);
        return hit.rivals().isEmpty()
                ? found
                : new Classification(
                        found.role(),
                        found.layer(),
                        found.plane(),
                        found.component(),
                        found.reason() + "; " + String.join(", ", hit.rivals()) + " matches it as well");
    }

    private Optional<Classification> byProgram(List<Node> containers) {
        for (Node container : containers) {
            for (String program : StartedPrograms.of(container)) {
                Optional<Signature> signature = index.command(program);
                if (signature.isPresent()) {
                    return found(signature, "program ", program);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Classification> byName(Node labels) {
        for (String label : NAME_LABELS) {
            Optional<String> value = labels.get(label).text();
            Optional<Signature> signature = value.flatMap(index::name);
            if (signature.isPresent()) {
                return found(signature, "label ", label + "=" + value.get());
            }
        }
        return Optional.empty();
    }

    private Optional<Classification> byLabel(Node labels) {
        if (labels instanceof Mapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                Optional<Signature> signature =
                        index.label(mapping.key(i), mapping.value(i).text(""));
                if (signature.isPresent()) {
                    return found(signature, "label ", mapping.key(i));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Classification> byEnvironment(List<Node> containers) {
        for (Node container : containers) {
            for (Node variable : container.get("env").items()) {
                String name = variable.get("name").text("");
                Optional<Signature> signature = index.variable(name);
                if (signature.isPresent()) {
                    return found(signature, "environment variable ", name);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Classification> byPort(List<Node> containers) {
        for (Node container : containers) {
            for (Node port : container.get("ports").items()) {
                String number = port.get("containerPort").text("");
                Optional<Signature> signature = index.port(number);
                if (signature.isPresent()) {
                    return found(signature, "container port ", number);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Classification> found(Optional<Signature> signature, String what, String seen) {
        return signature.map(match -> match.classify(what + seen, vocabulary));
    }
}
