package dev.bartizan.report.html;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Plane;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Question;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Trees;
import dev.bartizan.graph.Truth;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** An AI platform of any size for the tests of the report: namespaces of an ML team, again for each team, with findings on them. */
final class ExamplePlatform {
    private record Kind(
            String namespace, String kind, String group, String name, String role, Layer layer, Plane plane) {}

    private record Rule(String id, String title, Severity severity, Layer layer, String seen, String remedy) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "serving",
                    "InferenceService",
                    "serving.kserve.io",
                    "llm-chat",
                    "inference-endpoint",
                    Layer.MODEL,
                    Plane.DATA),
            new Kind("serving", "Deployment", "apps", "vllm-router", "ai-gateway", Layer.MODEL, Plane.DATA),
            new Kind(
                    "serving", "Deployment", "apps", "embedding-server", "inference-endpoint", Layer.MODEL, Plane.DATA),
            new Kind("serving", "Ingress", "networking.k8s.io", "public", "gateway", Layer.INFRASTRUCTURE, Plane.DATA),
            new Kind("training", "RayCluster", "ray.io", "trainer", "trainer", Layer.MODEL, Plane.DATA),
            new Kind(
                    "training",
                    "PyTorchJob",
                    "kubeflow.org",
                    "finetune-recommendation-model",
                    "trainer",
                    Layer.MODEL,
                    Plane.DATA),
            new Kind("training", "PersistentVolumeClaim", "core", "checkpoints", "model-store", Layer.DATA, Plane.DATA),
            new Kind("feature-store", "StatefulSet", "apps", "redis-online", "feature-store", Layer.DATA, Plane.DATA),
            new Kind(
                    "feature-store", "CronJob", "batch", "materialize", "feature-pipeline", Layer.PIPELINE, Plane.DATA),
            new Kind("registry", "Deployment", "apps", "mlflow", "model-registry", Layer.MODEL, Plane.CONTROL),
            new Kind("registry", "StatefulSet", "apps", "minio", "model-store", Layer.DATA, Plane.DATA),
            new Kind(
                    "pipelines",
                    "Deployment",
                    "apps",
                    "workflow-controller",
                    "orchestrator",
                    Layer.PIPELINE,
                    Plane.CONTROL),
            new Kind(
                    "pipelines",
                    "Workflow",
                    "argoproj.io",
                    "nightly-evaluation",
                    "pipeline",
                    Layer.PIPELINE,
                    Plane.CONTROL),
            new Kind("notebooks", "Notebook", "kubeflow.org", "explore-churn", "notebook", Layer.PIPELINE, Plane.DATA),
            new Kind(
                    "observability",
                    "StatefulSet",
                    "apps",
                    "prometheus",
                    "monitoring",
                    Layer.INFRASTRUCTURE,
                    Plane.MANAGEMENT),
            new Kind(
                    "observability",
                    "Deployment",
                    "apps",
                    "grafana",
                    "monitoring",
                    Layer.INFRASTRUCTURE,
                    Plane.MANAGEMENT),
            new Kind(
                    "gpu",
                    "DaemonSet",
                    "apps",
                    "device-plugin",
                    "accelerator-operator",
                    Layer.INFRASTRUCTURE,
                    Plane.MANAGEMENT));

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "BL-WL-001",
                    "Container runs privileged",
                    Severity.CRITICAL,
                    Layer.INFRASTRUCTURE,
                    "securityContext.privileged is true",
                    "Remove privileged; if a device is needed, ask for it through a device plugin resource."),
            new Rule(
                    "BL-ID-003",
                    "Role grants every verb on secrets",
                    Severity.HIGH,
                    Layer.INFRASTRUCTURE,
                    "verbs is [\"*\"] on secrets",
                    "List the verbs the workload needs, and the secrets by resourceNames."),
            new Rule(
                    "BL-SV-002",
                    "Inference endpoint without authentication is exposed",
                    Severity.HIGH,
                    Layer.MODEL,
                    "Ingress public routes to it, no auth argument is set",
                    "Put the gateway's authentication in front, or set an API key from a Secret."),
            new Rule(
                    "BL-AR-007",
                    "Model is loaded by a name that can change",
                    Severity.HIGH,
                    Layer.MODEL,
                    "storageUri names no revision",
                    "Pin the revision by its commit hash."),
            new Rule(
                    "BL-SE-001",
                    "Secret stands in an environment variable",
                    Severity.HIGH,
                    Layer.DATA,
                    "env AWS_SECRET_ACCESS_KEY holds a literal of 40 characters",
                    "Move it to a Secret and rotate it."),
            new Rule(
                    "BL-PL-004",
                    "Pipeline may write the model registry",
                    Severity.MEDIUM,
                    Layer.PIPELINE,
                    "runs as an account that may write",
                    "Separate the account that trains from the account that publishes."),
            new Rule(
                    "BL-WL-018",
                    "Image is named by a tag that moves",
                    Severity.MEDIUM,
                    Layer.PIPELINE,
                    "image ends in :latest",
                    "Name the image by digest."),
            new Rule(
                    "pod-security-restricted",
                    "Pod Security Standard “restricted” is not met",
                    Severity.LOW,
                    Layer.INFRASTRUCTURE,
                    "runAsNonRoot, seccompProfile, capabilities are not set",
                    "Set the security context that the standard asks for."),
            new Rule(
                    "BL-DT-001",
                    "Volume is not encrypted",
                    Severity.MEDIUM,
                    Layer.DATA,
                    "storage class says encrypted: false",
                    "Use a storage class that encrypts."),
            new Rule(
                    "BL-WL-021",
                    "No memory limit",
                    Severity.INFO,
                    Layer.INFRASTRUCTURE,
                    "resources.limits is absent",
                    "Set a limit."));

    private final Random random = new Random(11);
    private final TreeMap<String, Asset> assets = new TreeMap<>();
    private final List<String[]> wires = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final String decoration;
    private int teams;

    /** @param decoration appended to names, titles and all other texts, for hostile input */
    private ExamplePlatform(String decoration) {
        this.decoration = decoration;
    }

    static Snapshot of(int workloads) {
        return of(workloads, "");
    }

    static Snapshot of(int workloads, String decoration) {
        return new ExamplePlatform(decoration).build(workloads);
    }

    private Snapshot build(int workloads) {
        String registry = asset(
                "ext:huggingface.co",
                "Host",
                "",
                "-",
                "huggingface.co",
                "model-hub",
                Optional.of(Layer.MODEL),
                Optional.empty());
        for (int i = 0; i < workloads; i++) {
            team(i, registry);
        }
        List<Asset> sorted = List.copyOf(assets.values());
        var indexes = new TreeMap<String, Integer>();
        for (int i = 0; i < sorted.size(); i++) {
            indexes.put(sorted.get(i).id(), i);
        }
        List<Link> links = wires.stream()
                .filter(wire -> indexes.containsKey(wire[0]) && indexes.containsKey(wire[1]))
                .map(wire -> new Link(
                        indexes.getOrDefault(wire[0], 0), indexes.getOrDefault(wire[1], 0), wire[2], place(wire[0], 7)))
                .toList();
        var complete = new Completeness(false, new TreeSet<>(List.of("serving")));
        var platform = new Platform("reference platform" + decoration, sorted, links, new TreeMap<>(), complete);
        findings.sort(Comparator.comparing(Finding::severity)
                .reversed()
                .thenComparing(Finding::asset)
                .thenComparing(Finding::rule));
        return Snapshot.of(input(), platform, Trees.NONE, problems())
                .with(new ControlFacts(checks(sorted.size()), findings, questions(), waivers()));
    }

    private void team(int i, String registry) {
        Kind kind = KINDS.get(i % KINDS.size());
        teams = i / KINDS.size();
        String namespace = zone(kind.namespace());
        String id = workload(kind, teams < 4 ? "" : "-" + i);
        String account = asset(namespace, "core", "ServiceAccount", kind.name() + "-runner");
        wires.add(new String[] {id, account, "runs-as"});
        wires.add(new String[] {id, asset(namespace, "core", "ConfigMap", kind.name() + "-settings"), "mounts"});
        String service = asset(namespace, "core", "Service", kind.name());
        if (!kind.kind().equals("Ingress") && !kind.kind().equals("PersistentVolumeClaim")) {
            wires.add(new String[] {service, id, "exposes"});
        }
        connect(kind, id, registry);
        for (Rule rule : RULES) {
            if (random.nextInt(10) < (rule.severity() == Severity.LOW ? 6 : 1)) {
                finding(rule, id, random.nextInt(4) > 0);
            }
        }
        if (i % KINDS.size() == 0) {
            asset("-", "core", "Namespace", namespace);
            rollUp(namespace);
        }
    }

    private void connect(Kind kind, String id, String registry) {
        switch (kind.role()) {
            case "gateway" ->
                wires.add(new String[] {id, id("core", "Service", zone("serving"), "vllm-router"), "routes"});
            case "ai-gateway" -> {
                wires.add(new String[] {
                    id, id("serving.kserve.io", "InferenceService", zone("serving"), "llm-chat"), "calls"
                });
                wires.add(new String[] {id, id("core", "Service", zone("serving"), "embedding-server"), "calls"});
            }
            case "inference-endpoint" -> {
                wires.add(new String[] {id, registry, "pulls"});
                wires.add(new String[] {id, id("apps", "StatefulSet", zone("feature-store"), "redis-online"), "reads"});
            }
            case "trainer" -> {
                wires.add(
                        new String[] {id, id("core", "PersistentVolumeClaim", zone("training"), "checkpoints"), "mounts"
                        });
                wires.add(new String[] {id, id("core", "Service", zone("registry"), "minio"), "writes"});
            }
            case "pipeline" -> wires.add(new String[] {id, id("core", "Service", zone("registry"), "mlflow"), "calls"});
            case "monitoring" ->
                wires.add(new String[] {id, id("apps", "DaemonSet", zone("gpu"), "device-plugin"), "calls"});
            default -> {}
        }
    }

    private String zone(String name) {
        return (teams == 0 ? "" : "team-" + teams % 60 + "-") + name + decoration;
    }

    private static String id(String group, String kind, String namespace, String name) {
        return "k8s:-/" + group + "/" + kind + "/" + namespace + "/" + name;
    }

    private String workload(Kind kind, String suffix) {
        String namespace = zone(kind.namespace());
        String name = kind.name() + suffix + decoration;
        return asset(
                id(kind.group(), kind.kind(), namespace, name),
                kind.kind(),
                kind.group(),
                namespace,
                name,
                kind.role(),
                Optional.of(kind.layer()),
                Optional.of(kind.plane()));
    }

    private String asset(String namespace, String group, String kind, String name) {
        return asset(
                id(group, kind, namespace, name),
                kind,
                group,
                namespace,
                name,
                "unknown",
                Optional.empty(),
                Optional.empty());
    }

    private String asset(
            String id,
            String kind,
            String group,
            String namespace,
            String name,
            String role,
            Optional<Layer> layer,
            Optional<Plane> plane) {
        var classification = new Classification(
                role,
                layer,
                plane,
                Optional.empty(),
                role.equals("unknown")
                        ? "no signature matches"
                        : "kind " + kind + " and image match the signature" + decoration);
        assets.put(
                id,
                new Asset(id, kind, group, "v1", namespace, name, namespace, classification, List.of(place(id, 1))));
        return id;
    }

    private Location place(String id, int line) {
        String[] part = id.split("/", 5);
        String file = part.length < 5
                ? "bartizan.yaml"
                : part[3] + "/" + part[4] + "-" + part[2].toLowerCase(Locale.ROOT) + ".yaml";
        return new Location(file, line, 3, "/spec/template/spec/containers/0");
    }

    private void finding(Rule rule, String asset, boolean confirmed) {
        String id = String.format(Locale.ROOT, "%032x", findings.size() + 1);
        Location place = place(asset, 12 + random.nextInt(30));
        var member = new Finding.Member(
                id, rule.id(), rule.severity(), asset, "container/main", place, rule.seen() + decoration);
        findings.add(new Finding(
                id,
                rule.id(),
                rule.title() + decoration,
                rule.severity(),
                rule.severity().word() + ", as the check says" + decoration,
                confirmed ? Truth.CONFIRMED : Truth.undecided("policies-of-namespace"),
                rule.layer(),
                asset,
                place,
                List.of(new Evidence(rule.seen() + decoration, place)),
                rule.remedy() + decoration,
                List.of("NIST SP 800-53 AC-6", "OWASP LLM10"),
                List.of(member)));
    }

    private void rollUp(String namespace) {
        var members = new ArrayList<Finding.Member>();
        for (String id : assets.keySet()) {
            if (id.contains("/" + namespace + "/") && !id.contains("/core/")) {
                members.add(new Finding.Member(
                        "m" + findings.size() + "-" + members.size(),
                        "BL-WL-012",
                        Severity.LOW,
                        id,
                        "container/main",
                        place(id, 20),
                        "runAsNonRoot is not set" + decoration));
                members.add(new Finding.Member(
                        "n" + findings.size() + "-" + members.size(),
                        "BL-WL-013",
                        Severity.LOW,
                        id,
                        "container/main",
                        place(id, 21),
                        "seccompProfile is not set" + decoration));
            }
        }
        String id = String.format(Locale.ROOT, "%032x", findings.size() + 1);
        findings.add(new Finding(
                id,
                "pod-security-restricted",
                "Pod Security Standard “restricted” is not met by any workload of " + namespace,
                Severity.MEDIUM,
                "low, raised by 1: exposed by Ingress public" + decoration,
                Truth.CONFIRMED,
                Layer.INFRASTRUCTURE,
                id("core", "Namespace", "-", namespace),
                members.getFirst().location(),
                List.of(),
                "Label the namespace and fix its workloads." + decoration,
                List.of("PSS restricted"),
                members));
    }

    private List<CheckResult> checks(int assetCount) {
        return RULES.stream()
                .sorted(Comparator.comparing(Rule::id))
                .map(rule -> {
                    var passed = new BitSet();
                    var failed = new BitSet();
                    var undecided = new BitSet();
                    for (int i = 0; i < assetCount; i++) {
                        (i % 5 == 0 ? failed : i % 7 == 0 ? undecided : passed).set(i);
                    }
                    return new CheckResult(
                            rule.id(),
                            rule.title() + decoration,
                            rule.severity(),
                            assetCount,
                            passed,
                            failed,
                            undecided);
                })
                .toList();
    }

    private List<Question> questions() {
        List<String> open = findings.stream()
                .filter(finding -> !finding.truth().isConfirmed())
                .map(Finding::id)
                .toList();
        return List.of(new Question(
                "policies-of-namespace",
                "namespace/serving" + decoration,
                "Are the NetworkPolicies of serving kept in another repository?" + decoration,
                "complete:\n  namespaces: [serving]" + decoration,
                open));
    }

    private List<Waiver> waivers() {
        Finding accepted = findings.getLast();
        return List.of(new Waiver(
                accepted.id(),
                accepted.rule(),
                accepted.asset(),
                "batch nodes are single-tenant until the migration" + decoration,
                "2027-03-31",
                "platform team" + decoration));
    }

    private Input input() {
        var files = new TreeMap<String, Integer>();
        files.put("read", 48);
        files.put("ignored", 3);
        files.put("too-large", 1);
        var documents = new TreeMap<String, Integer>();
        documents.put("object", assets.size());
        documents.put("helm-template", 2);
        documents.put("kustomization", 1);
        return new Input(
                LocalDate.of(2026, 11, 20),
                files,
                documents,
                List.of(new Input.SetAside(
                        "helm-template",
                        "a Helm template: render first with helm template" + decoration,
                        Location.ofFile("charts/vllm/templates/deployment.yaml"))));
    }

    private List<Problem> problems() {
        return List.of(
                Problem.error(
                        "yaml-broken",
                        "the mapping is not closed" + decoration,
                        "close the brace; the rest of the file was read",
                        new Location("serving/broken.yaml", 14, 3, "")),
                Problem.warning(
                        "duplicate-key",
                        "the key image stands twice" + decoration,
                        "keep one",
                        new Location("training/job.yaml", 31, 9, "/spec/image")),
                Problem.notice(
                        "variant",
                        "two files declare the same object" + decoration,
                        "",
                        new Location("overlays/prod/mlflow.yaml", 1, 1, "")));
    }
}
