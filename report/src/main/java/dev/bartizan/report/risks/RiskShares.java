package dev.bartizan.report.risks;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Layer;
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

/** Whose the expected loss of a year is. A risk of several owners or assets is divided evenly among them, so that all shares make up the whole; undecided ones are left out. */
public final class RiskShares {
    private final RiskFacts facts;
    private final Snapshot snapshot;

    /**
     * A part of the expected loss.
     *
     * @param inherent of a year, without controls
     * @param residual of a year, with those that are evidenced
     * @param risks that it comes from
     */
    public record Share(String name, double inherent, double residual, int risks) {
        private Share plus(Risk risk, double part) {
            return new Share(
                    name,
                    inherent + part * risk.inherent().annual(),
                    residual + part * risk.residual().annual(),
                    risks + 1);
        }
    }

    public RiskShares(RiskFacts facts, Snapshot snapshot) {
        this.facts = facts;
        this.snapshot = snapshot;
    }

    /** In the order of the layers. */
    public List<Share> byLayer() {
        List<Share> found = shares(risk -> List.of(risk.layer().word()));
        var ordered = new ArrayList<Share>();
        for (Layer layer : Layer.values()) {
            found.stream().filter(share -> share.name().equals(layer.word())).forEach(ordered::add);
        }
        return ordered;
    }

    /** Largest first. */
    public List<Share> byOwner() {
        return shares(risk -> risk.owners().isEmpty() ? List.of("nobody named") : risk.owners());
    }

    /** Largest first; without the threats, which name the assets, none. */
    public List<Share> byAsset() {
        Map<String, List<String>> assets = new HashMap<>();
        for (ThreatScenario scenario : snapshot.threats().map(ThreatFacts::scenarios).orElse(List.of())) {
            assets.put(
                    scenario.id(),
                    scenario.places().stream()
                            .map(place -> name(place.asset()))
                            .distinct()
                            .toList());
        }
        return shares(risk -> assets.getOrDefault(risk.scenario(), List.of()));
    }

    private String name(String id) {
        return snapshot.platform()
                .index(id)
                .map(snapshot.platform()::asset)
                .map(RiskShares::name)
                .orElse(id);
    }

    private static String name(Asset asset) {
        String place = asset.namespace().equals("-") ? "" : asset.namespace() + "/";
        return place + asset.name() + " (" + asset.kind() + ")";
    }

    private List<Share> shares(Function<Risk, List<String>> names) {
        var shares = new TreeMap<String, Share>();
        for (Risk risk : facts.risks()) {
            if (risk.confirmed()) {
                List<String> all = names.apply(risk);
                all.forEach(name -> shares.put(
                        name,
                        shares.getOrDefault(name, new Share(name, 0, 0, 0)).plus(risk, 1.0 / all.size())));
            }
        }
        return shares.values().stream()
                .sorted(Comparator.comparingDouble((Share share) -> -share.residual())
                        .thenComparing(Share::name))
                .toList();
    }
}
