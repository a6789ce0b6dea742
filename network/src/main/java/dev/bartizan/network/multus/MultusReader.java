package dev.bartizan.network.multus;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.PolicyReader;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * MultiNetworkPolicy (k8s.cni.cncf.io/v1beta1): written as NetworkPolicy, and about the networks that its annotation names. It says nothing about the
 * cluster's own network, as NetworkPolicy says nothing about the others.
 */
public final class MultusReader implements PolicyReader {
    private static final String KIND = "k8s.cni.cncf.io/MultiNetworkPolicy";
    private static final String NETWORKS = "k8s.v1.cni.cncf.io/policy-for";
    private static final int MOST_NETWORKS = 64;

    private final Complaints complaints;
    private final PolicyReader standard;
    private final Map<String, List<Policy>> policies = new HashMap<>();

    /** @param standard reads what is written as NetworkPolicy */
    public MultusReader(Complaints complaints, PolicyReader standard) {
        this.complaints = complaints;
        this.standard = standard;
    }

    /** With its group. */
    public static String kind() {
        return KIND;
    }

    /** None: they are kept for their networks. */
    @Override
    public List<Policy> read(PolicyManifest manifest) {
        Written annotation = manifest.root().get("metadata").get("annotations").get(NETWORKS);
        List<Policy> read = standard.read(manifest);
        if (annotation.text().isBlank()) {
            complaints.add(
                    "policy-without-network",
                    "This policy names no network, so that it says nothing.",
                    "write the annotation " + NETWORKS,
                    manifest.root());
            return List.of();
        }
        for (String name : annotation.text().split(",", MOST_NETWORKS)) {
            String network = name.strip();
            policies.computeIfAbsent(
                            network.indexOf('/') < 0 ? manifest.namespace() + "/" + network : network,
                            key -> new ArrayList<>())
                    .addAll(read);
        }
        return List.of();
    }

    /** The networks that pods of a cluster are attached to, by name, each with the policies that were read for it. */
    public List<SecondaryNetwork> networks(Platform platform, Cluster cluster) {
        var pods = new TreeMap<String, List<Pod>>();
        for (Pod pod : cluster.pods()) {
            for (Link link : platform.linksFrom(pod.asset())) {
                if (link.kind().equals("attached-to")) {
                    network(platform.asset(link.to()))
                            .ifPresent(name -> pods.computeIfAbsent(name, key -> new ArrayList<>())
                                    .add(pod));
                }
            }
        }
        return pods.entrySet().stream().map(entry -> network(entry, cluster)).toList();
    }

    /** A definition, or what stands for one that is not in the input but a policy names. */
    private Optional<String> network(Asset asset) {
        if (asset.kind().equals("NetworkAttachmentDefinition")) {
            return Optional.of(asset.namespace() + "/" + asset.name());
        }
        return Optional.of(asset.name()).filter(policies::containsKey);
    }

    private SecondaryNetwork network(Map.Entry<String, List<Pod>> pods, Cluster cluster) {
        return new SecondaryNetwork(
                pods.getKey(),
                new Cluster(
                        pods.getValue().stream().distinct().toList(),
                        cluster.namespaces(),
                        policies.getOrDefault(pods.getKey(), List.of())));
    }
}
