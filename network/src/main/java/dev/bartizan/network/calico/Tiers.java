package dev.bartizan.network.calico;

import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.Tier;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.Surroundings;
import dev.bartizan.network.reading.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tiers of Calico: those that are always there, and those of the manifests (projectcalico.org/v3 Tier). */
final class Tiers {
    private static final Map<String, TierOfCalico> ALWAYS = Map.of(
            "", new TierOfCalico(Tier.NAMESPACE, true),
            "default", new TierOfCalico(Tier.NAMESPACE, true),
            "adminnetworkpolicy", new TierOfCalico(Tier.ADMIN, false),
            "kube-admin", new TierOfCalico(Tier.ADMIN, false),
            "baselineadminnetworkpolicy", new TierOfCalico(Tier.BASELINE, false),
            "kube-baseline", new TierOfCalico(Tier.BASELINE, false));

    private final Map<String, TierOfCalico> tiers = new HashMap<>();
    private final Surroundings surroundings;

    /** @param deniesRest whether what no rule of it matches is denied to the pods that its policies select */
    record TierOfCalico(Tier tier, boolean deniesRest) {}

    Tiers(Surroundings surroundings) {
        this.surroundings = surroundings;
        for (String group : List.of("projectcalico.org", "crd.projectcalico.org")) {
            surroundings.manifests().of(group + "/Tier").forEach(this::add);
        }
        tiers.putAll(ALWAYS);
    }

    private void add(PolicyManifest manifest) {
        Written spec = manifest.root().get("spec");
        double order = Orders.of(spec.get("order"), surroundings.complaints()).orElse(Double.MAX_VALUE);
        boolean passes = spec.get("defaultAction").text().equals("Pass");
        tiers.put(manifest.name(), new TierOfCalico(new Tier(Layer.NETWORK, manifest.name(), order), !passes));
    }

    /** One that no manifest declares is asked last. */
    TierOfCalico of(Written name) {
        return Optional.ofNullable(tiers.get(name.text())).orElseGet(() -> {
            surroundings
                    .complaints()
                    .add(
                            "tier-unknown",
                            "No manifest declares this tier; it is taken to be asked last and to deny what it does not match.",
                            "give the manifest of the tier, or write one that is there",
                            name);
            var last = new TierOfCalico(new Tier(Layer.NETWORK, name.text(), Double.POSITIVE_INFINITY), true);
            tiers.put(name.text(), last);
            return last;
        });
    }
}
