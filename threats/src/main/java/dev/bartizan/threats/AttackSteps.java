package dev.bartizan.threats;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.AttackPathFacts.AttackPath;
import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.AttackPathFacts.Step;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Link;
import dev.bartizan.threats.paths.AttackGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The steps of attackers on a platform. Of each asset three things can be held: what it answers or holds can be read, it can be changed, it can be
 * controlled. Workloads that no policy tells apart share their ways over the network.
 */
final class AttackSteps {
    private static final int READ = 0;
    private static final int CHANGED = 1;
    private static final int CONTROLLED = 2;
    private static final int STATES = 3;
    private static final List<String> GOALS = List.of("reads it", "changes it", "controls it");

    private static final String INTERNET = "internet";
    private static final String NOTEBOOK_USER = "notebook user";
    private static final String POISONED = "poisoned artefact";
    private static final List<String> STARTS = List.of(INTERNET, NOTEBOOK_USER, POISONED);

    private static final String OVER_THE_NETWORK = "T1210";

    /** Whoever is let in runs code there. */
    private static final Set<String> RUNS_CODE = Set.of(
            "notebook",
            "notebook-hub",
            "compute-cluster",
            "compute-job",
            "pipeline-engine",
            "code-sandbox",
            "delivery",
            "ci-runner",
            "image-builder",
            "trainer");

    /** Whoever is let in reads and replaces what it holds. */
    private static final Set<String> STORES = Set.of(
            "model-registry",
            "experiment-tracker",
            "object-store",
            "artifact-store",
            "database",
            "vector-store",
            "feature-store",
            "cache",
            "kv-cache",
            "metadata-store",
            "message-broker",
            "labeling-tool",
            "secret-store");

    private static final Set<String> SERVES =
            Set.of("inference-endpoint", "ai-gateway", "agent", "retriever", "embedding-service");
    private static final Set<String> TAKES = Set.of("reads", "loads", "mounts");

    private final World world;
    private final Conditions conditions;
    private final RightFunctions rights;
    private final NetworkFunctions network;
    private final DeclaredWays declared;
    private final Reach reach;
    private final AttackGraph graph = new AttackGraph();
    private final List<Act> acts = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();
    private final Map<String, Integer> fixNumbers = new HashMap<>();
    private final int assets;
    private final Map<String, Integer> hubs = new HashMap<>();

    /**
     * What a step of the graph means; a mere connection has no technique. What shows it is looked up for the few steps that somebody reads.
     *
     * @param to the asset that is got at; below 0 when the step leads to a place from which several can be
     */
    private record Act(int to, String technique, BiFunction<Integer, Integer, String> statement, Shown shown) {
        static final Act NONE = new Act(-1, "", (from, to) -> "", (from, to) -> List.of());

        static Act reaches(int to) {
            return new Act(to, "", (from, target) -> "", (from, target) -> List.of());
        }
    }

    /** What shows that an attacker gets from one asset to another. */
    @FunctionalInterface
    private interface Shown {
        List<Evidence> of(int from, int to);
    }

    private AttackSteps(Conditions conditions) {
        this.world = conditions.world().apart();
        this.conditions = conditions;
        this.rights = conditions.rights();
        this.reach = conditions.reach();
        this.network = conditions.network();
        this.declared = new DeclaredWays(world.platform());
        this.assets = world.platform().assets().size();
    }

    static AttackSteps of(Conditions conditions) {
        var steps = new AttackSteps(conditions);
        List<Integer> open = steps.open();
        steps.begin(open);
        steps.overTheNetwork(open);
        for (int asset = 0; asset < steps.assets; asset++) {
            steps.from(asset);
        }
        steps.rightsLeadOn();
        return steps;
    }

    boolean hasPods(int asset) {
        return reach.hasPods(asset);
    }

    /** Whether it runs, as its pods or people tell. */
    boolean isThere(int asset) {
        return hasPods(asset) || DeclaredWays.isDeclared(asset(asset));
    }

    AttackGraph graph() {
        return graph;
    }

    BitSet starts() {
        var starts = new BitSet();
        for (int i = 0; i < STARTS.size(); i++) {
            starts.set(start(STARTS.get(i)));
        }
        return starts;
    }

    private int start(String name) {
        return STATES * assets + STARTS.indexOf(name);
    }

    /** A place that many lead to and that leads to many, so that not each leads to each. */
    private int hub(String name) {
        return hubs.computeIfAbsent(name, key -> STATES * assets + STARTS.size() + hubs.size());
    }

    private static int node(int asset, int state) {
        return STATES * asset + state;
    }

    BitSet goals(int asset) {
        var goals = new BitSet();
        goals.set(node(asset, READ), node(asset, CONTROLLED) + 1);
        return goals;
    }

    int[] weights() {
        return fixes.stream().mapToInt(Fix::effort).toArray();
    }

    Fix fix(int number) {
        return fixes.get(number);
    }

    /** Workloads that let everybody in who reaches them, as a check found. */
    private List<Integer> open() {
        var open = new ArrayList<Integer>();
        for (int asset = 0; asset < assets; asset++) {
            String role = role(asset);
            boolean matters = RUNS_CODE.contains(role) || STORES.contains(role) || SERVES.contains(role);
            if (matters && isThere(asset) && lacks(asset, "C-AUTHN")) {
                open.add(asset);
            }
        }
        return open;
    }

    private boolean lacks(int asset, String control) {
        return conditions.checks().isMissing(world.thing(asset), control);
    }

    private boolean fails(int asset, String check) {
        return conditions.checks().isFailed(world.thing(asset), check);
    }

    private String role(int asset) {
        return asset(asset).classification().role();
    }

    private Asset asset(int asset) {
        return world.platform().asset(asset);
    }

    private void begin(List<Integer> open) {
        for (int asset : open) {
            if (isExposed(asset)) {
                letIn(
                        start(INTERNET),
                        asset,
                        "T1190",
                        (from, to) -> network.entrance(world, to),
                        fix(Fixes.Kind.CLOSE, asset));
            }
        }
        for (int asset = 0; asset < assets; asset++) {
            if (!hasPods(asset)) {
                continue;
            }
            if (role(asset).equals("notebook")) {
                add(start(NOTEBOOK_USER), node(asset, CONTROLLED), 0, Act.reaches(asset), List.of());
            }
            poisoned(asset, "BL-AR-008", CONTROLLED, "AML.T0010.003", "runs code that comes with the model it loads");
            poisoned(asset, "BL-AR-007", CHANGED, "AML.T0010.003", "loads a model that its publisher may replace");
            poisoned(asset, "BL-WL-019", CONTROLLED, "AML.T0010.004", "runs an image whose tag moves");
        }
    }

    private boolean isExposed(int asset) {
        return world.property(world.thing(asset), "exposure").orElse("").equals("outside");
    }

    private void poisoned(int asset, String check, int state, String technique, String statement) {
        if (fails(asset, check)) {
            add(
                    start(POISONED),
                    node(asset, state),
                    1,
                    new Act(asset, technique, (from, to) -> asset(to).name() + " " + statement, (from, to) -> {
                        world.begin();
                        fails(to, check);
                        return world.trace();
                    }),
                    List.of(number(world.fixes().pass(check, asset))));
        }
    }

    /** Whoever opens a connection to one of these is let in; who can is asked when the way there is looked for. */
    private void overTheNetwork(List<Integer> open) {
        for (int receiver : open) {
            asDeclared(receiver);
            for (int of : reach.classesOf(receiver)) {
                int into = hub("into " + of);
                graph.later(into, () -> senders(of, receiver, into));
                letIn(
                        into,
                        receiver,
                        OVER_THE_NETWORK,
                        (from, to) -> reach.between(world, from, to).evidence().get(),
                        fix(Fixes.Kind.ISOLATE, receiver));
            }
        }
    }

    /** Over the links that people declared, and from outside where one leads there. */
    private void asDeclared(int receiver) {
        declared.linksInto(world.thing(receiver)).forEach(link -> {
            boolean isOutside = DeclaredWays.isOutside(world.thing(link.from()));
            letIn(
                    isOutside ? start(INTERNET) : node(link.from(), CONTROLLED),
                    receiver,
                    isOutside ? "T1190" : OVER_THE_NETWORK,
                    (from, to) -> List.of(LinkFunctions.evidence(world, link)),
                    fix(isOutside ? Fixes.Kind.CLOSE : Fixes.Kind.ISOLATE, receiver));
        });
    }

    private void senders(int of, int receiver, int into) {
        reach.sendersOf(of).stream().forEach(number -> {
            int sender = reach.members(number).getFirst().asset();
            if (reach.isCertain(sender, receiver)) {
                int out = hub("out of " + number);
                graph.later(
                        out,
                        () -> reach.members(number)
                                .forEach(member -> add(
                                        node(member.asset(), CONTROLLED),
                                        out,
                                        0,
                                        Act.reaches(member.asset()),
                                        List.of())));
                add(out, into, 0, Act.NONE, List.of());
            }
        });
    }

    private void letIn(int from, int asset, String technique, Shown way, int alternative) {
        String role = role(asset);
        Shown shown = (held, to) -> {
            var evidence = new ArrayList<>(way.of(held, to));
            world.begin();
            lacks(to, "C-AUTHN");
            evidence.addAll(world.trace());
            return evidence;
        };
        List<Integer> cures = List.of(alternative, fix(Fixes.Kind.AUTHENTICATE, asset));
        String open = asset(asset).name() + " lets in whoever reaches it";
        if (RUNS_CODE.contains(role)) {
            add(
                    from,
                    node(asset, CONTROLLED),
                    1,
                    new Act(asset, technique, (held, to) -> open + " and runs their code", shown),
                    cures);
            return;
        }
        add(from, node(asset, READ), 1, new Act(asset, technique, (held, to) -> open, shown), cures);
        if (STORES.contains(role)) {
            add(
                    from,
                    node(asset, CHANGED),
                    1,
                    new Act(asset, technique, (held, to) -> open + " and takes what they write", shown),
                    cures);
        }
    }

    /** What follows from holding this asset. */
    private void from(int asset) {
        for (Link link : world.platform().linksFrom(asset)) {
            Shown shown = (from, to) -> List.of(LinkFunctions.evidence(world, link));
            String words = asset(asset).name() + " " + link.kind() + " "
                    + asset(link.to()).name();
            if (TAKES.contains(link.kind())) {
                add(
                        node(asset, CONTROLLED),
                        node(link.to(), READ),
                        1,
                        new Act(link.to(), "T1530", (from, to) -> words, shown),
                        List.of());
                if (!link.kind().equals("mounts")) {
                    poisons(link, shown);
                }
            }
            if (link.kind().equals("writes")) {
                for (int state : List.of(CHANGED, CONTROLLED)) {
                    add(
                            node(asset, state),
                            node(link.to(), CHANGED),
                            1,
                            new Act(link.to(), "AML.T0020", (from, to) -> words, shown),
                            List.of());
                }
            }
        }
        if (hasPods(asset)) {
            byRights(asset);
            ontoTheNode(asset);
        }
    }

    /** Who loads what was changed does what the attacker wants. */
    private void poisons(Link link, Shown shown) {
        int loader = link.from();
        String words = asset(loader).name() + " takes what it gets from "
                + asset(link.to()).name();
        int signed = fix(Fixes.Kind.VERIFY, loader);
        for (int state : List.of(CHANGED, CONTROLLED)) {
            add(
                    node(link.to(), state),
                    node(loader, CHANGED),
                    1,
                    new Act(loader, "AML.T0018", (from, to) -> words, shown),
                    List.of(signed));
        }
    }

    private void byRights(int asset) {
        Optional<RightFunctions.Held> exec = rights.held(world, asset, "pods/exec", "create");
        Optional<RightFunctions.Held> create = rights.held(world, asset, "pods", "create");
        exec.or(() -> create).ifPresent(held -> byRight(asset, "pods of ", exec.isPresent() ? "T1609" : "T1610", held));
        rights.held(world, asset, "secrets", "get").ifPresent(held -> byRight(asset, "secrets of ", "T1552.007", held));
    }

    private void byRight(int asset, String what, String technique, RightFunctions.Held held) {
        add(
                node(asset, CONTROLLED),
                hub(what + held.scope()),
                1,
                new Act(
                        -1,
                        technique,
                        (from, to) -> held.evidence().statement(),
                        (from, to) -> List.of(held.evidence())),
                List.of(fix(Fixes.Kind.RIGHTS, asset)));
    }

    /** What rights in a namespace, or over the whole cluster, lead to. */
    private void rightsLeadOn() {
        for (int asset = 0; asset < assets; asset++) {
            for (String scope : List.of("*", asset(asset).namespace())) {
                if (hasPods(asset)) {
                    add(hub("pods of " + scope), node(asset, CONTROLLED), 0, Act.reaches(asset), List.of());
                }
                if (role(asset).equals("secret")) {
                    add(hub("secrets of " + scope), node(asset, READ), 0, Act.reaches(asset), List.of());
                }
            }
            for (Link pool : world.platform().linksFrom(asset)) {
                if (pool.kind().equals("runs-on")) {
                    add(hub("nodes of " + pool.to()), node(asset, CONTROLLED), 0, Act.reaches(asset), List.of());
                    add(
                            hub("nodes of " + pool.to()),
                            node(pool.to(), CONTROLLED),
                            0,
                            Act.reaches(pool.to()),
                            List.of());
                }
            }
        }
    }

    /** Whoever owns a node owns what else runs on nodes of that sort. */
    private void ontoTheNode(int asset) {
        if (!conditions.checks().isPrivilegedForSure(world.thing(asset))) {
            return;
        }
        int restricted = fix(Fixes.Kind.RESTRICT, asset);
        for (Link pool : world.platform().linksFrom(asset)) {
            if (pool.kind().equals("runs-on")) {
                add(
                        node(asset, CONTROLLED),
                        hub("nodes of " + pool.to()),
                        1,
                        new Act(
                                -1,
                                "T1611",
                                (from, to) -> asset(from).name() + " can take over its node, on which "
                                        + asset(to).name() + " may run",
                                (from, to) -> {
                                    world.begin();
                                    conditions.checks().isPrivilegedForSure(world.thing(from));
                                    return world.trace();
                                }),
                        List.of(restricted));
            }
        }
    }

    private int fix(Fixes.Kind kind, int asset) {
        return number(world.fixes().fix(kind, asset));
    }

    private int number(Fix fix) {
        return fixNumbers.computeIfAbsent(fix.id(), key -> {
            fixes.add(fix);
            return fixes.size() - 1;
        });
    }

    private void add(int from, int to, int length, Act act, List<Integer> cures) {
        graph.add(from, to, length, cures.stream().sorted().distinct().toList());
        acts.add(act);
    }

    /** A way through the graph as an attacker's path. */
    AttackPath path(List<Integer> way) {
        AttackGraph.Step first = graph.step(way.getFirst());
        var steps = new ArrayList<Step>();
        int held = -1;
        int pending = -1;
        for (int number : way) {
            Act act = acts.get(number);
            if (!act.technique().isEmpty()) {
                pending = number;
            }
            if (act.to() < 0) {
                continue;
            }
            if (pending >= 0) {
                steps.add(step(pending, held, act.to()));
                pending = -1;
            }
            held = act.to();
        }
        int last = graph.step(way.getLast()).to() % STATES;
        return new AttackPath(STARTS.get(first.from() - STATES * assets), GOALS.get(last), steps);
    }

    private Step step(int number, int held, int to) {
        Act act = acts.get(number);
        return new Step(
                held < 0 ? "" : asset(held).id(),
                asset(to).id(),
                act.technique(),
                act.statement().apply(held, to),
                graph.step(number).fixes().stream()
                        .map(fix -> fixes.get(fix).id())
                        .toList(),
                act.shown().of(held, to));
    }
}
