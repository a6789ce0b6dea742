package dev.bartizan.network.rbac;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Grant;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who holds which power in which namespace, by the roles and bindings of the input. */
public final class Powers {
    private static final String EVERYWHERE = "*";
    /** Whoever edits a namespace may neither label it nor write its EndpointSlices (kubernetes.io, "User-facing roles"). */
    private static final Set<Power> OF_EDITORS =
            EnumSet.complementOf(EnumSet.of(Power.LABEL_NAMESPACE, Power.EDIT_ENDPOINTS));

    private static final Map<String, Set<Power>> BUILT_IN =
            Map.of("cluster-admin", EnumSet.allOf(Power.class), "admin", OF_EDITORS, "edit", OF_EDITORS);
    private static final Comparator<Holder> ORDER = Comparator.comparing(Holder::principal)
            .thenComparing(Holder::evidence)
            .thenComparing(Holder::right);

    private final Snapshot snapshot;
    private final Rights rights;
    private final Map<Power, Map<String, List<Holder>>> holders = new EnumMap<>(Power.class);

    private Powers(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.rights = new Rights(custom(snapshot));
        for (Power power : Power.values()) {
            holders.put(power, new HashMap<>());
        }
        snapshot.trees().grants().forEach(this::add);
        for (int i = 0; i < snapshot.platform().assets().size(); i++) {
            builtIn(i);
        }
    }

    public static Powers of(Snapshot snapshot) {
        return new Powers(snapshot);
    }

    private static Set<String> custom(Snapshot snapshot) {
        var kinds = new HashSet<String>();
        for (PodTemplate template : snapshot.trees().pods()) {
            Asset asset = snapshot.platform().asset(template.asset());
            kinds.add(asset.group() + "/" + asset.kind().toLowerCase(Locale.ROOT) + "s");
        }
        return kinds;
    }

    private void add(Grant grant) {
        for (Power power : Power.values()) {
            rights.of(power, grant.rule())
                    .ifPresent(right -> scopes(power, grant)
                            .forEach(scope -> add(power, scope, grant.subject(), right, grant.evidence())));
        }
    }

    /** Where namespaces are named, only these may be labelled. */
    private static List<String> scopes(Power power, Grant grant) {
        List<String> only = Rights.only(grant.rule());
        boolean isOfSome = power == Power.LABEL_NAMESPACE && !only.isEmpty();
        return isOfSome
                ? only.stream()
                        .filter(name -> grant.scope().equals(EVERYWHERE)
                                || grant.scope().equals(name))
                        .toList()
                : List.of(grant.scope());
    }

    private void add(Power power, String scope, int subject, String right, Location evidence) {
        Asset asset = snapshot.platform().asset(subject);
        String principal = asset.namespace().equals("-")
                ? asset.kind() + " " + asset.name()
                : asset.kind() + " " + asset.namespace() + "/" + asset.name();
        holders.getOrDefault(power, new HashMap<>())
                .computeIfAbsent(scope, key -> new ArrayList<>())
                .add(new Holder(principal, right, evidence));
    }

    /** Roles that every cluster has stand in no input, but what they give is known. */
    private void builtIn(int index) {
        Asset binding = snapshot.platform().asset(index);
        if (!binding.kind().equals("RoleBinding") && !binding.kind().equals("ClusterRoleBinding")) {
            return;
        }
        Optional<Node> root = snapshot.trees().root(index);
        String role = root.map(node -> node.at("roleRef", "name").text("")).orElse("");
        boolean isBuiltIn = BUILT_IN.containsKey(role)
                && root.filter(node -> node.at("roleRef", "kind").text("").equals("ClusterRole"))
                        .isPresent()
                && isUnwritten(binding, role);
        if (!isBuiltIn) {
            return;
        }
        String scope = binding.kind().equals("ClusterRoleBinding") ? EVERYWHERE : binding.namespace();
        for (Node subject : root.stream()
                .flatMap(node -> node.get("subjects").items().stream())
                .toList()) {
            String namespace = subject.get("namespace").text("");
            String name = subject.get("name").text("");
            String principal =
                    subject.get("kind").text("?") + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
            for (Power power : BUILT_IN.getOrDefault(role, Set.of())) {
                holders.getOrDefault(power, new HashMap<>())
                        .computeIfAbsent(scope, key -> new ArrayList<>())
                        .add(new Holder(principal, "the role " + role, binding.location()));
            }
        }
    }

    private boolean isUnwritten(Asset binding, String role) {
        int cluster = binding.id().indexOf('/');
        return snapshot.platform()
                .index(binding.id().substring(0, cluster) + "/rbac.authorization.k8s.io/ClusterRole/-/" + role)
                .flatMap(snapshot.trees()::root)
                .isEmpty();
    }

    /** By name, those of the whole cluster among them. */
    public List<Holder> holders(Power power, String namespace) {
        return holders(power, Stream.of(namespace, EVERYWHERE));
    }

    /** By name, those who are given it in this namespace and not in the whole cluster. */
    public List<Holder> tenants(Power power, String namespace) {
        return Holder.without(holders(power, Stream.of(namespace)), holders(power, Stream.of(EVERYWHERE)));
    }

    private List<Holder> holders(Power power, Stream<String> scopes) {
        Map<String, List<Holder>> byScope = holders.getOrDefault(power, Map.of());
        var seen = new TreeSet<String>();
        return scopes.flatMap(scope -> byScope.getOrDefault(scope, List.of()).stream())
                .sorted(ORDER)
                .filter(holder -> seen.add(holder.principal()))
                .toList();
    }
}
