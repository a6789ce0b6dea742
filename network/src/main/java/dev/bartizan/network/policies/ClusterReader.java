package dev.bartizan.network.policies;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.mesh.Mesh;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.multus.SecondaryNetwork;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Labels;
import dev.bartizan.network.reading.Manifests;
import dev.bartizan.network.reading.PodTemplates;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.PolicyReader;
import dev.bartizan.network.reading.Services;
import dev.bartizan.network.reading.Surroundings;
import dev.bartizan.network.reading.Written;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes pods, namespaces and policies out of a platform. */
public final class ClusterReader {
    /** The API server gives it to every namespace. */
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";

    private final Snapshot snapshot;
    private final Change change;
    private static final Set<String> OTHER_KINDS = Set.of(
            "projectcalico.org/HostEndpoint",
            "crd.projectcalico.org/HostEndpoint",
            "policy.linkerd.io/AuthorizationPolicy",
            "policy.linkerd.io/ServerAuthorization",
            "k8s.ovn.org/ClusterUserDefinedNetwork",
            "k8s.ovn.org/EgressFirewall",
            "k8s.ovn.org/UserDefinedNetwork",
            "kuma.io/MeshTrafficPermission",
            "kuma.io/TrafficPermission",
            "network.openshift.io/EgressNetworkPolicy",
            "consul.hashicorp.com/ServiceIntentions");

    /** Whose pods are made by others, in other words. */
    private static final Set<String> TEMPLATES =
            Set.of("PodTemplate", "ServingRuntime", "TrainingRuntime", "WorkflowTemplate");

    /** Of what a pod says of itself in a dump. */
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    private final Complaints complaints = new Complaints();
    private final SortedMap<String, Integer> others = new TreeMap<>();
    private final SortedMap<String, Map<String, String>> namespaces;
    private final Manifests manifests;
    private final Mesh mesh;
    private final Map<Integer, PodOwner> owners = new HashMap<>();

    private ClusterReader(Snapshot snapshot, Mesh.Presence presence, Change change) {
        this.snapshot = snapshot;
        this.change = change;
        this.namespaces = namespaces();
        this.manifests = change.on(Manifests.of(snapshot));
        this.mesh = Mesh.of(presence, namespaces, manifests);
    }

    /**
     * What was read, and what is wrong with it.
     *
     * @param owners of pods that no workload of the platform makes: who made them, by the index of their asset
     * @param networks besides the cluster's own
     * @param notes what holds for the mesh and is not as usual, in sentences
     * @param manifests what stands beside the policies
     * @param notEvaluated kinds of policies that take part in reality and not here, with how many there are
     */
    public record Answer(
            Cluster cluster,
            Map<Integer, PodOwner> owners,
            List<SecondaryNetwork> networks,
            List<String> notes,
            Manifests manifests,
            SortedMap<String, Integer> notEvaluated,
            List<Problem> problems) {
        public Answer {
            owners = Map.copyOf(owners);
            networks = List.copyOf(networks);
            notes = List.copyOf(notes);
            problems = List.copyOf(problems);
        }
    }

    public static Answer read(Snapshot snapshot, Mesh.Presence presence) {
        return read(snapshot, presence, Change.NONE);
    }

    /** As it would be after a change of its policies; those that come stand behind those that stay. */
    public static Answer read(Snapshot snapshot, Mesh.Presence presence, Change change) {
        var reader = new ClusterReader(snapshot, presence, change);
        var readers = PolicyReaders.of(new Surroundings(
                reader.manifests, new Services(reader.manifests), reader.namespaces, reader.complaints));
        var cluster = new Cluster(reader.pods(), reader.namespaces, reader.policies(readers.readers()));
        List<SecondaryNetwork> networks = readers.multus().networks(snapshot.platform(), cluster);
        return new Answer(
                cluster,
                reader.owners,
                networks,
                reader.mesh.notes(),
                reader.manifests,
                reader.others,
                reader.complaints.problems());
    }

    private List<Pod> pods() {
        var pods = new ArrayList<Pod>();
        List<PodTemplate> templates = PodTemplates.of(snapshot);
        for (int i = 0; i < templates.size(); i++) {
            PodTemplate template = templates.get(i);
            if (!template.aside().settings()
                    && isOfPods(snapshot.platform().asset(template.asset()))
                    && !hasEnded(template.asset())) {
                boolean isOnly = !isOfSameAsset(templates, i, i - 1) && !isOfSameAsset(templates, i, i + 1);
                pods.add(pod(template, isOnly));
            }
        }
        pods.addAll(Endpoints.of(snapshot, pods));
        return pods;
    }

    /** Not of what only lends its template to others. */
    private static boolean isOfPods(Asset asset) {
        return !asset.namespace().equals("-") && !TEMPLATES.contains(asset.kind());
    }

    /** A pod that has run to its end has no address any more. */
    private boolean hasEnded(int asset) {
        return snapshot.platform().asset(asset).kind().equals("Pod")
                && snapshot.trees()
                        .root(asset)
                        .map(root -> root.at("status", "phase").text(""))
                        .filter(ENDED::contains)
                        .isPresent();
    }

    private static boolean isOfSameAsset(List<PodTemplate> templates, int one, int other) {
        return other >= 0
                && other < templates.size()
                && templates.get(one).asset() == templates.get(other).asset();
    }

    private Pod pod(PodTemplate template, boolean isOnly) {
        Asset asset = snapshot.platform().asset(template.asset());
        var pod = new Pod(
                template.asset(),
                asset.namespace(),
                asset.name() + variant(asset) + (isOnly ? "" : shortPointer(asset, template)),
                asset.kind(),
                Labels.of(template.metadata().get("labels")),
                attributes(asset, template),
                ContainerPorts.of(template),
                template.spec().get("hostNetwork").isTrue());
        PodOwner.of(template)
                .filter(owner -> asset.kind().equals("Pod"))
                .ifPresent(owner -> owners.put(template.asset(), owner));
        return mesh.attributed(pod, template);
    }

    /** {@code @overlays/dev}: of several manifests of one name, which. */
    private static String variant(Asset asset) {
        int at = asset.id().indexOf('@');
        return at < 0 ? "" : asset.id().substring(at);
    }

    /** {@code /headGroupSpec}: of where a template stands, what tells it apart. */
    private static String shortPointer(Asset asset, PodTemplate template) {
        String within = template.pointer().substring(asset.location().pointer().length());
        return within.replaceFirst("^/spec", "").replaceFirst("/template/spec$", "");
    }

    private static Map<String, String> attributes(Asset asset, PodTemplate template) {
        String written = template.shape() == Shape.POD
                ? template.spec().get("serviceAccountName").text("")
                : "";
        String account = written.isEmpty() ? "default" : written;
        return Map.of(Pod.NAMESPACE, asset.namespace(), Pod.SERVICE_ACCOUNT, account);
    }

    /** Those that were read and those that pods are in, each with the label of its name; what several files say of one is taken together, the first counts. */
    private SortedMap<String, Map<String, String>> namespaces() {
        var all = new TreeMap<String, Map<String, String>>();
        for (Asset asset : snapshot.platform().assets()) {
            if (asset.kind().equals("Namespace") && asset.group().equals("core")) {
                Map<String, String> known = all.computeIfAbsent(asset.name(), ClusterReader::named);
                root(asset).ifPresent(node -> merge(asset, node, known));
            }
            if (Endpoints.isOne(asset)) {
                all.computeIfAbsent(asset.namespace(), ClusterReader::named);
            }
        }
        for (PodTemplate template : PodTemplates.of(snapshot)) {
            Asset asset = snapshot.platform().asset(template.asset());
            if (isOfPods(asset)) {
                all.computeIfAbsent(asset.namespace(), ClusterReader::named);
            }
        }
        return all;
    }

    private static Map<String, String> named(String name) {
        return new HashMap<>(Map.of(NAME_LABEL, name));
    }

    private void merge(Asset namespace, Node root, Map<String, String> known) {
        Labels.of(root.at("metadata", "labels")).forEach((key, value) -> {
            String first = known.putIfAbsent(key, value);
            if (first != null && !first.equals(value) && !key.equals(NAME_LABEL)) {
                complaints.add(
                        "namespace-labels-differ",
                        "Files give this label of one namespace different values; the first one is taken: " + first
                                + ".",
                        "keep one of the files, or analyse them apart",
                        new Written(root, namespace.location().pointer())
                                .get("metadata")
                                .get("labels")
                                .get(key));
            }
        });
    }

    private List<Policy> policies(Map<String, PolicyReader> ofNetwork) {
        var readers = new HashMap<>(mesh.readers(complaints));
        readers.putAll(ofNetwork);
        var policies = new ArrayList<Policy>();
        var standing = new Standing(namespaces.keySet(), complaints);
        for (Asset asset : snapshot.platform().assets()) {
            String kind = asset.group() + "/" + asset.kind();
            Optional<PolicyReader> reader = Optional.ofNullable(readers.get(kind));
            Optional<Node> root = reader.isPresent() || OTHER_KINDS.contains(kind) ? root(asset) : Optional.empty();
            if (root.isPresent() && reader.isPresent() && !change.gone().contains(asset.id())) {
                var manifest = new PolicyManifest(
                        asset.id(),
                        asset.group(),
                        asset.kind(),
                        asset.namespace(),
                        asset.name(),
                        new Written(root.get(), asset.location().pointer()));
                KnownVersions.check(manifest, complaints);
                List<Policy> lowered = reader.get().read(manifest);
                standing.add(manifest, lowered);
                policies.addAll(lowered);
            } else if (root.isPresent() && reader.isEmpty()) {
                others.merge(kind, 1, Integer::sum);
            }
        }
        for (PolicyManifest manifest : change.applied()) {
            PolicyReader reader = Optional.ofNullable(readers.get(manifest.group() + "/" + manifest.kind()))
                    .orElseThrow(() -> new IllegalArgumentException("not a policy: " + manifest.kind()));
            policies.addAll(reader.read(manifest));
        }
        standing.tell();
        return policies;
    }

    private Optional<Node> root(Asset asset) {
        return snapshot.platform().index(asset.id()).flatMap(snapshot.trees()::root);
    }
}
