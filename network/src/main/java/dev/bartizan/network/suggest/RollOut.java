package dev.bartizan.network.suggest;

import dev.bartizan.network.model.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** In which order the policies come in, and how to take them out again. */
final class RollOut {
    private final Synthesis.Answer answer;
    private final List<Policy> replaced;
    private final Map<String, Long> touched = new HashMap<>();

    /** @param before pairs that may connect today */
    RollOut(Synthesis.Answer answer, List<Policy> replaced, SortedMap<Matrix.Cell, Long> before) {
        this.answer = answer;
        this.replaced = replaced;
        before.forEach((cell, pairs) -> {
            touched.merge(cell.from(), pairs, Long::sum);
            touched.merge(cell.to(), pairs, Long::sum);
        });
    }

    /** The namespaces, those first that the fewest others talk with. */
    private List<String> order() {
        return answer.namespaces().stream()
                .sorted(Comparator.comparingLong((String namespace) -> touched.getOrDefault(namespace, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    List<String> lines() {
        var lines = new ArrayList<>(List.of("", "## Roll-out", ""));
        lines.add("1. Decide on each line of what would stop.");
        lines.add(
                "2. Apply one namespace after the other, those with the fewest connections of today first, and watch for a day what is denied:");
        lines.add("");
        lines.add("```sh");
        Map<String, String> paths = PolicyFiles.names(answer);
        order().forEach(namespace -> lines.add("kubectl apply -f " + paths.getOrDefault(namespace, "")));
        lines.add("```");
        if (!replaced.isEmpty()) {
            lines.add("");
            lines.add(
                    "3. The proof is of these policies without the " + replaced.size()
                            + " NetworkPolicies that are there now: rules add up, and theirs go on allowing. Delete them last:");
            lines.add("");
            replaced.forEach(policy -> lines.add("- " + MatrixTable.text(policy.name()) + " ("
                    + MatrixTable.text(
                            policy.location().file() + ":" + policy.location().line()) + ")"));
        }
        lines.add("");
        lines.add("To take everything back: `sh rollback.sh`.");
        return lines;
    }

    /** A script that takes the policies out again, the last first. */
    String rollback() {
        var script = new StringBuilder(
                "#!/bin/sh\n# Takes the suggested policies out again.\ncd \"$(dirname \"$0\")\" || exit 1\n");
        Map<String, String> paths = PolicyFiles.names(answer);
        order().reversed()
                .forEach(namespace -> script.append("kubectl delete --ignore-not-found -f ")
                        .append(paths.getOrDefault(namespace, ""))
                        .append('\n'));
        return script.toString();
    }
}
