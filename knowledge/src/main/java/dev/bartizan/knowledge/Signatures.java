package dev.bartizan.knowledge;

import dev.bartizan.graph.Classification;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.StrictReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognises components: by kind, then by image, started program, name, label, environment and port, a sidecar last. What nothing matches is unknown.
 */
public final class Signatures {
    private static final List<String> NAME_LABELS =
            List.of("app.kubernetes.io/name", "app", "k8s-app", "name", "app.kubernetes.io/component", "component");

    private final Vocabulary vocabulary;
    private final List<Signature> signatures;
    private final SignatureIndex index;
    private final KindDefaults defaults;

    private Signatures(Vocabulary vocabulary, List<Signature> signatures, KindDefaults defaults) {
        this.vocabulary = vocabulary;
        this.signatures = List.copyOf(signatures);
        this.index = new SignatureIndex(signatures);
        this.defaults = defaults;
    }

    /**
     * The signatures of this release.
     *
     * @throws UnreadableKnowledgeException if one is wrong
     */
    public static Signatures load(Vocabulary vocabulary) {
        var loaded = read(vocabulary, KnowledgeFile.packagedIn("signatures"), KnowledgeFile.packaged("kinds.yaml"));
        return switch (loaded) {
            case Loaded.Good<Signatures> good -> good.value();
            case Loaded.Bad<Signatures> bad -> throw new UnreadableKnowledgeException(bad.problems());
        };
    }

    static Loaded<Signatures> read(Vocabulary vocabulary, List<KnowledgeFile> files, KnowledgeFile kinds) {
        var problems = new ArrayList<Problem>();
        var signatures = new ArrayList<Signature>();
        for (KnowledgeFile file : files) {
            StrictReader.Result<SignatureFile> result = file.read(SignatureFile.class);
            problems.addAll(result.faults());
            result.value().ifPresent(read -> signatures.addAll(read.signatures()));
        }
        StrictReader.Result<KindDefaults.File> defaults = kinds.read(KindDefaults.File.class);
        problems.addAll(defaults.faults());
        problems.addAll(SignatureRules.problems(signatures, defaults.value(), vocabulary));
        return problems.isEmpty()
                ? new Loaded.Good<>(new Signatures(
                        vocabulary,
                        signatures,
                        new KindDefaults(defaults.value().orElseThrow(), vocabulary)))
                : new Loaded.Bad<>(problems.stream().sorted().toList());
    }

    /** By file, then as they stand there. */
    public List<Signature> all() {
        return signatures;
    }

    /** What this is, with a reason that names what was seen and where the signature stands. */
    public Classification classify(Subject subject) {
        Optional<Classification> kind = byKind(subject.group(), subject.kind());
        if (kind.isEmpty() && subject.containers().isEmpty() && !(subject.labels() instanceof Mapping)) {
            // Most objects run nothing: their kind is all there is to go by.
            return defaults.of(subject.group(), subject.kind()).orElse(Classification.UNKNOWN);
        }
        return kind.or(() -> byImage(subject.containers(), false))
                .or(() -> byProgram(subject.containers()))
                .or(() -> byName(subject.labels()))
                .or(() -> byLabel(subject.labels()))
                .or(() -> byEnvironment(subject.containers()))
                .or(() -> byPort(subject.containers()))
                .or(() -> byImage(subject.containers(), true))
                .or(() -> defaults.of(subject.group(), subject.kind()))
                .orElse(Classification.UNKNOWN);
    }

    /** What an asset is of which nothing but the kind is known. */
    public Classification classifyKind(String group, String kind) {
        return byKind(group, kind).or(() -> defaults.of(group, kind)).orElse(Classification.UNKNOWN);
    }

    private Optional<Classification> byKind(String group, String kind) {
        String groupAndKind = group + "/" + kind;
        return found(index.kind(groupAndKind), "kind ", groupAndKind);
    }

    private Optional<Classification> byImage(List<Node> containers, boolean sidecars) {
        for (Node container : containers) {
            Optional<String> image = container.get("image").text();
            if (image.isPresent()) {
                String repository = ImageName.parse(image.get()).repository();
                Optional<Signature> signature = index.image(repository).filter(match -> match.sidecar() == sidecars);
                if (signature.isPresent()) {
                    return found(signature, "image ", repository);
                }
            }
        }
        return Optional.empty();
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
