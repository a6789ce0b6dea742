package dev.bartizan.knowledge;

import dev.bartizan.graph.SafeguardFacts.Ground;
import dev.bartizan.graph.SafeguardFacts.Phase;
import dev.bartizan.knowledge.Check.Counterparts.Strength;
import dev.bartizan.source.Default;
import dev.bartizan.source.Location;
import dev.bartizan.source.Named;
import dev.bartizan.source.Required;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A safeguard against threats.
 *
 * @param id stable: {@code C-AUTHN}
 * @param effect which factor of a risk it lowers
 * @param strength how far it lowers it where it holds, from 0 to 1; by judgement
 * @param phase when it works
 * @param ground where it is put in place
 * @param attested whether no check can tell that it holds, only somebody's dated word
 * @param replaces its own id, when one of somebody's own takes the place of the packaged one
 */
public record Control(
        String id,
        String title,
        Effect effect,
        Phase phase,
        Ground ground,
        double strength,
        @Default("false") boolean attested,
        Maps maps,
        Optional<String> replaces,
        Location location)
        implements ThreatCatalogue.Entry {
    /** The factor of a risk that a control lowers. */
    public enum Effect {
        FREQUENCY,
        VULNERABILITY,
        IMPACT,
        DETECTION
    }

    /** Counterparts in the catalogues of others. */
    public record Maps(
            @Named("nist-800-53") SortedMap<String, Strength> nist80053,
            SortedMap<String, Strength> atlas,
            SortedMap<String, Strength> aiExchange) {
        /** All ids, sorted by catalogue. */
        public List<String> ids() {
            return Stream.of(nist80053, atlas, aiExchange)
                    .flatMap(catalogue -> catalogue.keySet().stream())
                    .toList();
        }
    }

    /** {@code controls.yaml} as it is written. */
    record File(@Required List<Control> controls) {}

    public Control {
        if (!id.matches("C-[A-Z0-9]+")) {
            throw new IllegalArgumentException("an id is C- and capitals");
        }
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("a strength is from 0 to 1");
        }
    }
}
