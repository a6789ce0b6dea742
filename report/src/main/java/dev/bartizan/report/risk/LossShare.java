package dev.bartizan.report.risk;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What one layer, owner or asset bears of the expected loss. A risk of several is shared among them evenly: the shares add up to the whole.
 *
 * @param risks how many confirmed risks it takes part in
 * @param inherent expected loss of a year without controls
 * @param residual with those that are evidenced
 */
public record LossShare(String name, int risks, double inherent, double residual) {
    private static final String NOBODY = "nobody";
    private static final Comparator<LossShare> LARGEST_FIRST =
            Comparator.comparingDouble((LossShare share) -> -share.residual()).thenComparing(LossShare::name);

    public static List<LossShare> byLayer(RiskFacts facts) {
        return by(facts, risk -> List.of(risk.layer().word()));
    }

    public static List<LossShare> byOwner(RiskFacts facts) {
        return by(facts, risk -> risk.owners().isEmpty() ? List.of(NOBODY) : risk.owners());
    }

    /** By id; empty where the scenarios' places are not known. */
    public static List<LossShare> byAsset(Snapshot snapshot, RiskFacts facts) {
        Map<String, List<String>> assets = new HashMap<>();
        for (ThreatScenario scenario :
                snapshot.threats().map(ThreatFacts::scenarios).orElse(List.of())) {
            assets.put(
                    scenario.id(),
                    scenario.places().stream()
                            .filter(place -> place.truth().isConfirmed())
                            .map(ThreatScenario.Place::asset)
                            .distinct()
                            .toList());
        }
        return by(facts, risk -> assets.getOrDefault(risk.scenario(), List.of()));
    }

    private static List<LossShare> by(RiskFacts facts, Function<Risk, List<String>> names) {
        var shares = new TreeMap<String, LossShare>();
        for (Risk risk : facts.risks()) {
            if (risk.confirmed()) {
                List<String> bearers = names.apply(risk);
                bearers.forEach(name -> shares.merge(
                        name,
                        new LossShare(
                                name,
                                1,
                                risk.inherent().annual() / bearers.size(),
                                risk.residual().annual() / bearers.size()),
                        LossShare::plus));
            }
        }
        var ordered = new ArrayList<>(shares.values());
        ordered.sort(LARGEST_FIRST);
        return List.copyOf(ordered);
    }

    private LossShare plus(LossShare other) {
        return new LossShare(name, risks + other.risks, inherent + other.inherent, residual + other.residual);
    }
}
