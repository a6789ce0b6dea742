package dev.bartizan.threats;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.ReachabilityFacts.PeerClass;
import dev.bartizan.graph.Truth;
import dev.bartizan.rules.Language;
import dev.bartizan.rules.Language.Kind;
import dev.bartizan.rules.Language.Property;
import dev.bartizan.rules.Thing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Functions that ask who reaches whom. */
final class NetworkFunctions {
    /** What stands between and beside workloads by its nature: that it reaches something bypasses nothing. */
    private static final Set<String> PLUMBING = Set.of(
            "gateway",
            "service-mesh",
            "mesh-proxy",
            "monitoring",
            "tracing",
            "logging",
            "autoscaler",
            "name-service",
            "operator",
            "serving-operator",
            "serverless",
            "node-agent",
            "policy-engine",
            "bastion",
            "cluster-network");

    /** From the outermost route to a workload. */
    private static final int MOST_STEPS = 8;

    private static final int NOBODY = -1;

    private final Reach reach;
    private final DeclaredWays declared;
    private final List<String> roles;
    /** What reaches pods that no policy tells apart reaches all of them. */
    private final Map<Asked, Found> known = new ConcurrentHashMap<>();

    NetworkFunctions(Reach reach, DeclaredWays declared, List<String> roles) {
        this.reach = reach;
        this.declared = declared;
        this.roles = roles;
    }

    List<Language.Function> all() {
        Property asset = Property.of("asset", Kind.thing(Properties.ASSET));
        Property ofRoles = new Property("role", Kind.TEXTS, roles);
        return List.of(
                new Language.Function("exposed", List.of(asset), Kind.FLAG, (one, texts) -> exposed((AssetThing) one)),
                new Language.Function(
                        "reachesOutside", List.of(asset), Kind.FLAG, (one, texts) -> reachesOutside((AssetThing) one)),
                new Language.Function(
                        "reachedBy",
                        List.of(asset, ofRoles),
                        Kind.FLAG,
                        (one, texts) -> reachedBy((AssetThing) one, texts.getFirst())),
                new Language.Function(
                        "bypass",
                        List.of(asset, ofRoles),
                        Kind.FLAG,
                        (one, texts) -> bypass((AssetThing) one, texts.getFirst())));
    }

    private Thing.Value exposed(AssetThing thing) {
        World world = thing.world();
        String exposure = world.property(thing, "exposure").orElse("");
        String place = World.place(thing.asset());
        if (isSupposed(thing, Fixes.Kind.CLOSE)) {
            return Thing.Value.of(false);
        }
        if (exposure.equals("outside")) {
            world.hangsOn(() -> world.fixes().fix(Fixes.Kind.CLOSE, thing.index()));
            world.met(() -> entrance(world, thing.index()).stream());
            return Thing.Value.of(true);
        }
        if (DeclaredWays.isDeclared(thing.asset())) {
            return value(thing, Fixes.Kind.CLOSE, declared.exposed(thing));
        }
        if (exposure.equals("node")) {
            return world.unknown(
                    new Gap(Gap.Topic.COMPLETENESS, "nodes", "cluster", "whether nodes can be reached from outside"));
        }
        return thing.asset().group().isEmpty() || world.isWhole(thing.asset())
                ? Thing.Value.of(false)
                : world.unknown(new Gap(
                        Gap.Topic.COMPLETENESS, "complete", place, "whether anything exposes what is in " + place));
    }

    /** What opens it: routes and services, from it outwards. */
    List<Evidence> entrance(World world, int asset) {
        var evidence = new ArrayList<Evidence>();
        var seen = new ArrayList<>(List.of(asset));
        for (int i = 0; i < seen.size() && seen.size() < 20; i++) {
            for (Link link : world.platform().linksTo(seen.get(i))) {
                boolean leads = link.kind().equals("exposes") || link.kind().equals("routes");
                if (leads
                        && !seen.contains(link.from())
                        && world.property(world.thing(link.from()), "exposure")
                                .orElse("")
                                .equals("outside")) {
                    seen.add(link.from());
                    Asset from = world.platform().asset(link.from());
                    evidence.add(new Evidence(
                            from.kind() + " " + from.name() + " leads to "
                                    + world.platform().asset(link.to()).name(),
                            link.evidence()));
                }
            }
        }
        if (evidence.isEmpty()) {
            Asset self = world.platform().asset(asset);
            evidence.add(
                    new Evidence(self.kind() + " " + self.name() + " is open beyond the cluster", self.location()));
        }
        return evidence;
    }

    private Thing.Value reachesOutside(AssetThing thing) {
        if (DeclaredWays.isDeclared(thing.asset())) {
            return value(
                    thing, Fixes.Kind.HOLD, isSupposed(thing, Fixes.Kind.HOLD) ? Reach.Answer.NO : declared.out(thing));
        }
        Optional<Integer> outside = reach.widestOutside();
        if (outside.isEmpty() || !reach.hasPods(thing.index())) {
            return thing.world()
                    .unknown(new Gap(
                            Gap.Topic.NETWORK,
                            "network",
                            thing.asset().id(),
                            "the pods of " + thing.asset().name()));
        }
        return value(
                thing,
                Fixes.Kind.HOLD,
                isSupposed(thing, Fixes.Kind.HOLD)
                        ? Reach.Answer.NO
                        : reach.out(thing.world(), thing.index(), outside.get()));
    }

    private Thing.Value reachedBy(AssetThing thing, Collection<String> wanted) {
        return value(
                thing, Fixes.Kind.ISOLATE, wanted.isEmpty() ? fromElsewhere(thing, Set.of()) : from(thing, wanted));
    }

    /** From somebody that people declared, or to such a one: no policy tells of it. */
    private Reach.Answer asDeclared(AssetThing thing, Predicate<AssetThing> sender) {
        return isSupposed(thing, Fixes.Kind.ISOLATE) ? Reach.Answer.NO : declared.into(thing, sender);
    }

    private static boolean isSupposed(AssetThing thing, Fixes.Kind kind) {
        return thing.world().isSupposed(() -> thing.world().fixes().id(kind, thing.index()));
    }

    private Reach.Answer from(AssetThing thing, Collection<String> wanted) {
        Reach.Answer told = asDeclared(
                thing, sender -> wanted.contains(sender.asset().classification().role()));
        return DeclaredWays.isDeclared(thing.asset()) || told.truth().isConfirmed()
                ? told
                : underPolicies(thing, wanted);
    }

    private Reach.Answer underPolicies(AssetThing thing, Collection<String> wanted) {
        // Of those that are asked about themselves each leaves out another one: itself.
        boolean isOneOfThem = wanted.contains(thing.asset().classification().role());
        var asked = new Asked(group(thing), List.copyOf(wanted), isOneOfThem ? thing.index() : NOBODY, true);
        return remembered(thing, asked, () -> {
            var found = Found.NOBODY;
            BitSet senders = reach.sendersTo(thing.index());
            for (String role : wanted) {
                for (int sender : reach.someOf(role)) {
                    if (sender != thing.index() && !found.isCertain() && reach.isOneOf(sender, senders)) {
                        found = found.or(sender, thing, reach);
                    }
                }
            }
            return found;
        });
    }

    /** From another namespace, or zone where there are none, by somebody whose role is not one of these. */
    private Reach.Answer fromElsewhere(AssetThing thing, Collection<String> except) {
        Reach.Answer told = asDeclared(
                thing,
                sender -> !sender.asset().zone().equals(thing.asset().zone())
                        && !except.contains(sender.asset().classification().role()));
        if (DeclaredWays.isDeclared(thing.asset()) || told.truth().isConfirmed()) {
            return told;
        }
        var asked = new Asked(group(thing), List.copyOf(except), NOBODY, false);
        return remembered(thing, asked, () -> {
            var found = Found.NOBODY;
            var others = Set.copyOf(except);
            for (int receiver : reach.classesOf(thing.index())) {
                found = found.isCertain() ? found : elsewhere(found, thing, receiver, others);
            }
            return found;
        });
    }

    private Found elsewhere(Found before, AssetThing thing, int receiver, Set<String> except) {
        World world = thing.world();
        Found found = before;
        BitSet senders = reach.sendersOf(receiver);
        for (int number = senders.nextSetBit(0);
                number >= 0 && !found.isCertain();
                number = senders.nextSetBit(number + 1)) {
            for (PeerClass.Member member : reach.members(number)) {
                Asset sender = world.platform().asset(member.asset());
                if (!sender.namespace().equals(thing.asset().namespace())
                        && !except.contains(sender.classification().role())) {
                    found = found.or(member.asset(), thing, reach);
                    break;
                }
            }
        }
        return found;
    }

    /**
     * Asks once for all assets of one namespace whose pods no policy tells apart; what shows it is said of the one that is asked about. The answer must not
     * hang on which of them is asked first.
     */
    private Reach.Answer remembered(AssetThing thing, Asked question, Supplier<Found> answer) {
        if (isSupposed(thing, Fixes.Kind.ISOLATE)) {
            return Reach.Answer.NO;
        }
        Found found = known.computeIfAbsent(question, first -> answer.get());
        if (found.isCertain()) {
            return Reach.Answer.yes(() -> reach.between(thing.world(), found.sender(), thing.index())
                    .evidence()
                    .get());
        }
        return found.gap().map(Reach.Answer::open).orElse(Reach.Answer.NO);
    }

    private int group(AssetThing thing) {
        return reach.group(thing.index());
    }

    /**
     * Who reaches the assets of a group.
     *
     * @param roles of those who may be the ones, or who may not
     * @param but an asset that does not count; {@link #NOBODY} when all do
     */
    private record Asked(int group, List<String> roles, int but, boolean areRolesWanted) {}

    /**
     * Somebody who reaches pods of a class.
     *
     * @param sender index of the asset; of nobody below 0
     */
    private record Found(Truth truth, Optional<Gap> gap, int sender) {
        static final Found NOBODY = new Found(Truth.REFUTED, Optional.empty(), NetworkFunctions.NOBODY);

        boolean isCertain() {
            return truth.isConfirmed();
        }

        /** One who certainly reaches it is better than one who may, and of those who may the first will do. */
        Found or(int asset, AssetThing reached, Reach reach) {
            if (!truth.isRefuted() && !reach.isCertain(asset, reached.index())) {
                return this;
            }
            Reach.Answer answer = reach.between(reached.world(), asset, reached.index());
            return answer.truth().isRefuted() ? this : new Found(answer.truth(), answer.gap(), asset);
        }
    }

    private Thing.Value bypass(AssetThing thing, Collection<String> guards) {
        Thing.Value exposed = exposed(thing);
        if (exposed.equals(Thing.Value.of(true)) && !isOnlyThrough(thing, guards)) {
            return exposed;
        }
        var harmless = new ArrayList<>(PLUMBING);
        harmless.addAll(guards);
        Reach.Answer around = fromElsewhere(thing, harmless);
        return around.truth().isConfirmed() || !(exposed instanceof Thing.Unknown)
                ? value(thing, Fixes.Kind.ISOLATE, around)
                : exposed;
    }

    /** Whether each way in that is written passes one of these roles. */
    private static boolean isOnlyThrough(AssetThing thing, Collection<String> guards) {
        List<Integer> ways = waysIn(thing.world(), thing.index());
        return !ways.isEmpty() && ways.stream().allMatch(way -> isGuarded(thing.world(), way, guards, 0));
    }

    /** What nothing leads to is where strangers come in; then it is a guard itself, or there is none on the way. */
    private static boolean isGuarded(World world, int asset, Collection<String> guards, int depth) {
        if (guards.contains(world.platform().asset(asset).classification().role())) {
            return true;
        }
        List<Integer> ways = waysIn(world, asset);
        return depth < MOST_STEPS
                && !ways.isEmpty()
                && ways.stream().allMatch(way -> isGuarded(world, way, guards, depth + 1));
    }

    /** What leads to it and is open beyond the cluster itself; a service of the cluster's own is no way in. */
    private static List<Integer> waysIn(World world, int asset) {
        return world.platform().linksTo(asset).stream()
                .filter(link -> link.kind().equals("exposes") || link.kind().equals("routes"))
                .map(Link::from)
                .filter(from ->
                        world.property(world.thing(from), "exposure").orElse("").equals("outside"))
                .toList();
    }

    /** @param kind of the change that would make the answer no */
    private static Thing.Value value(AssetThing thing, Fixes.Kind kind, Reach.Answer answer) {
        return switch (answer.truth()) {
            case Truth.Confirmed ignored -> {
                thing.world().hangsOn(() -> thing.world().fixes().fix(kind, thing.index()));
                thing.world().met(() -> answer.evidence().get().stream());
                yield Thing.Value.of(true);
            }
            case Truth.Refuted ignored -> Thing.Value.of(false);
            case Truth.Undecided ignored -> thing.world().unknown(answer.gap().orElseThrow());
        };
    }
}
