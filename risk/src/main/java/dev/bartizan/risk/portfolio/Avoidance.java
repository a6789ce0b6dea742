package dev.bartizan.risk.portfolio;

import dev.bartizan.risk.control.ControlEffect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The expected loss that sets of mitigations avoid. What one avoids depends on the others: two controls of one factor do not add up. Every further one avoids less the more are done already (the strongest and half
 * of the next, with a floor, is submodular in each factor, and so is one less the product over factors; so is that something is over), which is what the bounds of {@link Portfolio} rest on.
 */
final class Avoidance {
    private final List<Stake> stakes;
    private final int[][] scenariosOf;
    private final List<Map<Integer, List<ControlEffect.Applied>>> effects = new ArrayList<>();
    private final int[][] mitigationsOf;
    private final List<BitSet> enders = new ArrayList<>();

    Avoidance(List<Stake> stakes, List<Offer> offers) {
        this.stakes = stakes;
        var index = new HashMap<String, Integer>();
        for (int s = 0; s < stakes.size(); s++) {
            index.put(stakes.get(s).scenario(), s);
        }
        var against = new ArrayList<BitSet>();
        stakes.forEach(_ -> {
            against.add(new BitSet());
            enders.add(new BitSet());
        });
        for (int m = 0; m < offers.size(); m++) {
            var own = new HashMap<Integer, List<ControlEffect.Applied>>();
            for (var entry : offers.get(m).effects().entrySet()) {
                Integer scenario = index.get(entry.getKey());
                if (scenario != null) {
                    own.put(scenario, entry.getValue());
                    against.get(scenario).set(m);
                }
            }
            for (String over : offers.get(m).ends()) {
                Integer scenario = index.get(over);
                if (scenario != null) {
                    own.putIfAbsent(scenario, List.of());
                    against.get(scenario).set(m);
                    enders.get(scenario).set(m);
                }
            }
            effects.add(own);
        }
        this.scenariosOf = effects.stream()
                .map(own -> own.keySet().stream()
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .toArray())
                .toArray(int[][]::new);
        this.mitigationsOf = against.stream().map(set -> set.stream().toArray()).toArray(int[][]::new);
    }

    /** Expected loss of a year once these are done. */
    double loss(BitSet done) {
        double sum = 0;
        for (int s = 0; s < stakes.size(); s++) {
            sum += loss(s, done, -1);
        }
        return sum;
    }

    /** What one more avoids beside these. */
    double gain(BitSet done, int mitigation) {
        if (done.get(mitigation)) {
            return 0;
        }
        double gain = 0;
        for (int s : scenariosOf[mitigation]) {
            gain += loss(s, done, -1) - loss(s, done, mitigation);
        }
        return Math.max(0, gain);
    }

    private double loss(int s, BitSet done, int also) {
        Stake stake = stakes.get(s);
        if (enders.get(s).intersects(done) || (also >= 0 && enders.get(s).get(also))) {
            return 0;
        }
        var applied = new ArrayList<>(stake.controls());
        for (int m : mitigationsOf[s]) {
            if (m == also || done.get(m)) {
                applied.addAll(effects.get(m).getOrDefault(s, List.of()));
            }
        }
        return stake.annualLoss() * ControlEffect.of(applied).annualLoss();
    }
}
