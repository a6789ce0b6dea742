package dev.bartizan.knowledge;

import dev.bartizan.graph.Classification;
import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.knowledge.files.Loaded;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Required;
import dev.bartizan.source.StrictReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises components: by kind, then by image, started program, name, label, environment and port, then by what the object itself is
 * called, a sidecar last. What nothing matches is unknown.
 */
public final class Signatures {
    private final Vocabulary vocabulary;
    private final List<Signature> signatures;
    private final Recognition recognition;
    private final KindDefaults defaults;
    private final Map<String, Signature> components = new HashMap<>();
    private final Map<String, List<Creation>> creations = new HashMap<>();

    /** A file of {@code signatures/} as it is written. */
    record File(@Required List<Signature> signatures) {}

    /** Read once: they are the same for every question. */
    private static final class Packaged {
        static final Signatures SIGNATURES = load(Vocabulary.load());
    }

    private Signatures(Vocabulary vocabulary, List<Signature> signatures, KindDefaults defaults) {
        this.vocabulary = vocabulary;
        this.signatures = List.copyOf(signatures);
        this.recognition = new Recognition(signatures, vocabulary);
        this.defaults = defaults;
        for (Signature signature : signatures) {
            components.put(signature.id(), signature);
            signature
                    .creates()
                    .forEach(creation -> creations
                            .computeIfAbsent(creation.of(), key -> new ArrayList<>())
                            .add(creation));
        }
    }

    /** The signatures of this release under its vocabulary. */
    public static Signatures load() {
        return Packaged.SIGNATURES;
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
            StrictReader.Result<File> result = file.read(File.class);
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

    /** The component of this id: what a classification names. */
    public Optional<Signature> component(String id) {
        return Optional.ofNullable(components.get(id));
    }

    /** What controllers make of a resource of this group and kind, {@code ray.io/RayCluster}. */
    public List<Creation> creations(String groupAndKind) {
        return creations.getOrDefault(groupAndKind, List.of());
    }

    /** What this is, with a reason that names what was seen and where the signature stands. */
    public Classification classify(Subject subject) {
        Optional<Classification> kind = recognition.kind(subject.group(), subject.kind());
        if (kind.isEmpty() && subject.containers().isEmpty() && !(subject.labels() instanceof Mapping)) {
            // Most objects run nothing: their kind is all there is to go by.
            return defaults.of(subject.group(), subject.kind()).orElse(Classification.UNKNOWN);
        }
        return kind.or(() -> recognition.workload(subject))
                .or(() -> defaults.of(subject.group(), subject.kind()))
                .orElse(Classification.UNKNOWN);
    }

    /**
     * What an asset is that no signature knows, when it shows it in another way.
     *
     * @param role of the vocabulary
     * @param reason what shows it
     */
    public Classification concluded(String role, String reason) {
        Role known = vocabulary.role(role).orElseThrow();
        return new Classification(role, known.layer(), known.plane(), Optional.empty(), reason);
    }

    /** What an asset is of which nothing but the kind is known. */
    public Classification classifyKind(String group, String kind) {
        return recognition.kind(group, kind).or(() -> defaults.of(group, kind)).orElse(Classification.UNKNOWN);
    }
}
