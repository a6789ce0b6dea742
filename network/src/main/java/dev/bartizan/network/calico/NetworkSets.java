package dev.bartizan.network.calico;

import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.Outsider;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.reading.Labels;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.Surroundings;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sets of addresses with labels, which selectors of rules match as if they were pods: NetworkSet, GlobalNetworkSet. */
final class NetworkSets {
    private final List<NamedSet> sets = new ArrayList<>();
    private final Surroundings surroundings;

    /** @param namespace {@code -} when it is in none */
    private record NamedSet(String namespace, Map<String, String> labels, List<PeerMatch> members) {}

    NetworkSets(Surroundings surroundings, Nets nets) {
        this.surroundings = surroundings;
        for (String group : List.of("projectcalico.org", "crd.projectcalico.org")) {
            for (String kind : List.of("NetworkSet", "GlobalNetworkSet")) {
                surroundings.manifests().of(group + "/" + kind).forEach(manifest -> sets.add(read(manifest, nets)));
            }
        }
    }

    private static NamedSet read(PolicyManifest manifest, Nets nets) {
        var labels = new HashMap<>(
                Labels.of(manifest.root().get("metadata").get("labels").node()));
        if (!manifest.namespace().equals("-")) {
            labels.put(Pod.NAMESPACE, manifest.namespace());
        }
        Written spec = manifest.root().get("spec");
        var members = new ArrayList<>(nets.of(spec.get("nets")));
        spec.get("allowedEgressDomains")
                .texts()
                .forEach(name -> members.add(new PeerMatch.Named(new Outsider(Outsider.Kind.DOMAIN, name))));
        return new NamedSet(manifest.namespace(), labels, members);
    }

    /** The addresses of those with such labels, wherever they are. */
    List<PeerMatch> matching(LabelExpression labels) {
        return sets.stream()
                .filter(set -> labels.matches(set.labels()))
                .flatMap(set -> set.members().stream())
                .toList();
    }

    /** Of those in the namespaces that a selector selects, or in none if it selects that. */
    List<PeerMatch> matching(LabelExpression labels, LabelExpression namespaces, LabelExpression outside) {
        boolean meansOutside = !outside.equals(LabelSelector.NOTHING) && outside.matches(Map.of());
        return sets.stream()
                .filter(set -> set.namespace().equals("-")
                        ? meansOutside
                        : namespaces.matches(surroundings.namespaces().getOrDefault(set.namespace(), Map.of())))
                .filter(set -> labels.matches(set.labels()))
                .flatMap(set -> set.members().stream())
                .toList();
    }

    /** Of those in one namespace. */
    List<PeerMatch> in(String namespace, LabelExpression labels) {
        return sets.stream()
                .filter(set -> set.namespace().equals(namespace) && labels.matches(set.labels()))
                .flatMap(set -> set.members().stream())
                .toList();
    }
}
