package dev.bartizan.threats;

import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario.Cures;
import dev.bartizan.graph.Truth;
import dev.bartizan.knowledge.Threat;
import dev.bartizan.rules.Expression;
import dev.bartizan.rules.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one threat's condition says about everything that it can be about. */
record Verdicts(Threat threat, List<Verdict> decided, int refuted, List<Fix> fixes) {
    /**
     * One that is not refuted.
     *
     * @param asset index of the asset, or of the one that the link begins at
     * @param link of a threat about links
     */
    record Verdict(int asset, Optional<Link> link, Truth truth, List<Evidence> evidence, Cures cures) {}

    static Verdicts of(Threat threat, Candidates candidates, Conditions conditions) {
        List<Integer> assets = threat.isAboutLinks() ? List.of() : candidates.assets(threat);
        List<Link> links = threat.isAboutLinks() ? candidates.links(threat) : List.of();
        var verdicts = new ArrayList<Verdict>();
        if (assets.isEmpty() && links.isEmpty()) {
            return new Verdicts(threat, verdicts, 0, List.of());
        }
        Expression condition = conditions.compile(threat.when(), threat.isAboutLinks(), threat.location());
        World world = conditions.world().another();
        var cures = new CureSearch(conditions.world().apart(), condition, threat.controls());
        int refuted = 0;
        for (int asset : assets) {
            refuted += add(
                    verdicts, condition, cures, world, Conditions.ASSET, world.thing(asset), asset, Optional.empty());
        }
        for (Link link : links) {
            Thing thing = new LinkThing(world, link);
            refuted += add(verdicts, condition, cures, world, Conditions.LINK, thing, link.from(), Optional.of(link));
        }
        return new Verdicts(threat, verdicts, refuted, cures.named());
    }

    private static int add(
            List<Verdict> verdicts,
            Expression condition,
            CureSearch cures,
            World world,
            String variable,
            Thing thing,
            int asset,
            Optional<Link> link) {
        world.begin();
        Truth truth = condition.evaluate(Map.of(variable, thing));
        if (truth.isRefuted()) {
            return 1;
        }
        verdicts.add(new Verdict(
                asset, link, truth, world.trace(), truth.isConfirmed() ? cures.about(asset, link) : Cures.NONE));
        return 0;
    }

    ThreatFacts.Result result() {
        int confirmed = (int) decided.stream()
                .filter(verdict -> verdict.truth().isConfirmed())
                .count();
        return new ThreatFacts.Result(
                threat.id(), threat.title(), threat.layer(), confirmed, refuted, decided.size() - confirmed);
    }
}
