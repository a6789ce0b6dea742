package dev.bartizan.network.calico;

import dev.bartizan.network.calico.CalicoRules.OwnRule;
import dev.bartizan.network.calico.Tiers.TierOfCalico;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
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
import java.util.Optional;
import java.util.Set;

/**
 * NetworkPolicy and GlobalNetworkPolicy of Calico, as users write them (projectcalico.org/v3) and as Calico stores them (crd.projectcalico.org/v1). Staged
 * ones are never enforced.
 */
public final class CalicoReader implements PolicyReader {
    private static final Set<String> FIELDS = Set.of(
            "order",
            "tier",
            "selector",
            "namespaceSelector",
            "serviceAccountSelector",
            "ingress",
            "egress",
            "types",
            "doNotTrack",
            "preDNAT",
            "applyOnForward",
            "performanceHints");

    private final Complaints complaints;
    private final Expressions expressions;
    private final ServiceAccounts accounts;
    private final Tiers tiers;
    private final CalicoRules rules;

    /** Of profiles, which are asked when no policy has decided. */
    public static PolicyReader ofProfiles(Surroundings surroundings) {
        return new ProfileReader(surroundings);
    }

    public CalicoReader(Surroundings surroundings) {
        this.complaints = surroundings.complaints();
        this.expressions = new Expressions(complaints);
        this.accounts = new ServiceAccounts(surroundings, expressions);
        this.tiers = new Tiers(surroundings);
        this.rules = new CalicoRules(complaints, new Entities(surroundings, expressions, accounts));
    }

    /** Profiles, with their groups. */
    public static List<String> kindsOfProfiles() {
        return List.of("projectcalico.org/Profile", "crd.projectcalico.org/Profile");
    }

    /** With their groups. */
    public static List<String> kinds() {
        return List.of("projectcalico.org", "crd.projectcalico.org").stream()
                .flatMap(group -> List.of(
                                "NetworkPolicy",
                                "GlobalNetworkPolicy",
                                "StagedNetworkPolicy",
                                "StagedGlobalNetworkPolicy",
                                "StagedKubernetesNetworkPolicy")
                        .stream()
                        .map(kind -> group + "/" + kind))
                .toList();
    }

    @Override
    public List<Policy> read(PolicyManifest manifest) {
        Written spec = manifest.root().get("spec");
        if (isOfPods(manifest, spec)) {
            FieldNames.check(spec, FIELDS, complaints);
            return policies(manifest, spec);
        }
        return List.of();
    }

    private boolean isOfPods(PolicyManifest manifest, Written spec) {
        if (manifest.kind().startsWith("Staged")) {
            complaints.note(
                    "policy-staged",
                    "A staged policy is never enforced; it takes no part in the answer.",
                    "nothing to do",
                    manifest.root());
            return false;
        }
        boolean isOfHosts = spec.get("doNotTrack").node().isTrue()
                || spec.get("preDNAT").node().isTrue();
        if (isOfHosts) {
            complaints.note(
                    "policy-of-hosts",
                    "This policy is about host endpoints only (doNotTrack, preDNAT); it takes no part in the answer.",
                    "nothing to do",
                    manifest.root());
        }
        return !isOfHosts;
    }

    /** Several when a rule is about some of its pods only: all of one rank, so that the rules are asked as they are written. */
    private List<Policy> policies(PolicyManifest manifest, Written spec) {
        Optional<String> namespace =
                manifest.namespace().equals("-") ? Optional.empty() : Optional.of(manifest.namespace());
        TierOfCalico tier = tiers.of(spec.get("tier"));
        var rank = new Rank(
                Orders.of(spec.get("order"), complaints).orElse(Double.POSITIVE_INFINITY),
                manifest.name() + " " + manifest.namespace());
        PodMatch subject = subject(spec, namespace);
        Set<Direction> types = types(spec);
        var whole = policy(manifest, tier.tier(), rank, subject, tier.deniesRest() ? types : Set.of(), List.of());
        return withRules(manifest, whole, rules(rules, spec, types, namespace));
    }

    /** @param whole the policy without its rules */
    static List<Policy> withRules(PolicyManifest manifest, Policy whole, List<OwnRule> rules) {
        var policies = new ArrayList<>(List.of(whole));
        for (OwnRule rule : rules) {
            PodMatch pods = whole.subject().and(rule.own());
            Policy last = policies.getLast();
            if (last.subject().equals(pods)) {
                policies.removeLast();
                var both = new ArrayList<>(last.rules());
                both.add(rule.rule());
                policies.add(policy(manifest, whole.tier(), whole.rank(), pods, last.isolates(), both));
            } else {
                policies.add(policy(manifest, whole.tier(), whole.rank(), pods, Set.of(), List.of(rule.rule())));
            }
        }
        return policies;
    }

    static Policy policy(
            PolicyManifest manifest,
            Tier tier,
            Rank rank,
            PodMatch subject,
            Set<Direction> isolates,
            List<Rule> rules) {
        return new Policy(
                manifest.id(),
                manifest.kind(),
                manifest.fullName(),
                tier,
                rank,
                subject,
                isolates,
                rules,
                manifest.root().location());
    }

    private PodMatch subject(Written spec, Optional<String> namespace) {
        LabelExpression labels = expressions.endpoints(spec.get("selector"));
        boolean hasNamespaces =
                namespace.isEmpty() && spec.get("namespaceSelector").isThere();
        var pods = new PodMatch(
                namespace,
                hasNamespaces ? expressions.namespaces(spec.get("namespaceSelector")) : LabelSelector.EVERYTHING,
                labels);
        return spec.get("serviceAccountSelector").text().isEmpty()
                ? pods
                : pods.and(PodMatch.across(
                        LabelSelector.EVERYTHING, accounts.labelled(spec.get("serviceAccountSelector"))));
    }

    /** Without any, those it has rules for; without rules, ingress (projectcalico.org/v3 NetworkPolicy, types). */
    private Set<Direction> types(Written spec) {
        var types = EnumSet.noneOf(Direction.class);
        for (Written type : spec.get("types").all()) {
            switch (type.text()) {
                case "Ingress" -> types.add(Direction.INGRESS);
                case "Egress" -> types.add(Direction.EGRESS);
                case String _ ->
                    complaints.add(
                            "policy-type-unknown",
                            "This policy type is not known; it is left out.",
                            "write Ingress or Egress",
                            type);
            }
        }
        if (spec.get("types").items() == 0) {
            boolean hasEgress = spec.get("egress").items() > 0;
            if (hasEgress) {
                types.add(Direction.EGRESS);
            }
            if (!hasEgress || spec.get("ingress").items() > 0) {
                types.add(Direction.INGRESS);
            }
        }
        return types;
    }

    static List<OwnRule> rules(CalicoRules rules, Written spec, Set<Direction> types, Optional<String> namespace) {
        var read = new ArrayList<OwnRule>();
        for (Direction direction : types) {
            Written list = spec.get(direction == Direction.INGRESS ? "ingress" : "egress");
            for (int i = 0; i < list.items(); i++) {
                rules.read(direction, i, list.item(i), namespace).ifPresent(read::add);
            }
        }
        return read;
    }
}
