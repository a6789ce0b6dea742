package dev.bartizan.ingest.kubernetes;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.LabelSelectors;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** The rules a role has: its own, or, for an aggregated ClusterRole, those of every ClusterRole its selectors match. */
final class RoleRules {
    /** Aggregation may lead from role to role; nobody needs more roles in one. */
    private static final int MOST_ROLES = 1_000;
    /** Far beyond real platforms; a hostile one may have every role select every other. */
    private static final long MOST_COMPARISONS = 20_000_000;

    private final Map<String, List<Identified>> clusterRolesByLabel = new HashMap<>();
    private final List<Identified> clusterRoles = new ArrayList<>();
    private final Map<Identified, List<Rule>> known = new HashMap<>();
    private final Reports reports;
    private long comparisons;

    /**
     * @param role where the rule is written
     * @param pointer of the rule within its document
     */
    record Rule(Identified role, Node rule, String pointer) {}

    RoleRules(List<Identified> all, Reports reports) {
        this.reports = reports;
        for (Identified entry : all) {
            if (entry.manifest().is("rbac.authorization.k8s.io", "ClusterRole")) {
                clusterRoles.add(entry);
                if (entry.manifest().metadata().get("labels") instanceof Mapping labels) {
                    for (int i = 0; i < labels.size(); i++) {
                        clusterRolesByLabel
                                .computeIfAbsent(label(labels.key(i), labels.value(i)), key -> new ArrayList<>())
                                .add(entry);
                    }
                }
            }
        }
    }

    private static String label(String key, Node value) {
        return key + "=" + value.text("");
    }

    List<Rule> of(Identified role) {
        return known.computeIfAbsent(role, this::collect);
    }

    private List<Rule> collect(Identified role) {
        var rules = new ArrayList<Rule>();
        SequencedSet<Identified> roles = new LinkedHashSet<>(List.of(role));
        var open = new ArrayList<>(List.of(role));
        while (!open.isEmpty()) {
            Identified next = open.removeLast();
            List<Node> selectors = next.manifest()
                    .root()
                    .at("aggregationRule", "clusterRoleSelectors")
                    .items();
            for (Node selector : selectors) {
                for (Identified match : matching(next, selector)) {
                    if (roles.size() < MOST_ROLES && roles.add(match)) {
                        open.add(match);
                    }
                }
            }
        }
        roles.forEach(each -> addOwn(each, rules));
        return rules;
    }

    private static void addOwn(Identified role, List<Rule> rules) {
        List<Node> items = role.manifest().root().get("rules").items();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Mapping rule) {
                rules.add(new Rule(role, rule, role.manifest().pointer("/rules/" + i)));
            }
        }
    }

    /** The ClusterRoles of the same cluster that this label selector matches. */
    private List<Identified> matching(Identified role, Node selector) {
        List<Identified> candidates = candidates(selector);
        if (comparisons + candidates.size() > MOST_COMPARISONS) {
            reportCut(role);
            return List.of();
        }
        comparisons += candidates.size();
        return candidates.stream()
                .filter(candidate -> candidate.cluster().equals(role.cluster()))
                .filter(candidate -> LabelSelectors.matches(
                        selector, candidate.manifest().metadata().get("labels")))
                .toList();
    }

    private void reportCut(Identified role) {
        if (comparisons < MOST_COMPARISONS) {
            comparisons = MOST_COMPARISONS;
            reports.add(Problem.error(
                    "too-many-rights",
                    "Too many aggregated ClusterRoles: those from here on have only their own rules.",
                    "assess the platform in parts",
                    role.manifest().location()));
        }
    }

    /** Those that have its first label; all when it names none. */
    private List<Identified> candidates(Node selector) {
        return selector.get("matchLabels") instanceof Mapping labels && labels.size() > 0
                ? clusterRolesByLabel.getOrDefault(label(labels.key(0), labels.value(0)), List.of())
                : clusterRoles;
    }
}
