package dev.bartizan.network.lint;

import dev.bartizan.graph.Severity;
import java.util.Locale;

/** What is looked for in policies. */
enum LintRule {
    SELECTS_NOBODY(
            Severity.LOW, "A policy selects no pod", "Correct the selector of the policy, or take the policy away."),
    PEER_IS_NOBODY(
            Severity.LOW,
            "A peer of a rule is no pod of the input",
            "Correct the selector of the peer, or take it away."),
    REDUNDANT_RULE(
            Severity.LOW,
            "A rule changes no answer",
            "Take the rule away; what it says is said elsewhere or holds anyway."),
    SHADOWED_RULE(
            Severity.MEDIUM,
            "A rule is never asked, because others answer before",
            "Take the rule away, or move it before those that answer."),
    CONTRADICTED_RULE(
            Severity.MEDIUM,
            "A rule is never asked, because others say the opposite before",
            "Decide which of the two is meant, and take the other one away."),
    AMBIGUOUS_PRIORITY(
            Severity.HIGH,
            "Two policies of one priority answer differently",
            "Give the two policies different priorities: which is asked first is not defined."),
    UNPROTECTED_PODS(
            Severity.MEDIUM,
            "No policy isolates pods of a namespace",
            "Add a policy with podSelector {} and both policyTypes to the namespace, then allow what is needed."),
    NAMES_NOT_RESOLVED(
            Severity.MEDIUM,
            "Pods may connect to others, but not ask for their addresses",
            "Allow UDP and TCP 53 to the pods of the name service in kube-system."),
    SERVICE_PORT(
            Severity.MEDIUM,
            "A rule names the port of a Service, where packets carry the port of the pod",
            "Name the target port: policies see packets after the Service has translated them."),
    ALLOWS_ALL_NAMED_DENY(
            Severity.HIGH,
            "A policy that is called a denial allows everything",
            "Take the empty rule away: [{}] allows all, [] none."),
    HOST_NETWORK(
            Severity.MEDIUM,
            "Policies see pods as their node",
            "Take the pods off the host network, or guard their ports on the node."),
    FABRIC(
            Severity.LOW,
            "Policies do not see a network of workloads",
            "Guard that network itself: its partitions, or the rules of its own plugin."),
    LABEL_OF_ANYBODY(
            Severity.HIGH,
            "A label that anybody may set opens the way",
            "Name the namespaces too, by kubernetes.io/metadata.name, or match the service account."),
    LABEL_OF_TENANTS(
            Severity.LOW,
            "Policies let pods of a namespace in by labels that its tenants set",
            "Match the service account (a mesh, Cilium, Calico), give what may pass a namespace of its own and match"
                    + " kubernetes.io/metadata.name, or reserve the label at admission."),
    PROBE_BLOCKED(
            Severity.MEDIUM,
            "The kubelet cannot reach a probe",
            "Let the probe through as the statement says, or use an exec probe."),
    SOURCE_ADDRESS_LOST(
            Severity.MEDIUM,
            "A rule compares addresses that a Service may have translated",
            "Set externalTrafficPolicy: Local on the Service, or limit who comes in by loadBalancerSourceRanges."),
    NOT_ALL_RULES(
            Severity.INFO,
            "Not every rule was looked at for whether it changes an answer",
            "Look at parts of the platform apart."),
    PLAIN_TEXT_BYPASS(
            Severity.HIGH,
            "A rule about identities is gone past in plain text",
            "Set mtls mode STRICT by PeerAuthentication for these pods, or allow identities instead of denying them."),
    TRUSTED_HEADER(
            Severity.HIGH,
            "A workload takes the user from a header that others than its gateway can send",
            "Let nobody but the pods of the gateway reach the port: by a NetworkPolicy, or by an AuthorizationPolicy on"
                    + " their principal beside mtls mode STRICT."),
    METRICS_NOT_SCRAPED(
            Severity.LOW,
            "Monitoring cannot reach metrics that a pod offers",
            "Allow the port of the metrics from the pods of monitoring.");

    private final Severity severity;
    private final String title;
    private final String remedy;

    LintRule(Severity severity, String title, String remedy) {
        this.severity = severity;
        this.title = title;
        this.remedy = remedy;
    }

    /** As output files write it: {@code lint-selects-nobody}. */
    String id() {
        return "lint-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Severity severity() {
        return severity;
    }

    String title() {
        return title;
    }

    String remedy() {
        return remedy;
    }
}
