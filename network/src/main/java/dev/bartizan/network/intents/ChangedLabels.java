package dev.bartizan.network.intents;

import dev.bartizan.graph.Intent;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Breach;
import dev.bartizan.graph.IntentResult.Verdict;
import dev.bartizan.network.rbac.Holder;
import dev.bartizan.network.rbac.NamespaceChange;
import dev.bartizan.network.rbac.Power;
import dev.bartizan.network.rbac.Powers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Who could break intents with other labels on a namespace: the cluster as it is then is asked again. */
final class ChangedLabels {
    private static final int MOST_CHANGES = 64;

    private final List<NamespaceChange> changes;
    private final Function<NamespaceChange, IntentCheck> then;
    private final Powers powers;

    /** @param then the cluster with the change */
    ChangedLabels(List<NamespaceChange> changes, Function<NamespaceChange, IntentCheck> then, Powers powers) {
        this.changes = changes;
        this.then = then;
        this.powers = powers;
    }

    /** Whether there are more changes than are looked at. */
    boolean isCut() {
        return changes.size() > MOST_CHANGES;
    }

    /** Of intents that hold, for each the first change of each namespace that breaks it. */
    List<List<Breach>> of(List<Intent> holding) {
        List<List<Breach>> found = new ArrayList<>();
        List<Set<String>> told = new ArrayList<>();
        holding.forEach(intent -> {
            found.add(new ArrayList<>());
            told.add(new HashSet<>());
        });
        if (holding.isEmpty()) {
            return found;
        }
        for (NamespaceChange change : changes.subList(0, Math.min(changes.size(), MOST_CHANGES))) {
            List<IntentResult> results = then.apply(change).run(holding);
            for (int i = 0; i < holding.size(); i++) {
                IntentResult result = results.get(i);
                boolean isBroken =
                        result.verdict() == Verdict.BROKEN && !result.examples().isEmpty();
                if (isBroken && told.get(i).add(change.namespace())) {
                    found.get(i).add(breach(change, result.examples().getFirst()));
                }
            }
        }
        return found;
    }

    private Breach breach(NamespaceChange change, IntentResult.Example packet) {
        List<Holder> holders = powers.holders(Power.LABEL_NAMESPACE, change.namespace());
        return new Breach(
                change.call(),
                holders.stream().map(Holder::principal).toList(),
                packet,
                holders.getFirst().evidence());
    }
}
