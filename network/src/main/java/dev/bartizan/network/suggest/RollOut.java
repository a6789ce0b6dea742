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
    private final List<String> audit;
    private final PolicyFiles written;
    private final Replaced replaced;

    /** @param audit ways to look at what would be denied before it is */
    RollOut(Synthesis.Answer answer, List<String> audit, PolicyFiles written, Replaced replaced) {
        this.answer = answer;
        this.audit = List.copyOf(audit);
        this.written = written;
        this.replaced = replaced;
    }

    /** The namespaces, those first that the fewest others talk with. */
    private List<String> order(SortedMap<Matrix.Cell, Long> before) {
        Map<String, Long> touched = new HashMap<>();
        before.forEach((cell, pairs) -> {
            touched.merge(cell.from(), pairs, Long::sum);
            touched.merge(cell.to(), pairs, Long::sum);
        });
        return answer.namespaces().stream()
                .sorted(Comparator.comparingLong((String namespace) -> touched.getOrDefault(namespace, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** @param before pairs that may connect today */
    List<String> lines(SortedMap<Matrix.Cell, Long> before) {
        var lines = new ArrayList<>(List.of("", "## Roll-out", ""));
        lines.add("1. Decide on each line of what would stop.");
        lines.add("2. Look at what would be denied, where the cluster can tell it:");
        audit.forEach(sentence -> lines.add("   - " + sentence));
        lines.add(
                "3. Apply one namespace after the other, those with the fewest connections of today first, and watch for a day what is denied:");
        lines.add("");
        lines.add("```sh");
        order(before)
                .forEach(namespace -> written.paths(namespace).forEach(path -> lines.add("kubectl apply -f " + path)));
        lines.add("```");
        if (!replaced.all().isEmpty()) {
            replaced(lines);
        }
        lines.add("");
        lines.add("To take everything back: `sh rollback.sh`.");
        return lines;
    }

    private void replaced(List<String> lines) {
        List<Policy> left = replaced.left();
        lines.add("");
        lines.add("4. The proof is of these policies without the "
                + replaced.all().size() + " policies that are there now: rules add up, and theirs go on allowing. "
                + (left.isEmpty() ? "All of them have been written over." : "Delete them last:"));
        lines.add("");
        left.forEach(policy -> lines.add("- " + described(policy)));
        List<Policy> lost = replaced.lost();
        if (!lost.isEmpty()) {
            lines.add("");
            lines.add(
                    "Not in `rollback/`, because they hold values that are masked here; apply them from their files:");
            lines.add("");
            lost.forEach(policy -> lines.add("- " + described(policy)));
        }
    }

    private static String described(Policy policy) {
        return MatrixTable.text(policy.kind() + " " + policy.name()) + " ("
                + MatrixTable.text(
                        policy.location().file() + ":" + policy.location().line()) + ")";
    }

    /** A script that takes the policies out again, the last first, and puts back what was there. */
    String rollback(SortedMap<Matrix.Cell, Long> before) {
        var script = new StringBuilder(
                "#!/bin/sh\n# Puts back the policies that were there, then takes the suggested ones out again.\ncd \"$(dirname \"$0\")\" || exit 1\n");
        for (String namespace : order(before).reversed()) {
            replaced.path(namespace)
                    .ifPresent(path ->
                            script.append("kubectl apply -f ").append(path).append(" || exit 1\n"));
            replaced.removals(namespace).forEach(line -> script.append(line).append('\n'));
        }
        return script.toString();
    }
}
