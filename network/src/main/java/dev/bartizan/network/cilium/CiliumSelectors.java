package dev.bartizan.network.cilium;

import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Selectors;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Selectors of endpoints. Labels carry their source as a prefix ({@code k8s:}, {@code any:}, {@code reserved:}), and some stand for the namespace, its labels
 * and the service account. In a policy of a namespace a peer is in that namespace unless it is selected by one (pkg/k8s/apis/cilium.io/utils).
 */
final class CiliumSelectors {
    private static final String NAMESPACE = "io.kubernetes.pod.namespace";
    private static final String NAMESPACE_LABELS = "io.cilium.k8s.namespace.labels.";
    private static final String SERVICE_ACCOUNT = "io.cilium.k8s.policy.serviceaccount";
    private static final String CLUSTER = "io.cilium.k8s.policy.cluster";
    private static final String RESERVED = "reserved:";
    private static final PodMatch NOBODY = PodMatch.across(LabelSelector.NOTHING, LabelSelector.NOTHING);

    private final Complaints complaints;
    private final Selectors selectors;
    private final CiliumEntities entities;

    CiliumSelectors(Complaints complaints, CiliumEntities entities) {
        this.complaints = complaints;
        this.selectors = new Selectors(complaints);
        this.entities = entities;
    }

    /** The endpoints that a policy is about, in its own namespace if it has one. */
    PodMatch subject(Written selector, Optional<String> namespace) {
        LabelSelector read = selectors.read(selector);
        if (isReserved(read)) {
            complaints.note(
                    "subject-reserved",
                    "This policy is about no pods but about what Cilium itself runs; it takes no part in the answer.",
                    "nothing to do",
                    selector);
            return NOBODY;
        }
        PodMatch match = match(read, selector);
        return namespace
                .map(name -> match.and(PodMatch.in(name, LabelSelector.EVERYTHING)))
                .orElse(match);
    }

    /** Whom a rule names by labels. */
    Optional<PeerMatch> peer(Written selector, Optional<String> namespace) {
        LabelSelector read = selectors.read(selector);
        if (isReserved(read)) {
            return reserved(read, selector);
        }
        PodMatch match = match(read, selector);
        boolean staysWithin = read.requirements().stream()
                .map(requirement -> bare(requirement.key()))
                .noneMatch(key -> key.equals(NAMESPACE) || key.startsWith(NAMESPACE_LABELS));
        return Optional.of(new PeerMatch.Pods(namespace
                .filter(name -> staysWithin)
                .map(name -> match.and(PodMatch.in(name, LabelSelector.EVERYTHING)))
                .orElse(match)));
    }

    private static boolean isReserved(LabelSelector selector) {
        return selector.requirements().stream()
                .anyMatch(requirement -> requirement.key().startsWith(RESERVED));
    }

    private Optional<PeerMatch> reserved(LabelSelector selector, Written place) {
        Requirement first = selector.requirements().getFirst();
        boolean isOne = selector.requirements().size() == 1
                && (first.operator() == Operator.EXISTS || first.operator() == Operator.IN);
        if (!isOne) {
            complaints.add(
                    "selector-invalid",
                    "Labels of Cilium's own are evaluated only one at a time; this selector is taken to match nothing.",
                    "name the entity",
                    place);
            return Optional.empty();
        }
        return entities.named(first.key().substring(RESERVED.length()), place);
    }

    private PodMatch match(LabelSelector selector, Written place) {
        var ofNamespaces = new ArrayList<Requirement>();
        var ofPods = new ArrayList<Requirement>();
        for (Requirement requirement : selector.requirements()) {
            String key = bare(requirement.key());
            if (key.startsWith(NAMESPACE_LABELS)) {
                ofNamespaces.add(renamed(requirement, key.substring(NAMESPACE_LABELS.length())));
            } else if (key.equals(CLUSTER)) {
                cluster(requirement, place);
            } else if (key.indexOf(':') >= 0) {
                complaints.add(
                        "label-source-unknown",
                        "Labels of this source are not in manifests; the selector is taken to match nothing.",
                        "select labels of Kubernetes",
                        place);
                return NOBODY;
            } else {
                ofPods.add(renamed(requirement, podKey(key)));
            }
        }
        return PodMatch.across(new LabelSelector(ofNamespaces), new LabelSelector(ofPods));
    }

    private void cluster(Requirement requirement, Written place) {
        boolean mayBeAnother = requirement.operator() == Operator.NOT_IN
                || requirement.values().stream().anyMatch(value -> !value.equals("default"));
        if (mayBeAnother) {
            complaints.note(
                    "cluster-assumed",
                    "This selector names a cluster; it is taken to be the one of the manifests.",
                    "nothing to do",
                    place);
        }
    }

    private static Requirement renamed(Requirement requirement, String key) {
        return new Requirement(key, requirement.operator(), requirement.values());
    }

    private static String podKey(String key) {
        return switch (key) {
            case NAMESPACE -> Pod.NAMESPACE;
            case SERVICE_ACCOUNT -> Pod.SERVICE_ACCOUNT;
            case String label -> label;
        };
    }

    /** Without the source that all labels of pods have. */
    private static String bare(String key) {
        for (String source : List.of("k8s:", "any:")) {
            if (key.startsWith(source)) {
                return key.substring(source.length());
            }
        }
        return key;
    }
}
