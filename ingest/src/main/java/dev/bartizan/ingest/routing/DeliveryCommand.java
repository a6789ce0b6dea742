package dev.bartizan.ingest.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command that changes what runs in a cluster.
 *
 * @param namespace that it names; empty when it names none
 * @param application of Argo CD that it names; empty when it names none
 * @param isInOwnNamespace whether it works in the namespace of its pod where it names no other; manifests that are applied may name any
 */
record DeliveryCommand(Optional<String> namespace, Optional<String> application, boolean isInOwnNamespace) {
    private static final Map<String, Set<String>> VERBS = Map.of(
            "kubectl", Set.of("apply", "create", "replace", "patch", "set", "rollout", "scale"),
            "oc", Set.of("apply", "create", "replace", "patch", "set", "rollout", "scale"),
            "helm", Set.of("install", "upgrade"),
            "argocd", Set.of("app"));
    private static final Set<String> OF_MANIFESTS = Set.of("apply", "create", "replace");
    private static final Set<String> OF_APPLICATIONS = Set.of("sync", "set", "create", "rollback");
    /** They lead into another cluster, or one that only the running command knows. */
    private static final Set<String> ELSEWHERE =
            Set.of("--context", "--kube-context", "--kubeconfig", "--server", "-s", "--cluster");

    private static final Set<String> NAMESPACE = Set.of("-n", "--namespace");
    private static final Set<String> BEFORE_A_COMMAND = Set.of("exec", "sudo", "then", "do", "else", "if", "!", "time");

    /** Whether a text may hold one at all; nearly none does. */
    static boolean mayBeIn(String text) {
        return text.contains("kubectl") || text.contains("helm") || text.contains("argocd") || text.contains("oc ");
    }

    /** Whether a program of this name runs such commands. */
    static boolean isTool(String program) {
        return VERBS.containsKey(program);
    }

    /** What these words do, if they are such a command. */
    static Optional<DeliveryCommand> of(List<String> words) {
        int start = 0;
        while (start < words.size()
                && (BEFORE_A_COMMAND.contains(words.get(start)) || isAssignment(words.get(start)))) {
            start++;
        }
        if (start >= words.size()) {
            return Optional.empty();
        }
        String tool = words.get(start).substring(words.get(start).lastIndexOf('/') + 1);
        return VERBS.containsKey(tool) ? of(tool, words.subList(start + 1, words.size())) : Optional.empty();
    }

    private static Optional<DeliveryCommand> of(String tool, List<String> words) {
        var operands = new ArrayList<String>();
        Optional<String> namespace = Optional.empty();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String flag = equals < 0 ? word : word.substring(0, equals);
            if (ELSEWHERE.contains(flag)) {
                return Optional.empty();
            } else if (NAMESPACE.contains(flag)) {
                i += equals < 0 ? 1 : 0;
                namespace = i < words.size()
                        ? Optional.of(equals < 0 ? words.get(i) : word.substring(equals + 1))
                        : Optional.empty();
            } else if (!word.startsWith("-")) {
                operands.add(word);
            }
        }
        boolean isDelivery =
                !operands.isEmpty() && VERBS.getOrDefault(tool, Set.of()).contains(operands.getFirst());
        if (!isDelivery) {
            return Optional.empty();
        }
        return tool.equals("argocd") ? ofArgo(operands) : Optional.of(of(namespace, operands));
    }

    private static DeliveryCommand of(Optional<String> namespace, List<String> operands) {
        return new DeliveryCommand(namespace, Optional.empty(), !OF_MANIFESTS.contains(operands.getFirst()));
    }

    private static Optional<DeliveryCommand> ofArgo(List<String> operands) {
        return operands.size() > 2 && OF_APPLICATIONS.contains(operands.get(1))
                ? Optional.of(new DeliveryCommand(Optional.empty(), Optional.of(operands.get(2)), false))
                : Optional.empty();
    }

    private static boolean isAssignment(String word) {
        int equals = word.indexOf('=');
        return equals > 0
                && word.chars().limit(equals).allMatch(unit -> unit == '_' || Character.isLetterOrDigit(unit));
    }
}
