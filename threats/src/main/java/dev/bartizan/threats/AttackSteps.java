package dev.bartizan.threats;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.AttackPathFacts.AttackPath;
import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.AttackPathFacts.Step;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.PeerClass;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.threats.paths.AttackGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

    private static final Set<String> SERVES = Set.of("inference-endpoint", "ai-gateway", "agent", "retriever", "embedding-service");
    private static final Set<String> TAKES = Set.of("reads", "loads", "mounts");

    private final World world;
    private final Conditions conditions;
    private final RightFunctions rights;
    private final NetworkFunctions network;
    private final Reach reach;
    private final AttackGraph graph = new AttackGraph();
    private final List<Act> acts = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();
    private final Map<String, Integer> fixNumbers = new HashMap<>();
    private final int assets;

    /** What a step of the graph means; a mere connection has no technique. */
    private record Act(int from, int to, String technique, String statement, List<Evidence> evidence) {}

    private AttackSteps(Conditions conditions, Snapshot snapshot) {
        this.world = conditions.world();
        this.conditions = conditions;
        this.rights = new RightFunctions(snapshot.trees());
        this.reach = new Reach(snapshot.platform(), snapshot.connectivity());
        this.network = new NetworkFunctions(reach, List.of());
        this.assets = snapshot.platform().assets().size();
    }

    static AttackSteps of(Conditions conditions, Snapshot snapshot) {
        var steps = new AttackSteps(conditions, snapshot);
        List<Integer> open = steps.open();
        steps.begin(open);
        steps.overTheNetwork(open);
        for (int asset = 0; asset < steps.assets; asset++) {
            steps.from(asset);
        }
        return steps;
    }

    boolean hasPods(int asset) {
        return !reach.classesOf(asset).isEmpty();
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

    private int classNode(int number) {
        return STATES * assets + STARTS.size() + number;
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
            if (matters && !reach.classesOf(asset).isEmpty() && lacks(asset, "C-AUTHN")) {
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
                letIn(start(INTERNET), -1, asset, 1, "T1190", network.entrance(world, asset), expose(asset));
            }
        }
        for (int asset = 0; asset < assets; asset++) {
            if (reach.classesOf(asset).isEmpty()) {
                continue;
            }
            if (role(asset).equals("notebook")) {
                add(start(NOTEBOOK_USER), node(asset, CONTROLLED), 0, new Act(-1, asset, "", "", List.of()), List.of());
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
        world.begin();
        if (fails(asset, check)) {
            add(
                    start(POISONED),
                    node(asset, state),
                    1,
                    new Act(-1, asset, technique, asset(asset).name() + " " + statement, trace()),
                    List.of(fix("pass " + check, "Fix what " + check + " found on ", asset, 1)));
        }
    }

    /** What the check that was just asked had seen. */
    private List<Evidence> trace() {
        List<Evidence> trace = world.trace();
        world.begin();
        return trace;
    }

    /** Whoever opens a connection to one of these is let in. */
    private void overTheNetwork(List<Integer> open) {
        List<PeerClass> classes = reach.podClasses();
        for (int number = 0; number < classes.size(); number++) {
            for (PeerClass.Member member : classes.get(number).members()) {
                add(
                        node(member.asset(), CONTROLLED),
                        classNode(number),
                        0,
                        new Act(member.asset(), member.asset(), "", "", List.of()),
                        List.of());
            }
            for (int receiver : open) {
                Optional<Integer> sender = classes.get(number).members().stream()
                        .map(PeerClass.Member::asset)
                        .filter(asset -> asset != receiver)
                        .findFirst();
                Reach.Answer answer = sender.map(asset -> reach.between(world, asset, receiver))
                        .orElse(Reach.Answer.NO);
                if (answer.truth().isConfirmed()) {
                    letIn(
                            classNode(number),
                            sender.orElseThrow(),
                            receiver,
                            1,
                            OVER_THE_NETWORK,
                            answer.evidence(),
                            fix("isolate", "Let only those who need it reach ", receiver, 2));
                }
            }
        }
    }

    private int expose(int asset) {
        return fix("close", "Take away what opens it to the outside: ", asset, 2);
    }

    private void letIn(
            int from, int sender, int asset, int length, String technique, List<Evidence> way, int alternative) {
        String role = role(asset);
        world.begin();
        lacks(asset, "C-AUTHN");
        var evidence = new ArrayList<>(way);
        evidence.addAll(trace());
        List<Integer> cures = List.of(alternative, fix("authenticate", "Make callers sign in at ", asset, 3));
        String statement = asset(asset).name() + " lets in whoever reaches it";
        if (RUNS_CODE.contains(role)) {
            add(from, node(asset, CONTROLLED), length, new Act(sender, asset, technique, statement + " and runs their code", evidence), cures);
            return;
        }
        add(from, node(asset, READ), length, new Act(sender, asset, technique, statement, evidence), cures);
        if (STORES.contains(role)) {
            add(from, node(asset, CHANGED), length, new Act(sender, asset, technique, statement + " and takes what they write", evidence), cures);
        }
    }

    /** What follows from holding this asset. */
    private void from(int asset) {
        for (Link link : world.platform().linksFrom(asset)) {
            String to = asset(link.to()).name();
            List<Evidence> evidence = List.of(LinkFunctions.evidence(world, link));
            if (TAKES.contains(link.kind())) {
                add(
                        node(asset, CONTROLLED),
                        node(link.to(), READ),
                        1,
                        new Act(asset, link.to(), "T1530", asset(asset).name() + " " + link.kind() + " " + to, evidence),
                        List.of());
                if (!link.kind().equals("mounts")) {
                    poisons(link, evidence);
                }
            }
            if (link.kind().equals("writes")) {
                for (int state : List.of(CHANGED, CONTROLLED)) {
                    add(
                            node(asset, state),
                            node(link.to(), CHANGED),
                            1,
                            new Act(asset, link.to(), "AML.T0020", asset(asset).name() + " writes " + to, evidence),
                            List.of());
                }
            }
        }
        if (!reach.classesOf(asset).isEmpty()) {
            byRights(asset);
            ontoTheNode(asset);
        }
    }

    /** Who loads what was changed does what the attacker wants. */
    private void poisons(Link link, List<Evidence> evidence) {
        int loader = link.from();
        int signed = fix("verify", "Verify signatures of what is loaded by ", loader, 3);
        for (int state : List.of(CHANGED, CONTROLLED)) {
            add(
                    node(link.to(), state),
                    node(loader, CHANGED),
                    1,
                    new Act(
                            link.to(),
                            loader,
                            "AML.T0018",
                            asset(loader).name() + " takes what it gets from " + asset(link.to()).name(),
                            evidence),
                    List.of(signed));
        }
    }

    private void byRights(int asset) {
        Optional<RightFunctions.Held> exec = rights.held(world, asset, "pods/exec", "create");
        Optional<RightFunctions.Held> create = rights.held(world, asset, "pods", "create");
        Optional<RightFunctions.Held> any = exec.or(() -> create);
        Optional<RightFunctions.Held> secrets = rights.held(world, asset, "secrets", "get");
        for (int other = 0; other < assets && (any.isPresent() || secrets.isPresent()); other++) {
            int target = other;
            any.filter(held -> held.covers(asset(target).namespace()))
                    .filter(held -> target != asset && !reach.classesOf(target).isEmpty())
                    .ifPresent(held -> byRight(asset, target, CONTROLLED, exec.isPresent() ? "T1609" : "T1610", held));
            secrets.filter(held -> held.covers(asset(target).namespace()) && role(target).equals("secret"))
                    .ifPresent(held -> byRight(asset, target, READ, "T1552.007", held));
        }
    }

    private void byRight(int asset, int target, int state, String technique, RightFunctions.Held held) {
        add(
                node(asset, CONTROLLED),
                node(target, state),
                1,
                new Act(asset, target, technique, held.evidence().statement(), List.of(held.evidence())),
                List.of(fix("rights", "Take from its account the rights that it does not need: ", asset, 2)));
    }

    /** Whoever owns a node owns what else runs on nodes of that sort. */
    private void ontoTheNode(int asset) {
        world.begin();
        if (!conditions.checks().isPrivilegedForSure(world.thing(asset))) {
            return;
        }
        List<Evidence> evidence = trace();
        int restricted = fix("restrict", "Take away its privileges: ", asset, 2);
        for (Link pool : world.platform().linksFrom(asset)) {
            if (pool.kind().equals("runs-on")) {
                ontoNeighbours(asset, pool.to(), evidence, restricted);
            }
        }
    }

    private void ontoNeighbours(int asset, int pool, List<Evidence> evidence, int restricted) {
        var targets = new TreeSet<Integer>();
        targets.add(pool);
        world.platform().linksTo(pool).stream()
                .filter(link -> link.kind().equals("runs-on") && link.from() != asset)
                .forEach(link -> targets.add(link.from()));
        for (int target : targets) {
            add(
                    node(asset, CONTROLLED),
                    node(target, CONTROLLED),
                    1,
                    new Act(
                            asset,
                            target,
                            "T1611",
                            asset(asset).name() + " can take over its node, on which " + asset(target).name() + " may run",
                            evidence),
                    List.of(restricted));
        }
    }

    private int fix(String what, String title, int asset, int effort) {
        String id = what + " " + asset(asset).id();
        return fixNumbers.computeIfAbsent(id, key -> {
            fixes.add(new Fix(id, title + asset(asset).name(), asset(asset).id(), effort));
            return fixes.size() - 1;
        });
    }

    private void add(int from, int to, int length, Act act, List<Integer> cures) {
        var of = new BitSet();
        cures.forEach(of::set);
        graph.add(from, to, length, of);
        acts.add(act);
    }

    /** What was found for one of those that no policy tells apart, said of the one that is held. */
    private List<Evidence> ofHeld(int held, Act act) {
        var evidence = new ArrayList<>(act.evidence());
        evidence.set(
                0,
                new Evidence(
                        asset(held).name() + " of " + asset(held).zone() + " may open connections to "
                                + asset(act.to()).name(),
                        asset(held).location()));
        return evidence;
    }

    /** A way through the graph as an attacker's path. */
    AttackPath path(List<Integer> way) {
        AttackGraph.Step first = graph.step(way.getFirst());
        var steps = new ArrayList<Step>();
        int held = -1;
        for (int number : way) {
            Act act = acts.get(number);
            AttackGraph.Step step = graph.step(number);
            if (!act.technique().isEmpty()) {
                steps.add(new Step(
                        held < 0 ? "" : asset(held).id(),
                        asset(act.to()).id(),
                        act.technique(),
                        act.statement(),
                        step.fixes().stream().mapToObj(fix -> fixes.get(fix).id()).toList(),
                        held >= 0 && act.technique().equals(OVER_THE_NETWORK) ? ofHeld(held, act) : act.evidence()));
            }
            held = act.to();
        }
        int last = graph.step(way.getLast()).to() % STATES;
        return new AttackPath(STARTS.get(first.from() - STATES * assets), GOALS.get(last), steps);
    }
}
