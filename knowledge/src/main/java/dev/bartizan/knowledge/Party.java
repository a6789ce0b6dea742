package dev.bartizan.knowledge;

import dev.bartizan.graph.Classification;
import dev.bartizan.source.Location;
import dev.bartizan.source.Required;
import java.util.List;
import java.util.Optional;

/**
 * Somebody outside that platforms talk to.
 *
 * @param name as a sentence goes on: {@code Hugging Face Hub}
 * @param hosts names, in which a {@code *} stands for one or, at the beginning, more labels
 * @param sources public pages that say so
 */
public record Party(
        String id,
        String name,
        String role,
        @Required List<String> hosts,
        @Required List<String> sources,
        Location location) {

    /** {@code parties.yaml} as it is written. */
    record File(@Required List<Party> parties) {}

    /** What an asset is that stands for this host of the party. */
    public Classification classify(String host, Vocabulary vocabulary) {
        Role known = vocabulary.role(role).orElseThrow();
        return new Classification(
                role,
                known.layer(),
                known.plane(),
                Optional.of(id),
                "host " + host + " belongs to " + name + " at " + location.file() + ":" + location.line());
    }
}
