package dev.bartizan.network.calico;

import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rank;
import dev.bartizan.network.model.Tier;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.PolicyReader;
import dev.bartizan.network.reading.Surroundings;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Profiles of Calico: what holds for a pod that no policy has decided about (projectcalico.org/v3 Profile). A pod of Kubernetes has that of its namespace,
 * {@code kns.shop}, and then that of its service account, {@code ksa.shop.cashier}; what neither says is denied. Without a manifest, that of a namespace allows
 * everything, so that those of its service accounts are never asked.
 */
final class ProfileReader implements PolicyReader {
    private static final Tier AFTER_POLICIES = new Tier(Layer.NETWORK, "~profiles", Double.POSITIVE_INFINITY);
    private static final String OF_NAMESPACE = "kns.";
    private static final String OF_ACCOUNT = "ksa.";
    private static final Set<Direction> BOTH = EnumSet.allOf(Direction.class);

    private final Surroundings surroundings;
    private final CalicoRules rules;

    ProfileReader(Surroundings surroundings) {
        this.surroundings = surroundings;
        var expressions = new Expressions(surroundings.complaints());
        this.rules = new CalicoRules(
                surroundings.complaints(),
                new Entities(surroundings, expressions, new ServiceAccounts(surroundings, expressions)));
    }

    @Override
    public List<Policy> read(PolicyManifest manifest) {
        String name = manifest.name();
        if (name.startsWith(OF_NAMESPACE)) {
            return read(manifest, of(name.substring(OF_NAMESPACE.length())), 0, BOTH);
        }
        int dot = name.indexOf('.', OF_ACCOUNT.length());
        if (!name.startsWith(OF_ACCOUNT) || dot < 0) {
            surroundings
                    .complaints()
                    .note(
                            "profile-of-nobody",
                            "No pod has a profile of this name; it takes no part in the answer.",
                            "call it kns. and the namespace, or ksa. and namespace and service account",
                            manifest.root().get("metadata").get("name"));
            return List.of();
        }
        String namespace = name.substring(OF_ACCOUNT.length(), dot);
        return isThere(OF_NAMESPACE + namespace)
                ? read(manifest, of(namespace, name.substring(dot + 1)), 1, Set.of())
                : List.of();
    }

    private List<Policy> read(PolicyManifest manifest, PodMatch pods, int order, Set<Direction> isolates) {
        Policy whole = CalicoReader.policy(manifest, AFTER_POLICIES, Rank.of(order), pods, isolates, List.of());
        return CalicoReader.withRules(
                manifest, whole, CalicoReader.rules(rules, manifest.root().get("spec"), BOTH, Optional.empty()));
    }

    private boolean isThere(String profile) {
        return CalicoReader.kindsOfProfiles().stream()
                .flatMap(kind -> surroundings.manifests().of(kind).stream())
                .anyMatch(manifest -> manifest.name().equals(profile));
    }

    private static PodMatch of(String namespace) {
        return PodMatch.in(namespace, LabelSelector.EVERYTHING);
    }

    private static PodMatch of(String namespace, String account) {
        var shown = new Requirement(Pod.SERVICE_ACCOUNT, Operator.IN, new TreeSet<>(List.of(account)));
        return PodMatch.in(namespace, new LabelSelector(List.of(shown)));
    }
}
