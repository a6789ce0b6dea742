package dev.bartizan.graph;

import java.util.List;
import java.util.Set;

/**
 * A threat of the catalogue on concrete assets of this platform: all of one zone, or of one pair of zones, are one scenario.
 *
 * @param id 32 hexadecimal digits over the threat and the zones
 * @param threat id of the catalogue's entry
 * @param patterns how an attacker goes about it: {@code theft}
 * @param stride categories: {@code tampering}
 * @param severityReason how the severity came to be: {@code high, raised by 1: it is worth 3 (assumed from its role)}
 * @param truth confirmed when it is for one of the places at least, else undecided; a refuted threat makes no scenario
 * @param zones where the assets are; of a link, from and to
 * @param story what happens, for somebody who has not heard of it
 * @param places worst first
 * @param missing ids of the controls that are to stop it and are known to be missing
 * @param controls ids of all controls that are to stop it
 * @param references ids of techniques and weaknesses in the catalogues of others
 */
public record ThreatScenario(
        String id,
        String threat,
        String title,
        Layer layer,
        List<String> patterns,
        List<String> stride,
        Severity severity,
        String severityReason,
        Truth truth,
        List<String> zones,
        String story,
        List<Place> places,
        List<String> missing,
        List<String> controls,
        List<String> references) {
    /**
     * An asset on which the threat is real, or may be.
     *
     * @param asset id; of a link, the id of the asset it begins at
     * @param statement the threat in one sentence about this asset
     * @param evidence what it rests on, the asset's own place when there is nothing else
     * @param cures what would end it
     */
    public record Place(String asset, String statement, Truth truth, List<Evidence> evidence, Cures cures) {
        public Place {
            evidence = List.copyOf(evidence);
            if (evidence.isEmpty()) {
                throw new IllegalArgumentException(asset + ": an answer rests on something");
            }
        }
    }

    /**
     * Fixes, by id, after which a threat is real no longer at a place.
     *
     * @param any each of these is enough
     * @param all these together, where no single one is enough; empty when nothing known ends it, or one does
     */
    public record Cures(List<String> any, List<String> all) {
        public static final Cures NONE = new Cures(List.of(), List.of());

        public Cures {
            any = List.copyOf(any);
            all = List.copyOf(all);
        }

        public boolean isNone() {
            return any.isEmpty() && all.isEmpty();
        }

        /** Whether the threat is over after these. */
        public boolean areMet(Set<String> done) {
            return any.stream().anyMatch(done::contains) || (!all.isEmpty() && done.containsAll(all));
        }
    }

    public ThreatScenario {
        patterns = List.copyOf(patterns);
        stride = List.copyOf(stride);
        zones = List.copyOf(zones);
        places = List.copyOf(places);
        missing = List.copyOf(missing);
        controls = List.copyOf(controls);
        references = List.copyOf(references);
        if (truth.isRefuted() || places.isEmpty()) {
            throw new IllegalArgumentException(threat + ": a scenario has places and is not refuted");
        }
    }
}
