package dev.bartizan.threats;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Grant;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Trees;
import dev.bartizan.rules.Language;
import dev.bartizan.rules.Language.Kind;
import dev.bartizan.rules.Language.Property;
import dev.bartizan.rules.Thing;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the accounts of workloads may do. */
final class RightFunctions {
    private static final Set<String> READING = Set.of("get", "list", "watch");

    private final Map<Integer, List<Grant>> bySubject = new HashMap<>();

    RightFunctions(Trees trees) {
        for (Grant grant : trees.grants()) {
            bySubject
                    .computeIfAbsent(grant.subject(), key -> new ArrayList<>(1))
                    .add(grant);
        }
    }

    List<Language.Function> all() {
        Property role = Property.of("role", Kind.thing(Properties.ASSET));
        var readsNamed = new Language.Function(
                "readsOnlyNamed", List.of(role), Kind.FLAG, (one, texts) -> readsOnlyNamed((AssetThing) one));
        var hasRight = new Language.Function(
                "hasRight",
                List.of(
                        Property.of("asset", Kind.thing(Properties.ASSET)),
                        Property.of("resource", Kind.TEXT),
                        Property.of("verb", Kind.TEXT)),
                Kind.FLAG,
                (one, texts) -> hasRight(
                        (AssetThing) one, texts.get(0).getFirst(), texts.get(1).getFirst()));
        return List.of(hasRight, readsNamed);
    }

    /** Whether a role lets nobody do more than read objects that it names one by one. */
    private static Thing.Value readsOnlyNamed(AssetThing thing) {
        Optional<Node> role = thing.world().snapshot().trees().root(thing.index());
        if (role.isEmpty()) {
            return thing.world()
                    .unknown(new Gap(
                            Gap.Topic.COMPLETENESS,
                            "complete",
                            World.place(thing.asset()),
                            "what " + thing.asset().name() + " allows"));
        }
        List<Node> rules = role.get().get("rules").items();
        return Thing.Value.of(!rules.isEmpty() && rules.stream().allMatch(RightFunctions::readsNamed));
    }

    private static boolean readsNamed(Node rule) {
        return !rule.get("resourceNames").items().isEmpty()
                && rule.get("verbs").items().stream().allMatch(verb -> READING.contains(verb.text("")));
    }

    /**
     * A right that the accounts of a workload hold.
     *
     * @param scope a namespace, or {@code *}
     */
    record Held(String scope, Evidence evidence) {
        boolean covers(String namespace) {
            return scope.equals("*") || scope.equals(namespace);
        }
    }

    private Thing.Value hasRight(AssetThing thing, String resource, String verb) {
        World world = thing.world();
        Optional<Held> right = held(world, thing.index(), resource, verb)
                .filter(held -> !world.isSupposed(() -> world.fixes().id(Fixes.Kind.RIGHTS, thing.index())));
        right.ifPresent(held -> {
            world.met(() -> Stream.of(held.evidence()));
            world.hangsOn(() -> world.fixes().fix(Fixes.Kind.RIGHTS, thing.index()));
        });
        if (right.isPresent() || world.isWhole(thing.asset())) {
            return Thing.Value.of(right.isPresent());
        }
        String place = World.place(thing.asset());
        return world.unknown(new Gap(
                Gap.Topic.COMPLETENESS, "complete", place, "which rights accounts of " + place + " have elsewhere"));
    }

    /** By which rule and binding, if the accounts of this workload hold it; over the whole cluster rather than in a namespace. */
    Optional<Held> held(World world, int workload, String resource, String verb) {
        Optional<Held> narrow = Optional.empty();
        for (Link account : world.platform().linksFrom(workload)) {
            if (!account.kind().equals("runs-as")) {
                continue;
            }
            for (Grant grant : bySubject.getOrDefault(account.to(), List.of())) {
                if (allows(grant.rule(), resource, verb)) {
                    String scope = grant.scope().equals("*") ? "the whole cluster" : grant.scope();
                    var held = Optional.of(new Held(
                            grant.scope(),
                            new Evidence(
                                    world.platform().asset(account.to()).name() + " may " + verb + " " + resource
                                            + " in " + scope + ", by "
                                            + world.platform()
                                                    .asset(grant.role())
                                                    .name(),
                                    grant.evidence())));
                    if (grant.scope().equals("*")) {
                        return held;
                    }
                    narrow = narrow.or(() -> held);
                }
            }
            for (Link role : world.platform().linksFrom(account.to())) {
                if (role.kind().equals("may-do")
                        && world.platform().asset(role.to()).name().equals("cluster-admin")) {
                    return Optional.of(new Held(
                            "*",
                            new Evidence(
                                    world.platform().asset(account.to()).name() + " is cluster-admin",
                                    role.evidence())));
                }
            }
        }
        return narrow;
    }

    /** The workloads' scope matters less than that the right is held somewhere. */
    private static boolean allows(Node rule, String resource, String verb) {
        int dot = resource.indexOf('.');
        String name = dot < 0 ? resource : resource.substring(0, dot);
        String group = dot < 0 ? "" : resource.substring(dot + 1);
        return holds(rule, "verbs", verb) && holds(rule, "resources", name) && holds(rule, "apiGroups", group);
    }

    private static boolean holds(Node rule, String list, String word) {
        return rule.get(list).items().stream()
                .map(item -> item.text(""))
                .anyMatch(text -> text.equals("*") || text.equals(word));
    }
}
