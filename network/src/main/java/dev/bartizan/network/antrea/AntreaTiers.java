package dev.bartizan.network.antrea;

import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.Rank;
import dev.bartizan.network.model.Tier;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.Surroundings;
import dev.bartizan.network.reading.Written;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * When a policy of Antrea is asked: by the priority of its tier, then by its own. All tiers but the baseline are one for the evaluation, since Pass leaves
 * them all at once (docs/antrea-network-policy.md, Pass).
 */
final class AntreaTiers {
    /** Asked before everything of Kubernetes. */
    private static final Tier NATIVE = new Tier(Layer.NETWORK, "antrea", 0);

    /** Asked for what no NetworkPolicy has decided. */
    private static final Tier BASELINE = new Tier(Layer.NETWORK, "antrea-baseline", 9_000_000);

    private static final double BASELINE_PRIORITY = 253;
    private static final double APPLICATION_PRIORITY = 250;
    private static final double PRIORITIES_OF_A_TIER = 100_000;
    private static final Map<String, Double> ALWAYS = Map.of(
            "emergency", 50.0,
            "securityops", 100.0,
            "networkops", 150.0,
            "platform", 200.0,
            "application", APPLICATION_PRIORITY,
            "baseline", BASELINE_PRIORITY);

    private static final Pattern PRIORITY = Pattern.compile("[0-9]{1,5}(?:\\.[0-9]{1,9})?");

    private final Surroundings surroundings;
    private final Map<String, Double> priorities = new HashMap<>();

    /** Where a policy stands among all others. */
    record Turn(Tier tier, Rank rank) {}

    AntreaTiers(Surroundings surroundings) {
        this.surroundings = surroundings;
        for (PolicyManifest tier : surroundings.manifests().of("crd.antrea.io/Tier")) {
            number(tier.root().get("spec").get("priority"))
                    .ifPresent(priority -> priorities.put(tier.name().toLowerCase(Locale.ROOT), priority));
        }
        priorities.putAll(ALWAYS);
    }

    Turn of(Written spec) {
        double tier = tier(spec.get("tier"));
        double priority = number(spec.get("priority")).orElseGet(() -> {
            surroundings
                    .complaints()
                    .add(
                            "priority-invalid",
                            "The priority of a policy is a number; this one is asked last of its tier.",
                            "give spec.priority",
                            spec.get("priority"));
            return PRIORITIES_OF_A_TIER - 1;
        });
        return new Turn(tier == BASELINE_PRIORITY ? BASELINE : NATIVE, Rank.of(tier * PRIORITIES_OF_A_TIER + priority));
    }

    private double tier(Written name) {
        String key = name.text().toLowerCase(Locale.ROOT);
        if (!key.isEmpty() && !priorities.containsKey(key)) {
            surroundings
                    .complaints()
                    .add(
                            "tier-unknown",
                            "No manifest declares this tier; it is taken to be the one of applications.",
                            "give the manifest of the tier, or write one that is there",
                            name);
        }
        return priorities.getOrDefault(key, APPLICATION_PRIORITY);
    }

    private static OptionalDouble number(Written priority) {
        return PRIORITY.matcher(priority.text()).matches()
                ? OptionalDouble.of(Double.parseDouble(priority.text()))
                : OptionalDouble.empty();
    }
}
