package dev.bartizan.snapshot;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.DecisionTable;
import dev.bartizan.graph.DecisionTable.Run;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Plane;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.PortRange;
import dev.bartizan.graph.Question;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.ReachabilityFacts.PeerClass;
import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Answer;
import dev.bartizan.graph.SafeguardFacts.Catalogue;
import dev.bartizan.graph.SafeguardFacts.Cell;
import dev.bartizan.graph.SafeguardFacts.Counterpart;
import dev.bartizan.graph.SafeguardFacts.Coverage;
import dev.bartizan.graph.SafeguardFacts.Defence;
import dev.bartizan.graph.SafeguardFacts.Ground;
import dev.bartizan.graph.SafeguardFacts.Guard;
import dev.bartizan.graph.SafeguardFacts.Party;
import dev.bartizan.graph.SafeguardFacts.PatternResult;
import dev.bartizan.graph.SafeguardFacts.Phase;
import dev.bartizan.graph.SafeguardFacts.Place;
import dev.bartizan.graph.SafeguardFacts.Proof;
import dev.bartizan.graph.SafeguardFacts.Requirement;
import dev.bartizan.graph.SafeguardFacts.Responsibility;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.SafeguardFacts.Standing;
import dev.bartizan.graph.SafeguardFacts.State;
import dev.bartizan.graph.SafeguardFacts.Strength;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.graph.Transport;
import dev.bartizan.graph.Trees;
import dev.bartizan.graph.Truth;
import dev.bartizan.graph.Way;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.time.LocalDate;
import java.time.Period;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A small platform that uses every field of the layout, and none twice the same way. */
final class ExampleSnapshot {
    static final String TRAINER = "k8s:-/batch/Job/ml-training/finetune";
    static final String CLAIM = "k8s:-/core/PersistentVolumeClaim/ml-training/weights";
    static final String ACCOUNT = "k8s:-/core/ServiceAccount/ml-training/trainer";
    static final String NODES = "k8s:-/rbac.authorization.k8s.io/ClusterRole/-/node-reader";
    static final String CLUSTER = "k8s:-/ray.io/RayCluster/ml-training/rollout";

    private static final String FILE = "team a/trainer.yaml";

    private ExampleSnapshot() {}

    static Snapshot complete() {
        return ofTheThirdLayout()
                .with(threats())
                .with(incidents())
                .with(safeguards())
                .with(ExampleRisks.facts())
                .with(readiness());
    }

    /** What the third layout could hold. */
    static Snapshot ofTheThirdLayout() {
        var incidents = new IncidentFacts(incidents().incidents().stream()
                .map(ExampleSnapshot::withoutCut)
                .toList());
        return ofTheSecondLayout().with(withoutCures(threats())).with(incidents).with(attackPaths());
    }

    private static ThreatFacts withoutCures(ThreatFacts facts) {
        return new ThreatFacts(
                facts.results(),
                facts.scenarios().stream().map(ExampleSnapshot::withoutCures).toList(),
                facts.questions(),
                List.of());
    }

    private static ThreatScenario withoutCures(ThreatScenario scenario) {
        return new ThreatScenario(
                scenario.id(),
                scenario.threat(),
                scenario.title(),
                scenario.layer(),
                scenario.patterns(),
                scenario.stride(),
                scenario.severity(),
                scenario.severityReason(),
                scenario.truth(),
                scenario.zones(),
                scenario.story(),
                scenario.places().stream()
                        .map(place -> new ThreatScenario.Place(
                                place.asset(),
                                place.statement(),
                                place.truth(),
                                place.evidence(),
                                ThreatScenario.Cures.NONE))
                        .toList(),
                scenario.missing(),
                scenario.controls(),
                scenario.references());
    }

    private static IncidentFacts.Replay withoutCut(IncidentFacts.Replay replay) {
        return new IncidentFacts.Replay(
                replay.id(),
                replay.title(),
                replay.date(),
                replay.patterns(),
                replay.identifiers(),
                replay.story(),
                replay.affected(),
                replay.outcome(),
                replay.steps(),
                replay.asset(),
                replay.others(),
                Optional.empty(),
                replay.sources());
    }

    /** What the second layout could hold. */
    static Snapshot ofTheSecondLayout() {
        return read().with(connectivity()).with(controls());
    }

    /** What the first layout could hold. */
    static Snapshot ofTheFirstLayout() {
        return read().with(controls());
    }

    /** Before the baseline ran. */
    static Snapshot read() {
        return Snapshot.of(input(), platform(), Trees.NONE, problems());
    }

    static Input input() {
        return new Input(
                LocalDate.of(2026, 11, 21),
                new TreeMap<>(Map.of("read", 3, "binary", 1)),
                new TreeMap<>(Map.of("object", 5, "helm-template", 1)),
                List.of(new Input.SetAside(
                        "helm-template", "render first: helm template .", new Location("chart/job.yaml", 12, 3, ""))));
    }

    static Platform platform() {
        var assets = List.of(
                new Asset(
                        TRAINER,
                        "Job",
                        "batch",
                        "v1",
                        "ml-training",
                        "finetune",
                        "training",
                        new Classification(
                                "trainer",
                                Optional.of(Layer.PIPELINE),
                                Optional.of(Plane.CONTROL),
                                Optional.of("pytorch"),
                                "the image pytorch/pytorch"),
                        List.of(place(1, ""), new Location("overlays/prod.yaml", 7, 1, ""))),
                asset(CLAIM, "PersistentVolumeClaim", "core", "ml-training", "weights", 30),
                asset(ACCOUNT, "ServiceAccount", "core", "ml-training", "trainer", 40),
                new Asset(
                        CLUSTER,
                        "RayCluster",
                        "ray.io",
                        "v1",
                        "ml-training",
                        "rollout",
                        "ml-training",
                        new Classification(
                                "trainer",
                                Optional.of(Layer.MODEL),
                                Optional.empty(),
                                Optional.of("ray"),
                                "the kind RayCluster"),
                        List.of(place(50, ""))),
                asset(NODES, "ClusterRole", "rbac.authorization.k8s.io", "-", "node-reader", 60));
        var links = List.of(
                new Link(0, 1, "mounts", place(20, "/spec/template/spec/volumes/0/persistentVolumeClaim/claimName")),
                new Link(0, 2, "runs-as", place(14, "/spec/template/spec/serviceAccountName")),
                new Link(2, 4, "may-do", place(70, "/subjects/0")));
        var properties = new TreeMap<>(Map.of(
                "classification",
                new TreeMap<>(Map.of(1, "secret", 3, "internal")),
                "owner",
                new TreeMap<>(Map.of(0, "team-a"))));
        return new Platform(
                "Example",
                assets,
                links,
                new TreeMap<>(properties),
                new Completeness(false, new TreeSet<>(List.of("ml-training", "ml-serving"))));
    }

    static List<Problem> problems() {
        return List.of(
                Problem.warning(
                        "yaml-duplicate-key",
                        "the key `image` stands twice",
                        "remove one",
                        new Location("b.yaml", 3, 9, "/spec")),
                Problem.error("yaml-syntax", "a mapping was expected", "", new Location("c.yaml", 1, 2, "")),
                new Problem("nothing-declared", Problem.Level.NOTICE, "no bartizan.yaml", "add one", Optional.empty()));
    }

    /** The trainer may reach the head of the Ray cluster, and perhaps what is outside; nobody reaches the trainer. */
    static ReachabilityFacts connectivity() {
        var all = List.of(new PortRange(Transport.TCP, 1, 65_535), new PortRange(Transport.UDP, 1, 65_535));
        var policy = "k8s:-/networking.k8s.io/NetworkPolicy/ml-training/deny";
        var open = new Way(all, Way.Verdict.ALLOWED, List.of(new Way.Step("", "no policy says anything", noPlace())));
        var deny = new Way(
                all,
                Way.Verdict.DENIED,
                List.of(new Way.Step(policy, "deny isolates the pod", Optional.of(place(80, "/spec")))));
        var perhaps = new Way(
                List.of(new PortRange(Transport.SCTP, 80, 80)),
                Way.Verdict.DEPENDS,
                List.of(new Way.Step(policy, "deny allows it by rule 1 if", Optional.of(place(81, "/spec/egress/0")))));
        return new ReachabilityFacts(
                        new ReachabilityFacts.Basis(
                                "kubernetes", "Enforced by nobody.", 1, List.of("Not evaluated: 1 thing.")),
                        List.of(
                                new PeerClass(List.of(new PeerClass.Member(0, "")), ""),
                                new PeerClass(List.of(new PeerClass.Member(3, "/headGroupSpec")), ""),
                                new PeerClass(List.of(), "0.0.0.0-255.255.255.255")),
                        table(
                                new int[] {0, 1, 1},
                                List.of(
                                        List.of(new Run(1, List.of(open)), new Run(2, List.of(perhaps, deny))),
                                        List.of(new Run(2, List.of(open))))),
                        table(
                                new int[] {0, 1, 1},
                                List.of(List.of(new Run(2, List.of(deny))), List.of(new Run(2, List.of(open))))))
                .withLint(List.of(unneeded()))
                .withIntents(List.of(intent()));
    }

    private static Finding unneeded() {
        var location = place(81, "/spec/ingress/0");
        String id = "0123456789abcdef0123456789abcdef";
        String asset = "k8s:-/networking.k8s.io/NetworkPolicy/ml-training/deny";
        return new Finding(
                id,
                "lint-redundant-rule",
                "A rule changes no answer",
                Severity.LOW,
                "low",
                Truth.CONFIRMED,
                Layer.INFRASTRUCTURE,
                asset,
                location,
                List.of(new Evidence("without it every answer is the same", location)),
                "Take the rule away.",
                List.of(),
                List.of(new Finding.Member(id, "lint-redundant-rule", Severity.LOW, asset, "", location, "")));
    }

    private static IntentResult intent() {
        var packet = new IntentResult.Example(
                "ml-training/train[Job]",
                "1.0.0.0-1.0.0.255[External]",
                "k8s:-/batch/Job/ml-training/train",
                "TCP 443",
                List.of(
                        new IntentResult.Step("egress: no policy says anything: allowed", noPlace()),
                        new IntentResult.Step("ingress: rule 1 allows it", Optional.of(place(81, "/spec/ingress/0")))));
        return new IntentResult(
                "no-way-out",
                "Nobody gets out",
                "Data would leave.",
                "deny",
                IntentResult.Verdict.BROKEN,
                5_000_000_000L,
                1,
                0,
                List.of(packet),
                List.of("'to' is wide"),
                List.of(new IntentResult.Breach(
                        "create a pod in ml-training", List.of("Group dev"), packet, place(3, "/subjects/0"))),
                place(7, "/network/intents/0"));
    }

    private static Optional<Location> noPlace() {
        return Optional.empty();
    }

    private static DecisionTable table(int[] rowOfClass, List<List<Run>> rows) {
        return new DecisionTable(rowOfClass, rows.size(), row -> Optional.of(rows.get(row)));
    }

    static ThreatFacts threats() {
        var place = new Location("serving/vllm.yaml", 40, 9, "/spec");
        var open = new Truth.Undecided(new TreeSet<>(List.of("task of vllm")));
        return new ThreatFacts(
                List.of(new ThreatFacts.Result("TH-M19", "Anyone can use the model server", Layer.MODEL, 1, 2, 1)),
                List.of(
                        scenario("0b", Truth.CONFIRMED, List.of(new Evidence("no key is asked for", place))),
                        scenario("0c", open, List.of(new Evidence("Deployment vllm", place)))),
                List.of(new Question(
                        "answer-task",
                        "namespace/serving",
                        "What is the model asked to do? (vllm)",
                        "answers: []",
                        List.of("0c".repeat(16)))),
                List.of(new AttackPathFacts.Fix(
                        "isolate k8s:-/apps/Deployment/serving/vllm",
                        "Let only those who need it reach vllm",
                        "k8s:-/apps/Deployment/serving/vllm",
                        2)),
                List.of(new ThreatFacts.Decision(
                        "TH-M19", List.of("serving"), "accept", "rare", "serving team", "2027-01-31", place)));
    }

    private static ThreatScenario scenario(String id, Truth truth, List<Evidence> evidence) {
        return new ThreatScenario(
                id.repeat(16),
                "TH-M19",
                "Anyone can use the model server",
                Layer.MODEL,
                List.of("theft"),
                List.of("spoofing"),
                Severity.HIGH,
                "high",
                truth,
                List.of("serving"),
                "An open server gives full use.",
                List.of(new ThreatScenario.Place(
                        "k8s:-/apps/Deployment/serving/vllm",
                        "vllm answers whoever reaches it",
                        truth,
                        evidence,
                        truth.isConfirmed()
                                ? new ThreatScenario.Cures(
                                        List.of(),
                                        List.of(
                                                "isolate k8s:-/apps/Deployment/serving/vllm",
                                                "pass BL-SV-001 k8s:-/apps/Deployment/serving/vllm"))
                                : ThreatScenario.Cures.NONE)),
                List.of("C-AUTHN"),
                List.of("C-AUTHN", "C-NETSEG"),
                List.of("AML.T0040", "CWE-306"));
    }

    static AttackPathFacts attackPaths() {
        var place = new Location("serving/vllm.yaml", 40, 9, "/spec");
        var fix = new AttackPathFacts.Fix(
                "isolate k8s:-/apps/Deployment/ml-registry/mlflow",
                "Let only those who need it reach mlflow",
                "k8s:-/apps/Deployment/ml-registry/mlflow",
                2);
        var step = new AttackPathFacts.Step(
                "",
                "k8s:-/apps/Deployment/ml-registry/mlflow",
                "T1190",
                "mlflow lets in whoever reaches it",
                List.of(fix.id()),
                List.of(new Evidence("no sign-in", place)));
        return new AttackPathFacts(
                List.of(new AttackPathFacts.Jewel(
                        "k8s:-/apps/Deployment/ml-registry/mlflow",
                        "its owner gave it value 3",
                        List.of(new AttackPathFacts.AttackPath("internet", "reads it", List.of(step))),
                        List.of(fix),
                        true,
                        false)),
                List.of(fix),
                true,
                List.of("Only steps that are certain count."));
    }

    static SafeguardFacts safeguards() {
        var evidence = List.of(new Evidence("BL-WL-001: securityContext.privileged is true", place(20, "/spec")));
        var secrets = new Safeguard(
                "C-SECRETS",
                "Keep secrets in a store",
                Phase.PREVENT,
                Ground.WORKLOAD,
                List.of("BL-SE-001"),
                List.of(
                        new Counterpart(Catalogue.NIST_800_53, "IA-5(7)", Strength.EXACT),
                        new Counterpart(Catalogue.ATLAS, "AML.M0012", Strength.RELATED)),
                new Coverage(5, set(0, 1), set(2), set(3)),
                List.of(
                        new Proof(State.REFUTED, "BL-SE-001", 1, evidence),
                        new Proof(State.EVIDENCED, "attestation", 2, List.of())),
                List.of(new Cell("TH-P07", 2, 1, 0, 1)));
        var rehearsed = new Safeguard(
                "C-IRP",
                "Rehearse the response",
                Phase.RESPOND,
                Ground.ORGANISATION,
                List.of(),
                List.of(),
                new Coverage(5, set(), set(), set(0)),
                List.of(),
                List.of());
        return new SafeguardFacts(
                List.of(rehearsed, secrets),
                List.of(
                        new Responsibility(
                                Optional.of(Layer.MODEL),
                                "C-SECRETS",
                                Party.ML_TEAM,
                                List.of("forecasting"),
                                2,
                                1,
                                0,
                                "runs in a team's namespace: ml-training",
                                Optional.empty()),
                        new Responsibility(
                                Optional.empty(),
                                "C-SECRETS",
                                Party.PROVIDER,
                                List.of(),
                                0,
                                0,
                                1,
                                "declared",
                                Optional.of(new Location("bartizan.yaml", 9, 5, "/responsibilities/0")))),
                List.of(new PatternResult(
                        "PT-GITOPS",
                        "Delivery as the only writer",
                        Layer.PIPELINE,
                        "What runs is what the repository says.",
                        List.of("Somebody always needs a change tonight."),
                        List.of(new Requirement("Nobody else writes", "C-SOD", "Take the rights away.")),
                        List.of(
                                new Place(
                                        "namespace/ml-training",
                                        Standing.VIOLATES,
                                        List.of(TRAINER, CLUSTER),
                                        List.of(new Answer(Truth.REFUTED, evidence)),
                                        List.of()),
                                new Place(
                                        "cluster",
                                        Standing.UNDECIDED,
                                        List.of(NODES),
                                        List.of(new Answer(Truth.undecided("which rights it has"), List.of())),
                                        List.of()),
                                new Place(
                                        "cluster",
                                        Standing.UNDECIDED,
                                        List.of(CLAIM),
                                        List.of(),
                                        List.of("who else uses it"))))),
                List.of(new Defence(
                        TRAINER,
                        "its owner gave it value 3",
                        List.of(
                                new Guard("C-SECRETS", Phase.PREVENT, State.REFUTED, List.of("TH-P07"), evidence, ""),
                                new Guard(
                                        "C-IRP",
                                        Phase.RESPOND,
                                        State.OPEN,
                                        List.of(),
                                        List.of(),
                                        "whether the trainer has C-IRP")))));
    }

    static IncidentFacts incidents() {
        var place = new Location("serving/vllm.yaml", 40, 9, "/spec");
        var open = new Truth.Undecided(new TreeSet<>(List.of("who exposes it")));
        return new IncidentFacts(List.of(
                new IncidentFacts.Replay(
                        "shadowray",
                        "ShadowRay",
                        "2024-03",
                        List.of("theft"),
                        List.of("CVE-2023-48022"),
                        "Jobs were sent to open dashboards.",
                        "Ray",
                        IncidentFacts.Outcome.STOPPED,
                        List.of(
                                new IncidentFacts.Step(
                                        "It is open",
                                        "AML.T0049",
                                        Truth.CONFIRMED,
                                        "C-AUTHN",
                                        List.of(new Evidence("no token", place))),
                                new IncidentFacts.Step("It is reached", "", open, "", List.of()),
                                new IncidentFacts.Step(
                                        "Loot leaves", "AML.T0025", Truth.REFUTED, "C-EGRESS", List.of())),
                        "k8s:-/ray.io/RayCluster/training/forecast",
                        2,
                        Optional.of(new IncidentFacts.Cut(1, "C-AUTHN", "Ask for a token.", 2)),
                        List.of("https://nvd.nist.gov/vuln/detail/CVE-2023-48022")),
                new IncidentFacts.Replay(
                        "elsewhere",
                        "Elsewhere",
                        "2023-01",
                        List.of("theft"),
                        List.of(),
                        "It happened.",
                        "Nothing of ours",
                        IncidentFacts.Outcome.NOT_HERE,
                        List.of(),
                        "",
                        0,
                        Optional.empty(),
                        List.of("https://example.org"))));
    }

    static ControlFacts controls() {
        return new ControlFacts(
                checks(), List.of(privileged(), restricted(), quota()), List.of(question()), List.of(waiver()));
    }

    static List<CheckResult> checks() {
        return List.of(
                new CheckResult("BL-AA-001", "Nobody asks this", Severity.LOW, 5, set(), set(), set()),
                new CheckResult("BL-WL-001", "No privileged containers", Severity.HIGH, 5, set(3), set(0), set()),
                new CheckResult("BL-WL-009", "A root file system is read-only", Severity.LOW, 5, set(), set(0), set()),
                new CheckResult(
                        "BL-WL-010", "No token is mounted unasked", Severity.LOW, 5, set(1, 2, 4), set(0), set(3)));
    }

    static Finding privileged() {
        var at = place(18, "/spec/template/spec/containers/0/securityContext/privileged");
        return new Finding(
                "0f".repeat(16),
                "BL-WL-001",
                "A container runs privileged",
                Severity.CRITICAL,
                "high, raised by 1: exposed by Ingress web",
                Truth.CONFIRMED,
                Layer.PIPELINE,
                TRAINER,
                at,
                List.of(new Evidence("securityContext.privileged is true", at)),
                "Remove `privileged: true`.",
                List.of("CIS Kubernetes 5.2.2", "NIST SP 800-53 AC-6"),
                List.of(new Finding.Member(
                        "0f".repeat(16),
                        "BL-WL-001",
                        Severity.CRITICAL,
                        TRAINER,
                        "container/main",
                        at,
                        "securityContext.privileged is true")));
    }

    static Finding restricted() {
        return new Finding(
                "1e".repeat(16),
                "pod-security-restricted",
                "Pod Security Standard restricted is not met: 2 settings",
                Severity.LOW,
                "low",
                Truth.CONFIRMED,
                Layer.PIPELINE,
                TRAINER,
                place(16, "/spec/template/spec/containers/0"),
                List.of(),
                "Set what is missing.",
                List.of(),
                List.of(
                        member("1e01", "BL-WL-009", TRAINER, 16, "securityContext.readOnlyRootFilesystem is not set"),
                        member("1e02", "BL-WL-010", TRAINER, 15, "automountServiceAccountToken is not set")));
    }

    static Finding quota() {
        return new Finding(
                "2d".repeat(16),
                "BL-WL-010",
                "A token may be mounted unasked",
                Severity.LOW,
                "low",
                new Truth.Undecided(new TreeSet<>(List.of("account", "cluster"))),
                Layer.MODEL,
                CLUSTER,
                place(50, ""),
                List.of(new Evidence("no service account is named", place(50, "/spec/headGroupSpec"))),
                "Name an account.",
                List.of("NIST SP 800-53 AC-6"),
                List.of(member("2d01", "BL-WL-010", CLUSTER, 50, "no service account is named")));
    }

    static Finding.Member member(String id, String rule, String asset, int line, String statement) {
        return new Finding.Member(id.repeat(8), rule, Severity.LOW, asset, "", place(line, ""), statement);
    }

    private static Question question() {
        return new Question(
                "account",
                "namespace/ml-training",
                "Is the default account of ml-training in another repository?",
                "complete: [namespace/ml-training]",
                List.of("2d".repeat(16)));
    }

    private static Waiver waiver() {
        return new Waiver(
                "1e".repeat(16),
                "pod-security-restricted",
                TRAINER,
                "replaced in spring",
                "2027-03-31",
                "platform team");
    }

    private static Asset asset(String id, String kind, String group, String namespace, String name, int line) {
        return new Asset(
                id, kind, group, "v1", namespace, name, namespace, Classification.UNKNOWN, List.of(place(line, "")));
    }

    static Location place(int line, String pointer) {
        return new Location(FILE, line, 1 + line % 7, pointer);
    }

    private static BitSet set(int... assets) {
        var set = new BitSet();
        for (int asset : assets) {
            set.set(asset);
        }
        return set;
    }

    private static ReadinessFacts readiness() {
        var day = LocalDate.of(2026, 10, 1);
        var measured = new ReadinessFacts.Measurement(
                "coverage of C-SIGN",
                "at least 50 %",
                ReadinessFacts.Standing.OPEN,
                1,
                2,
                3,
                Optional.of(day),
                "2 of 3 are open");
        var unmeasured = new ReadinessFacts.Measurement(
                "somebody's word",
                "",
                ReadinessFacts.Standing.OPEN,
                0,
                0,
                0,
                Optional.empty(),
                "only a person can tell");
        var answer = new ReadinessFacts.Answer(
                "MODEL-1",
                "MODEL",
                "Are models signed?",
                10,
                Period.ofDays(7),
                ReadinessFacts.Provenance.ATTESTED,
                1,
                2,
                1,
                Optional.of(day),
                day.plusDays(7),
                List.of("a new way: a -> b tcp/80"),
                List.of(
                        new ReadinessFacts.Rung(1, "Sign one.", ReadinessFacts.Standing.HOLDS, List.of()),
                        new ReadinessFacts.Rung(
                                2, "Sign half.", ReadinessFacts.Standing.OPEN, List.of(measured, unmeasured))),
                List.of(new Evidence("ticket 7", new Location(FILE, 3, 1, "/readiness"))),
                List.of("Its review was missed once."),
                List.of("OWASP SAMM I-SD"));
        var levels = new TreeMap<String, Integer>();
        levels.put("MODEL-1", 1);
        var card = new ReadinessFacts.Scorecard(
                "", 5, 125, 40, List.of(new ReadinessFacts.DomainScore("MODEL", "Models", 12, 125, 40)), levels);
        var team = new ReadinessFacts.Scorecard("ml", 2, 0, 0, List.of(), new TreeMap<>());
        return new ReadinessFacts(
                "bartizan-readiness 1.0.0",
                day.plusDays(9),
                List.of(answer),
                card,
                List.of(team),
                List.of(new ReadinessFacts.Point(day, card)),
                List.of(new ReadinessFacts.Change(
                        ReadinessFacts.Change.Kind.NEW_CROSSING, "a -> b tcp/80", "a new way: a -> b tcp/80")),
                List.of("Detections are not measured."));
    }
}
