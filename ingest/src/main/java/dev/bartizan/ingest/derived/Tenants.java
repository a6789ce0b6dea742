package dev.bartizan.ingest.derived;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.draft.PodDraft;
import dev.bartizan.ingest.objects.AssetIds;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who shares the platform: namespaces with one owner are one tenant. What {@code bartizan.yaml} says counts first, then what the tools that divide clusters
 * leave on their namespaces.
 *
 * <p>Source: the labels and annotations of Capsule, Kubeflow profiles, hierarchical namespaces, Rancher projects and Flux tenants.
 */
final class Tenants {
    /** In the order of their weight; what tools write before what people write. */
    private static final List<Mark> MARKS = List.of(
            new Mark("labels", "capsule.clastix.io/tenant"),
            new Mark("annotations", "hnc.x-k8s.io/subnamespace-of"),
            new Mark("annotations", "field.cattle.io/projectId"),
            new Mark("labels", "toolkit.fluxcd.io/tenant"),
            new Mark("annotations", "owner"),
            new Mark("labels", "tenant"),
            new Mark("labels", "team"),
            new Mark("labels", "owner"));

    private static final String DECLARED = "bartizan.yaml names it as an owner";

    private final PlatformDraft draft;
    private final DerivedAssets derived;
    /** By cluster and namespace. */
    private final Map<String, AssetDraft> byNamespace = new HashMap<>();
    /** Who is said to own what lies in a namespace, likewise. */
    private final Map<String, SortedSet<String>> owners = new HashMap<>();

    private record Mark(String below, String key) {}

    /** Whose a namespace is, and what says so. */
    private record Owner(String name, String because, Location evidence) {}

    Tenants(PlatformDraft draft, DerivedAssets derived) {
        this.draft = draft;
        this.derived = derived;
    }

    void add() {
        var namespaces = new ArrayList<AssetDraft>();
        draft.eachAsset(asset -> {
            if (asset.group().equals("core") && asset.kind().equals("Namespace")) {
                namespaces.add(asset);
            } else {
                draft.property(asset, "owner")
                        .ifPresent(name -> owners.computeIfAbsent(key(asset, asset.namespace()), key -> new TreeSet<>())
                                .add(name));
            }
        });
        namespaces.sort(Comparator.comparing(AssetDraft::id));
        namespaces.forEach(this::namespace);
        for (PodDraft pod : draft.pods()) {
            workload(pod.asset());
        }
    }

    private void namespace(AssetDraft namespace) {
        Optional<AssetDraft> profile = declared(namespace, "kubeflow.org", "Profile", namespace.name());
        Optional<Owner> owner = owner(namespace);
        Optional<AssetDraft> tenant = profile.or(() -> owner.map(found -> tenant(namespace, found)));
        if (tenant.isPresent()) {
            Location evidence = owner.map(Owner::evidence).orElseGet(namespace::location);
            draft.link(namespace, tenant.get(), "belongs-to", evidence);
            draft.property(namespace, "tenant", tenant.get().name());
            byNamespace.put(key(namespace, namespace.name()), tenant.get());
        }
    }

    private AssetDraft tenant(AssetDraft near, Owner owner) {
        return declared(near, "capsule.clastix.io", "Tenant", owner.name())
                .orElseGet(() -> derived.asset(
                        near, "tenant", owner.name(), "Tenant", owner.name(), owner.because(), owner.evidence()));
    }

    private Optional<AssetDraft> declared(AssetDraft near, String group, String kind, String name) {
        return draft.find(AssetIds.of(AssetIds.clusterOf(near.id()), group, kind, "-", name));
    }

    private Optional<Owner> owner(AssetDraft namespace) {
        return declaredOwner(namespace)
                .or(() -> onlyOwner(namespace))
                .or(() -> namespace.root().flatMap(root -> marked(root, namespace)));
    }

    /** Who owns all that is in it, as far as anybody is said to. */
    private Optional<Owner> onlyOwner(AssetDraft namespace) {
        return Optional.ofNullable(owners.get(key(namespace, namespace.name())))
                .filter(names -> names.size() == 1)
                .map(names -> new Owner(names.first(), DECLARED, namespace.location()));
    }

    private Optional<Owner> declaredOwner(AssetDraft asset) {
        return draft.property(asset, "owner").map(name -> new Owner(name, DECLARED, asset.location()));
    }

    private static Optional<Owner> marked(Node root, AssetDraft namespace) {
        Node metadata = root.get("metadata");
        for (Mark mark : MARKS) {
            Node value = metadata.get(mark.below()).get(mark.key());
            Optional<String> name = value.text().filter(text -> !text.isBlank());
            if (name.isPresent()) {
                String pointer = namespace.location().pointer() + "/metadata/" + mark.below() + "/"
                        + mark.key().replace("/", "~1");
                return Optional.of(new Owner(
                        name.get(), "namespaces say " + mark.key() + ": " + name.get(), value.location(pointer)));
            }
        }
        return Optional.empty();
    }

    /** What a workload is said to belong to counts before what its namespace does. */
    private void workload(AssetDraft workload) {
        Optional<AssetDraft> tenant = declaredOwner(workload)
                .map(owner -> tenant(workload, owner))
                .or(() -> Optional.ofNullable(byNamespace.get(key(workload, workload.namespace()))));
        tenant.ifPresent(found -> draft.property(workload, "tenant", found.name()));
    }

    private static String key(AssetDraft asset, String namespace) {
        return AssetIds.clusterOf(asset.id()) + "/" + namespace;
    }
}
