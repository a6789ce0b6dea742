package dev.bartizan.knowledge;

import dev.bartizan.source.Default;
import dev.bartizan.source.Location;
import dev.bartizan.source.Required;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened, or a chain of flaws that somebody showed: would it have worked here?
 *
 * @param date {@code 2024-03} or {@code 2024-03-26}
 * @param affected what it takes, in words: products and versions
 * @param identifiers of flaws: {@code CVE-2023-48022}
 * @param roles of the asset that is attacked, {@code n}
 * @param components only assets of these; empty: all of the roles
 * @param steps in the order of the attack
 * @param replaces id of the packaged incident that one of somebody's own takes the place of
 */
public record Incident(
        String id,
        String title,
        String date,
        @Required List<Threat.Pattern> patterns,
        String affected,
        List<String> identifiers,
        String story,
        @Required List<String> roles,
        List<String> components,
        @Required List<Step> steps,
        @Required List<String> sources,
        Optional<String> replaces,
        Location location)
        implements ThreatCatalogue.Entry {
    /**
     * What must hold for the attack to go on.
     *
     * @param technique of ATLAS or ATT&amp;CK; empty when there is none
     * @param when a condition over {@code n}
     * @param stoppedBy the control whose absence it needs; empty when it is none
     */
    public record Step(
            String title,
            @Default("''") String technique,
            String when,
            @Default("''") String stoppedBy,
            Location location) {}

    public Incident {
        if (!date.matches("[0-9]{4}-[0-9]{2}(-[0-9]{2})?")) {
            throw new IllegalArgumentException("a date is 2024-03 or 2024-03-26");
        }
        story = story.strip();
    }
}
