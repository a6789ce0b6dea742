package dev.bartizan.exchange.dialect;

import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A format of threat models that is read and written. What a reader leaves aside is found by writing the model again and comparing, and what a writer leaves
 * aside by reading it again: neither has to keep a list of what it does not do, and none can forget an entry.
 */
public interface Dialect {
    /** What people call it. */
    String title();

    /** Whether a document is one of these, whatever its version. */
    boolean recognises(Spot root);

    /** The version that a document says it has, if the format knows versions. */
    Optional<String> version(Spot root);

    /** Where the version stands, as a JSON pointer: it belongs to the file and is no statement about a system. */
    String versionPointer();

    /** Whether documents of this version are read. */
    boolean reads(String version);

    /** The versions that are read, for people: {@code 0.1.0 and 0.2.0}. */
    String versions();

    /** What its published schema allows. */
    Schema schema();

    /** What is wrong with a document although its schema allows it. */
    default List<Problem> warnings(Spot root) {
        return List.of();
    }

    /** Never fails: what is not as it must be was told by the schema. */
    ThreatModel read(Spot root);

    Written write(ThreatModel model);

    /** Whether its files are YAML rather than JSON. */
    default boolean isYaml() {
        return false;
    }

    /** Why parts of this kind cannot be carried at all, if that is so: {@code it knows threats and mitigations only}. */
    default Optional<String> lacks(Kind kind) {
        return Optional.empty();
    }
}
