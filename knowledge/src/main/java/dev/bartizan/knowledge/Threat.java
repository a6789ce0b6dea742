package dev.bartizan.knowledge;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Severity;
import dev.bartizan.knowledge.Check.Counterparts.Strength;
import dev.bartizan.source.Location;
import dev.bartizan.source.Required;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A threat of the catalogue: one definition with the condition under which it is real for an asset or a link, and its own examples.
 *
 * @param id stable: {@code TH-M01}
 * @param version semantic; a change of meaning is a new major version
 * @param roles of the asset that it is about, or of the asset that the link begins at
 * @param components only assets of these; empty: all of the roles
 * @param checkedBy only assets that one of these checks has an answer for; empty: all of the roles
 * @param links link kinds; when there are any, it is about a link
 * @param toRoles of the asset that the link ends at; empty: any
 * @param when the condition, in CEL over {@code n}, the asset, or {@code f}, the link
 * @param story what happens, for somebody who has not heard of it
 * @param explain one sentence about the concrete asset, {@code {n}} or {@code {f.from}} and {@code {f.to}} standing for its name
 * @param controls ids of those that are to stop it
 * @param frequency before controls; by judgement until somebody calibrates it
 * @param severity of a confirmed scenario on an asset of middling value
 * @param replaces id of the packaged threat that one of somebody's own takes the place of
 */
public record Threat(
        String id,
        String version,
        String title,
        Layer layer,
        @Required List<Pattern> patterns,
        @Required List<Stride> stride,
        @Required List<String> roles,
        List<String> components,
        List<String> checkedBy,
        List<String> links,
        List<String> toRoles,
        String when,
        String story,
        String explain,
        @Required List<String> controls,
        Frequency frequency,
        Impact impact,
        Severity severity,
        Maps maps,
        List<String> references,
        Examples examples,
        Optional<String> replaces,
        Location location)
        implements ThreatCatalogue.Entry {
    /** How an attacker goes about it. */
    public enum Pattern {
        SUPPLY_CHAIN,
        POISONING,
        THEFT,
        INSIDER,
        EVASION,
        AVAILABILITY;

        /** As files write it. */
        public String word() {
            return kebab(name());
        }
    }

    /** The six categories of STRIDE. */
    public enum Stride {
        SPOOFING,
        TAMPERING,
        REPUDIATION,
        INFORMATION_DISCLOSURE,
        DENIAL_OF_SERVICE,
        ELEVATION_OF_PRIVILEGE;

        /** As files write it. */
        public String word() {
            return kebab(name());
        }
    }

    /** What is lost. */
    public enum Impact {
        CONFIDENTIALITY,
        INTEGRITY,
        AVAILABILITY
    }

    /** Events a year. */
    public record Frequency(double low, double mode, double high) {
        public Frequency {
            if (!(0 <= low && low <= mode && mode <= high)) {
                throw new IllegalArgumentException("low, mode and high rise from 0");
            }
        }
    }

    /**
     * Counterparts in the catalogues of others.
     *
     * @param atlas techniques of MITRE ATLAS
     * @param attack techniques of MITRE ATT&amp;CK
     * @param owasp entries of OWASP's lists for language models, machine learning and agents
     */
    public record Maps(
            SortedMap<String, Strength> atlas,
            SortedMap<String, Strength> attack,
            SortedMap<String, Strength> cwe,
            SortedMap<String, Strength> owasp) {
        /** All ids, sorted, those of ATLAS and ATT&CK by their own numbers. */
        public List<String> ids() {
            var all = new TreeMap<String, Strength>();
            List.of(atlas, attack, cwe, owasp).forEach(all::putAll);
            return List.copyOf(all.keySet());
        }
    }

    /**
     * Manifests; a test reads each as the main job does.
     *
     * @param fires on which a scenario is confirmed
     * @param silent on which it is refuted, or applies to nothing
     * @param undecided on which it hangs on something unknown
     */
    public record Examples(
            @Required List<String> fires, @Required List<String> silent, List<String> undecided) {}

    public Threat {
        if (!id.matches("TH-[A-Z]{1,8}[0-9]{2,3}") || !version.matches("[0-9]+\\.[0-9]+\\.[0-9]+")) {
            throw new IllegalArgumentException("an id is TH-X00 and a version 1.0.0");
        }
        if (links.isEmpty() && !toRoles.isEmpty()) {
            throw new IllegalArgumentException("only a threat about links has to-roles");
        }
        when = when.strip();
        story = story.strip();
    }

    /** Whether it is about a link. */
    public boolean isAboutLinks() {
        return !links.isEmpty();
    }

    private static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
