package dev.bartizan.baseline;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Grant;
import dev.bartizan.graph.Link;
import dev.bartizan.source.Node;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Which accounts hold rights over the whole cluster that lead to everything: reading all secrets, running commands in all pods, giving rights, or
 * cluster-admin itself.
 */
final class StrongRights {
    private static final Set<String> READS = Set.of("get", "list", "watch", "*");
    private static final Set<String> GIVES = Set.of("escalate", "bind", "impersonate", "*");
    private static final Set<String> EXECUTES = Set.of("pods/exec", "pods/attach", "nodes/proxy", "*");
    private static final Set<String> CORE = Set.of("", "*");

    private final BitSet strong = new BitSet();

    StrongRights(PlatformIndex platform) {
        platform.grants().stream()
                .filter(StrongRights::isStrong)
                .map(Grant::subject)
                .forEach(strong::set);
        for (Link link : platform.platform().links()) {
            if (link.kind().equals("may-do")
                    && isClusterAdmin(platform.platform().asset(link.to()))) {
                strong.set(link.from());
            }
        }
    }

    /** @param subject index of an account, user or group */
    boolean isStrong(int subject) {
        return strong.get(subject);
    }

    private static boolean isClusterAdmin(Asset role) {
        return role.kind().equals("ClusterRole") && role.name().equals("cluster-admin");
    }

    private static boolean isStrong(Grant grant) {
        return grant.scope().equals("*") && isStrong(grant.rule());
    }

    static boolean isStrong(Node rule) {
        boolean isForAll = rule.get("resourceNames").items().isEmpty();
        boolean isCore = has(rule, "apiGroups", CORE);
        boolean readsSecrets = isCore && has(rule, "resources", Set.of("secrets", "*")) && has(rule, "verbs", READS);
        boolean executes =
                isCore && has(rule, "resources", EXECUTES) && has(rule, "verbs", Set.of("get", "create", "*"));
        boolean givesRights = has(rule, "verbs", GIVES)
                && has(rule, "resources", Set.of("roles", "clusterroles", "users", "groups", "serviceaccounts", "*"))
                && has(rule, "apiGroups", Set.of("rbac.authorization.k8s.io", "", "*"));
        return isForAll && (readsSecrets || executes || givesRights);
    }

    static boolean has(Node rule, String list, Set<String> values) {
        List<Node> items = rule.get(list).items();
        return items.stream().anyMatch(item -> values.contains(item.text("")));
    }
}
