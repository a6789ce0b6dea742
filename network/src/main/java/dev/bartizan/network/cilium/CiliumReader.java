package dev.bartizan.network.cilium;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rank;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.model.Tier;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.FieldNames;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.PolicyReader;
import dev.bartizan.network.reading.Surroundings;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * CiliumNetworkPolicy and CiliumClusterwideNetworkPolicy of cilium.io/v2. They are asked together with NetworkPolicy; what any of them denies is denied,
 * whatever others allow (Documentation/security/policy/deny.rst).
 */
public final class CiliumReader implements PolicyReader {
    private static final Set<String> FIELDS = Set.of(
            "endpointSelector",
            "nodeSelector",
            "ingress",
            "egress",
            "ingressDeny",
            "egressDeny",
            "enableDefaultDeny",
            "labels",
            "description",
            "log");

    private static final Rank DENIES = Rank.of(Double.NEGATIVE_INFINITY);

    private final Complaints complaints;
    private final CiliumSelectors selectors;
    private final CiliumRules rules;

    public CiliumReader(Surroundings surroundings) {
        this.complaints = surroundings.complaints();
        var entities = new CiliumEntities(complaints);
        this.selectors = new CiliumSelectors(complaints, entities);
        this.rules = new CiliumRules(
                complaints, new CiliumPeers(surroundings, selectors, entities, learnsNames(surroundings)));
    }

    /** With their groups. */
    public static List<String> kinds() {
        return List.of("cilium.io/CiliumNetworkPolicy", "cilium.io/CiliumClusterwideNetworkPolicy");
    }

    /** Only from answers that pass its proxy, as rules for DNS make them (layer3.rst, DNS based). */
    private static boolean learnsNames(Surroundings surroundings) {
        return kinds().stream()
                .flatMap(kind -> surroundings.manifests().of(kind).stream())
                .flatMap(manifest -> specs(manifest).stream())
                .flatMap(spec -> spec.get("egress").all().stream())
                .flatMap(rule -> rule.get("toPorts").all().stream())
                .anyMatch(entry -> entry.get("rules").get("dns").items() > 0);
    }

    private static List<Written> specs(PolicyManifest manifest) {
        Written spec = manifest.root().get("spec");
        return Stream.concat(
                        spec.isThere() ? Stream.of(spec) : Stream.empty(), manifest.root().get("specs").all().stream())
                .toList();
    }

    @Override
    public List<Policy> read(PolicyManifest manifest) {
        var policies = new ArrayList<Policy>();
        for (Written spec : specs(manifest)) {
            FieldNames.check(spec, FIELDS, complaints);
            if (spec.get("endpointSelector").isThere()) {
                policies.addAll(policies(manifest, spec));
            } else {
                complaints.note(
                        "policy-of-hosts",
                        "This policy selects no endpoints but nodes; it takes no part in the answer.",
                        "nothing to do",
                        spec);
            }
        }
        return policies;
    }

    private List<Policy> policies(PolicyManifest manifest, Written spec) {
        Optional<String> namespace =
                manifest.namespace().equals("-") ? Optional.empty() : Optional.of(manifest.namespace());
        PodMatch subject = selectors.subject(spec.get("endpointSelector"), namespace);
        var denies = new ArrayList<Rule>();
        var allows = new ArrayList<Rule>();
        Set<Direction> isolates = EnumSet.noneOf(Direction.class);
        for (Direction direction : Direction.values()) {
            String list = direction.name().toLowerCase(Locale.ROOT);
            denies.addAll(rules.of(spec.get(list + "Deny"), direction, Action.DENY, namespace));
            allows.addAll(rules.of(spec.get(list), direction, Action.ALLOW, namespace));
            boolean hasRules = spec.get(list).items() + spec.get(list + "Deny").items() > 0;
            Written asked = spec.get("enableDefaultDeny").get(list);
            if (asked.node().isTrue() || (hasRules && !asked.node().isFalse())) {
                isolates.add(direction);
            }
        }
        var policies = new ArrayList<Policy>();
        if (!denies.isEmpty()) {
            policies.add(policy(manifest, DENIES, subject, Set.of(), denies));
        }
        policies.add(policy(manifest, Rank.NETWORK_POLICY, subject, isolates, allows));
        return policies;
    }

    private static Policy policy(
            PolicyManifest manifest, Rank rank, PodMatch subject, Set<Direction> isolates, List<Rule> rules) {
        return new Policy(
                manifest.id(),
                manifest.kind(),
                manifest.fullName(),
                Tier.NAMESPACE,
                rank,
                subject,
                isolates,
                rules,
                manifest.root().location());
    }
}
