package dev.bartizan.knowledge;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Plane;
import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.knowledge.files.Loaded;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Required;
import dev.bartizan.source.StrictReader;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The only list of the words that name what an AI platform consists of: roles, layers, planes, zones, areas, link kinds, properties. */
public final class Vocabulary {
    private final File file;
    private final SortedMap<String, Role> roles;
    private final SortedMap<String, Zone> zones;
    private final SortedMap<String, Property> properties;

    /** {@code vocabulary.yaml} as it is written. */
    record File(
            int version,
            @Required List<LayerTerm> layers,
            @Required List<PlaneTerm> planes,
            @Required List<Zone> zones,
            @Required List<Term> areas,
            @Required List<Term> linkKinds,
            @Required List<Role> roles,
            @Required List<Property> properties) {

        record LayerTerm(Layer id, String meaning, Location location) {}

        record PlaneTerm(Plane id, String meaning, Location location) {}
    }

    private Vocabulary(File file) {
        this.file = file;
        this.roles = byId(file.roles(), Role::id);
        this.zones = byId(file.zones(), Zone::id);
        this.properties = byId(file.properties(), Property::id);
    }

    private static <T> SortedMap<String, T> byId(List<T> terms, Function<T, String> id) {
        var map = new TreeMap<String, T>();
        terms.forEach(term -> map.put(id.apply(term), term));
        return map;
    }

    /**
     * The vocabulary of this release.
     *
     * @throws UnreadableKnowledgeException if it is wrong
     */
    public static Vocabulary load() {
        return switch (read(KnowledgeFile.packaged("vocabulary.yaml"))) {
            case Loaded.Good<Vocabulary> good -> good.value();
            case Loaded.Bad<Vocabulary> bad -> throw new UnreadableKnowledgeException(bad.problems());
        };
    }

    static Loaded<Vocabulary> read(KnowledgeFile file) {
        return switch (file.read(File.class)) {
            case StrictReader.Failed<File> failed -> new Loaded.Bad<>(failed.problems());
            case StrictReader.Read<File> read -> {
                List<Problem> problems = VocabularyRules.problems(read.record());
                yield problems.isEmpty()
                        ? new Loaded.Good<>(new Vocabulary(read.record()))
                        : new Loaded.Bad<>(problems);
            }
        };
    }

    public Optional<Role> role(String id) {
        return Optional.ofNullable(roles.get(id));
    }

    /** In the order of the file, which is that of layers. */
    public List<Role> roles() {
        return file.roles();
    }

    public Optional<Zone> zone(String id) {
        return Optional.ofNullable(zones.get(id));
    }

    /** From the least trusted. */
    public List<Zone> zones() {
        return file.zones();
    }

    public List<Term> areas() {
        return file.areas();
    }

    public List<Term> linkKinds() {
        return file.linkKinds();
    }

    public Optional<Property> property(String id) {
        return Optional.ofNullable(properties.get(id));
    }

    public List<Property> properties() {
        return file.properties();
    }

    /**
     * A word of the vocabulary.
     *
     * @param id the word itself
     * @param meaning one sentence
     */
    public record Term(String id, String meaning, Location location) {}

    /** A well-known trust zone. Platforms may have others, if they say how far they trust them. */
    public record Zone(String id, Trust trust, String meaning, Location location) {
        /** How far what is in a zone is trusted, from not at all. */
        public enum Trust {
            UNTRUSTED,
            PARTNER,
            EXPOSED,
            INTERNAL,
            RESTRICTED
        }
    }
}
