package dev.bartizan.network.antrea;

import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.reading.Blocks;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.Services.Backends;
import dev.bartizan.network.reading.Surroundings;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Groups that policies name: ClusterGroup for those of the cluster, Group of the same namespace for the others. */
final class AntreaGroups {
    private final Surroundings surroundings;
    private final Complaints complaints;
    private final AntreaPods pods;
    private final Blocks blocks;
    private final Map<String, PolicyManifest> groups = new HashMap<>();

    AntreaGroups(Surroundings surroundings, AntreaPods pods) {
        this.surroundings = surroundings;
        this.complaints = surroundings.complaints();
        this.pods = pods;
        this.blocks = new Blocks(complaints);
        surroundings.manifests().of("crd.antrea.io/ClusterGroup").forEach(group -> groups.put(group.name(), group));
        surroundings.manifests().of("crd.antrea.io/Group").forEach(group -> groups.put(group.fullName(), group));
    }

    /** Whoever is in it; each group is looked at once, so that groups that hold each other end. */
    List<PeerMatch> members(Written name, Optional<String> namespace) {
        return members(name, namespace, new HashSet<>());
    }

    private List<PeerMatch> members(Written name, Optional<String> namespace, Set<String> seen) {
        String key = namespace.map(within -> within + "/").orElse("") + name.text();
        Optional<PolicyManifest> group = Optional.ofNullable(groups.get(key));
        if (group.isEmpty()) {
            complaints.add("group-unknown", "No manifest declares this group.", "give the manifest of the group", name);
        }
        return group.filter(found -> seen.add(key))
                .map(found -> members(found.root().get("spec"), namespace, seen, name))
                .orElse(List.of());
    }

    private List<PeerMatch> members(Written spec, Optional<String> namespace, Set<String> seen, Written place) {
        var members = new ArrayList<PeerMatch>();
        pods.of(spec, namespace).ifPresent(match -> members.add(new PeerMatch.Pods(match)));
        for (Written block : spec.get("ipBlocks").all()) {
            blocks.of(block.get("cidr"), block.get("except")).ifPresent(members::add);
        }
        Written service = spec.get("serviceReference");
        if (service.isThere()) {
            behind(service).ifPresent(match -> members.add(new PeerMatch.Pods(match)));
        }
        for (Written child : spec.get("childGroups").all()) {
            members.addAll(members(child, namespace, seen));
        }
        if (spec.get("externalEntitySelector").isThere()) {
            complaints.add(
                    "peer-not-evaluated", "Entities outside of the cluster are not evaluated.", "name blocks", place);
        }
        return members;
    }

    private Optional<PodMatch> behind(Written service) {
        Optional<Backends> backends = surroundings
                .services()
                .behind(service.get("namespace").text(), service.get("name").text());
        if (backends.isEmpty()) {
            complaints.add(
                    "service-unknown",
                    "What is behind this service is not in the manifests: it is not there, or it has no selector.",
                    "give the manifest of the service",
                    service);
        }
        return backends.map(Backends::pods);
    }
}
