package dev.bartizan.knowledge;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Plane;
import dev.bartizan.source.Location;
import dev.bartizan.source.Required;
import java.util.List;

/** {@code vocabulary.yaml} as it is written. */
record VocabularyFile(
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
