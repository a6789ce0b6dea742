package dev.bartizan.report.share;

import dev.bartizan.graph.Snapshot;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the graph expects of workloads, as rules that watch them: of Falco (falco.org/docs/concepts/rules) and Tetragon (tetragon.io/docs/concepts/tracing-policy). Each rule names only workloads of which the
 * graph knows that they do not do what it tells of.
 */
public final class RuntimeRules {
    private static final List<String> INSIDE =
            List.of("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

    private RuntimeRules() {}

    /** A file of rules for Falco. It stands alone: its macros are its own. */
    public static String falco(Snapshot snapshot) {
        List<ExpectedConduct> all = ExpectedConduct.of(snapshot);
        var text = new StringBuilder(
                "# What the manifests of the platform declare, as rules: what is told here was not declared. As of "
                        + snapshot.input().asOf() + ".\n");
        text.append("- list: bartizan_shells\n  items: [ash, bash, csh, dash, fish, ksh, sh, tcsh, zsh]\n\n");
        text.append("- list: bartizan_inside\n  items: [")
                .append(INSIDE.stream().map(net -> "'\"" + net + "\"'").collect(Collectors.joining(", ")))
                .append("]\n\n");
        text.append("- macro: bartizan_started\n  condition: (evt.type in (execve, execveat))\n");
        rule(
                text,
                "nobody_works_here",
                ExpectedConduct.names(all, one -> !one.isInteractive()),
                "Shell with a terminal in a workload that nobody works in",
                "People work in notebooks and bastions; a terminal elsewhere is kubectl exec, or somebody who broke in.",
                "bartizan_started and proc.tty != 0 and proc.name in (bartizan_shells)",
                "command=%proc.cmdline user=%user.name",
                "WARNING");
        rule(
                text,
                "declares_nothing_outside",
                ExpectedConduct.names(all, ExpectedConduct::staysInside),
                "Connection to an address outside that nobody declared",
                "No manifest names a host outside of the platform for this workload.",
                "evt.type = connect and fd.typechar = 4 and not fd.snet in (bartizan_inside)",
                "connection=%fd.name command=%proc.cmdline",
                "WARNING");
        rule(
                text,
                "has_no_rights",
                ExpectedConduct.names(all, one -> !one.usesApi()),
                "Call of the API server by a workload without rights",
                "The account of this workload may do nothing there: a call looks for what it may do.",
                "evt.type = connect and fd.sip.name = \"kubernetes.default.svc.cluster.local\"",
                "connection=%fd.name command=%proc.cmdline",
                "NOTICE");
        rule(
                text,
                "is_not_privileged_by_design",
                ExpectedConduct.names(all, one -> one.byDesign().isEmpty()),
                "Privileged container that is not so by design",
                "Drivers and agents of nodes need the node; this workload does not for what it is.",
                "bartizan_started and proc.vpid = 1 and container.privileged = true",
                "image=%container.image.repository command=%proc.cmdline",
                "ERROR");
        return text.toString();
    }

    private static void rule(
            StringBuilder text,
            String macro,
            SortedMap<String, List<String>> pods,
            String title,
            String why,
            String condition,
            String output,
            String priority) {
        if (pods.isEmpty()) {
            return;
        }
        text.append("\n- macro: bartizan_").append(macro).append("\n  condition: >\n    (");
        text.append(pods.entrySet().stream()
                        .map(entry -> "(k8s.ns.name = \"" + entry.getKey() + "\" and ("
                                + entry.getValue().stream()
                                        .map(name -> "k8s.pod.name startswith \"" + name + "-\"")
                                        .collect(Collectors.joining(" or "))
                                + "))")
                        .collect(Collectors.joining("\n    or ")))
                .append(")\n\n");
        text.append("- rule: ").append(title).append("\n  desc: \"").append(why).append("\"\n  condition: >\n    ");
        text.append(condition).append(" and bartizan_").append(macro);
        text.append("\n  output: \"").append(title).append(" | namespace=%k8s.ns.name pod=%k8s.pod.name ");
        text.append(output).append("\"\n  priority: ").append(priority).append("\n  tags: [bartizan]\n");
    }

    /** A policy for Tetragon for each namespace in which no workload declares a host outside: it tells of connections that leave. Empty when there is none. */
    public static String tetragon(Snapshot snapshot) {
        List<ExpectedConduct> all = ExpectedConduct.of(snapshot);
        SortedSet<String> namespaces =
                new TreeSet<>(ExpectedConduct.names(all, one -> true).keySet());
        namespaces.removeAll(
                ExpectedConduct.names(all, one -> !one.staysInside()).keySet());
        return namespaces.stream().map(RuntimeRules::policy).collect(Collectors.joining("---\n"));
    }

    private static String policy(String namespace) {
        return """
                apiVersion: cilium.io/v1alpha1
                kind: TracingPolicyNamespaced
                metadata:
                  name: bartizan-nothing-outside
                  namespace: %s
                spec:
                  kprobes:
                    - call: tcp_connect
                      syscall: false
                      args:
                        - index: 0
                          type: sock
                      selectors:
                        - matchArgs:
                            - index: 0
                              operator: NotDAddr
                              values:
                %s
                """.formatted(
                namespace,
                INSIDE.stream().map(net -> " ".repeat(16) + "- \"" + net + "\"").collect(Collectors.joining("\n")));
    }
}
