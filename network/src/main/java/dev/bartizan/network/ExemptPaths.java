package dev.bartizan.network;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.ExemptPath.Kind;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what policies do not cover in the pods of a platform and in what they are attached to. */
final class ExemptPaths {
    private final SortedSet<ExemptPath> found = new TreeSet<>();

    private ExemptPaths() {}

    /** By workload. */
    static List<ExemptPath> of(Snapshot snapshot) {
        var paths = new ExemptPaths();
        for (PodTemplate template : snapshot.trees().pods()) {
            if (!template.aside().settings()) {
                paths.pod(template);
                paths.attachments(template.asset(), snapshot.platform());
            }
        }
        return List.copyOf(paths.found);
    }

    /** How many workloads have some, of each kind; empty when none has. */
    static Optional<String> said(List<ExemptPath> paths) {
        var workloads = new TreeMap<Kind, Set<Integer>>();
        paths.forEach(path ->
                workloads.computeIfAbsent(path.kind(), key -> new HashSet<>()).add(path.asset()));
        return workloads.isEmpty()
                ? Optional.empty()
                : Optional.of(workloads.entrySet().stream()
                        .map(entry -> entry.getValue().size() + " by "
                                + entry.getKey().words())
                        .collect(Collectors.joining(", ", "Policies do not cover every way of workloads: ", ".")));
    }

    private void pod(PodTemplate template) {
        Node spec = template.spec();
        if (template.shape() == Shape.CONTAINER) {
            container(template, spec, template.pointer());
            return;
        }
        Node hostNetwork = spec.get("hostNetwork");
        if (hostNetwork.isTrue()) {
            found.add(new ExemptPath(
                    template.asset(),
                    Kind.HOST_NETWORK,
                    "host network",
                    hostNetwork.location(Pointer.child(template.pointer(), "hostNetwork"))));
        }
        for (String list : List.of("containers", "initContainers")) {
            List<Node> containers = spec.get(list).items();
            for (int i = 0; i < containers.size(); i++) {
                if (!template.aside().holds(list, i)) {
                    String pointer = Pointer.child(Pointer.child(template.pointer(), list), Integer.toString(i));
                    container(template, containers.get(i), pointer);
                }
            }
        }
    }

    private void container(PodTemplate template, Node container, String pointer) {
        Node privileged = container.at("securityContext", "privileged");
        if (privileged.isTrue()) {
            found.add(new ExemptPath(
                    template.asset(),
                    Kind.PRIVILEGED,
                    container.get("name").text(""),
                    privileged.location(Pointer.child(Pointer.child(pointer, "securityContext"), "privileged"))));
        }
    }

    private void attachments(int workload, Platform platform) {
        for (Link link : platform.linksFrom(workload)) {
            if (link.kind().equals("attached-to")) {
                Asset network = platform.asset(link.to());
                boolean isDefined = network.kind().equals("NetworkAttachmentDefinition");
                found.add(new ExemptPath(
                        workload,
                        isDefined ? Kind.SECONDARY_NETWORK : Kind.FABRIC,
                        isDefined ? network.namespace() + "/" + network.name() : network.name(),
                        link.evidence()));
            }
        }
    }
}
