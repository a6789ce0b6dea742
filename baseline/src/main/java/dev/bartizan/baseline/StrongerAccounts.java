package dev.bartizan.baseline;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Grant;
import dev.bartizan.rules.Item;
import dev.bartizan.rules.Related;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The strong service accounts that somebody can run as, because a role lets him create workloads in their namespace. Controllers that may create pods
 * everywhere are left out: what they run is what others wrote.
 */
final class StrongerAccounts {
    private static final Set<String> WORKLOADS = Set.of(
            "*",
            "pods",
            "deployments",
            "statefulsets",
            "daemonsets",
            "replicasets",
            "replicationcontrollers",
            "jobs",
            "cronjobs",
            "notebooks",
            "rayclusters",
            "rayjobs",
            "rayservices",
            "inferenceservices",
            "llminferenceservices",
            "workflows",
            "cronworkflows",
            "pytorchjobs",
            "trainjobs",
            "mpijobs",
            "sparkapplications",
            "taskruns",
            "pipelineruns");

    private static final Set<String> CREATES = Set.of("create", "*");

    private final PlatformIndex platform;
    private final StrongRights rights;
    private final List<Integer> strong;

    StrongerAccounts(PlatformIndex platform, StrongRights rights) {
        this.platform = platform;
        this.rights = rights;
        this.strong = platform.accounts().stream().filter(rights::isStrong).toList();
    }

    Related beside(int role, Node root) {
        if (strong.isEmpty() || root.get("rules").items().stream().noneMatch(StrongerAccounts::createsWorkloads)) {
            return Related.NONE;
        }
        var found = new TreeSet<Integer>();
        for (Grant grant : platform.grantsOfRole(role)) {
            boolean isController = grant.scope().equals("*") && isAccount(grant.subject());
            if (createsWorkloads(grant.rule()) && !isController && !rights.isStrong(grant.subject())) {
                strong.stream()
                        .filter(account -> covers(grant.scope(), account) && account != grant.subject())
                        .forEach(found::add);
            }
        }
        var items = new ArrayList<Item>();
        found.forEach(account -> items.add(item(account, root, role)));
        return Related.of(items);
    }

    private static boolean createsWorkloads(Node rule) {
        return StrongRights.has(rule, "resources", WORKLOADS) && StrongRights.has(rule, "verbs", CREATES);
    }

    private boolean isAccount(int subject) {
        return platform.platform().asset(subject).kind().equals("ServiceAccount");
    }

    private boolean covers(String scope, int account) {
        return scope.equals("*")
                || scope.equals(platform.platform().asset(account).namespace());
    }

    /** Shown at the verb of the role: an account need not have a manifest. */
    private Item item(int account, Node root, int role) {
        Asset asset = platform.platform().asset(account);
        List<Node> rules = root.get("rules").items();
        for (int rule = 0; rule < rules.size(); rule++) {
            List<Node> verbs = rules.get(rule).get("verbs").items();
            for (int verb = 0; createsWorkloads(rules.get(rule)) && verb < verbs.size(); verb++) {
                if (CREATES.contains(verbs.get(verb).text(""))) {
                    String pointer = platform.rootPointer(role) + "/rules/" + rule + "/verbs/" + verb;
                    return new Item(
                            List.of(verbs.get(verb)), List.of(pointer), List.of(asset.namespace(), asset.name()));
                }
            }
        }
        return new Item(List.of(root), List.of(platform.rootPointer(role)), List.of(asset.namespace(), asset.name()));
    }
}
