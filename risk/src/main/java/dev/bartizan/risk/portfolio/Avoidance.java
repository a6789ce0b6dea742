package dev.bartizan.risk.portfolio;

import dev.bartizan.risk.control.ControlEffect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The expected loss that sets of mitigations avoid. What one avoids depends on the others: two controls of one factor do not add up. Every further one avoids less the more are done already (the strongest and half
 * of the next, with a floor, is submodular in each factor, and so is one less the product over factors), which is what the bounds of {@link Portfolio} rest on.
 */
final class Avoidance {
    private final List<Exposure> exposures;
    private final int[][] scenariosOf;
    private final List<Map<Integer, List<ControlEffect.Applied>>> effects = new ArrayList<>();
    private final int[][] mitigationsOf;

    Avoidance(List<Exposure> exposures, List<Mitigation> mitigations) {
        this.exposures = exposures;
        var index = new HashMap<String, Integer>();
        for (int s = 0; s < exposures.size(); s++) {
            index.put(exposures.get(s).scenario(), s);
        }
        var against = new ArrayList<BitSet>();
        exposures.forEach(_ -> against.add(new BitSet()));
        for (int m = 0; m < mitigations.size(); m++) {
            var own = new HashMap<Integer, List<ControlEffect.Applied>>();
            for (var entry : mitigations.get(m).effects().entrySet()) {
                Integer scenario = index.get(entry.getKey());
                if (scenario != null) {
                    own.put(scenario, entry.getValue());
                    against.get(scenario).set(m);
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
        for (int s = 0; s < exposures.size(); s++) {
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
        Exposure exposure = exposures.get(s);
        var applied = new ArrayList<>(exposure.controls());
        for (int m : mitigationsOf[s]) {
            if (m == also || done.get(m)) {
                applied.addAll(effects.get(m).getOrDefault(s, List.of()));
            }
        }
        return exposure.annualLoss() * ControlEffect.of(applied).annualLoss();
    }
}
