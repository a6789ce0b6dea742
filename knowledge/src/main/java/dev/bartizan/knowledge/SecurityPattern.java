package dev.bartizan.knowledge;

import dev.bartizan.graph.Layer;
import dev.bartizan.source.Location;
import dev.bartizan.source.Required;
import java.util.List;

/**
 * A pattern of security: a shape that platforms take to solve a problem that comes back. Its conditions speak the language of threats.
 *
 * @param id stable: {@code PT-EGRESS-BROKER}
 * @param version semantic; a change of meaning is a new major version
 * @param intent what it is for, for somebody who has not heard of it
 * @param forces what makes it hard, a sentence each
 * @param buildsOn ids of patterns without which it is worth little
 * @param roles of the asset that it is about, {@code n}
 * @param components only assets of these; empty: all of the roles
 * @param applies whether it fits the asset, in CEL
 * @param begun whether somebody has begun with it, in CEL; what has not begun and breaks a requirement should adopt it
 * @param requirements that all hold where it is followed
 * @param references public pages that describe it
 */
public record SecurityPattern(
        String id,
        String version,
        String title,
        Layer layer,
        String intent,
        @Required List<String> forces,
        List<String> buildsOn,
        @Required List<String> roles,
        List<String> components,
        String applies,
        String begun,
        @Required List<Requirement> requirements,
        List<String> references,
        Examples examples,
        Location location)
        implements ThreatCatalogue.Entry {
    /**
     * What the pattern asks for.
     *
     * @param holds a condition over {@code n}
     * @param control that it is a part of
     * @param remedy what to do where it does not hold
     */
    public record Requirement(String title, String holds, String control, String remedy, Location location) {
        public Requirement {
            holds = holds.strip();
        }
    }

    /**
     * Manifests; a test reads each as the main job does.
     *
     * @param follows on which a place follows it
     * @param violates on which a place has begun and breaks a requirement
     * @param adopts on which a place should adopt it
     * @param undecided on which it hangs on something unknown
     * @param silent on which it fits nothing
     */
    public record Examples(
            @Required List<String> follows,
            List<String> violates,
            List<String> adopts,
            List<String> undecided,
            List<String> silent) {
        public Examples {
            if (violates.isEmpty() && adopts.isEmpty()) {
                throw new IllegalArgumentException(
                        "a pattern has an example of a place that breaks it or should adopt it");
            }
        }
    }

    public SecurityPattern {
        if (!id.matches("PT-[A-Z]+(-[A-Z]+)*") || !version.matches("[0-9]+\\.[0-9]+\\.[0-9]+")) {
            throw new IllegalArgumentException("an id is PT- and capitals, and a version 1.0.0");
        }
        intent = intent.strip();
        applies = applies.strip();
        begun = begun.strip();
    }
}
