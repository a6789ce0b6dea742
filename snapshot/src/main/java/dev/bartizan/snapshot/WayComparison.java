package dev.bartizan.snapshot;

import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.AttackPathFacts.AttackPath;
import dev.bartizan.graph.AttackPathFacts.Jewel;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which ways to crown jewels a change opened. Only a few ways to a jewel are kept, so one that is shown now may have been there before unseen: a way is new
 * when it could not have been there, and not when it merely stood in the shadow of one that was cut.
 */
final class WayComparison {
    private final Snapshot old;
    private final Snapshot now;
    private final Map<String, Jewel> before = new HashMap<>();
    private final Set<String> assets;
    private final Set<Evidence> found = new HashSet<>();

    /**
     * @param assets ids of those that the older platform does not have
     * @param findings members that only the newer snapshot has
     */
    WayComparison(Snapshot old, Snapshot now, Collection<String> assets, Collection<Finding.Member> findings) {
        this.old = old;
        this.now = now;
        old.attackPaths()
                .map(AttackPathFacts::jewels)
                .orElse(List.of())
                .forEach(jewel -> before.put(jewel.asset(), jewel));
        this.assets = Set.copyOf(assets);
        // As steps tell what a check saw.
        findings.forEach(
                member -> found.add(new Evidence(member.rule() + ": " + member.statement(), member.location())));
    }

    /** One for each jewel at most; none when the older snapshot does not know of ways: what is new is not known then. */
    List<Comparison.NewWay> all() {
        if (old.attackPaths().isEmpty()) {
            return List.of();
        }
        var opened = new ArrayList<Comparison.NewWay>();
        for (Jewel jewel : now.attackPaths().map(AttackPathFacts::jewels).orElse(List.of())) {
            jewel.paths().stream()
                    .flatMap(path ->
                            why(jewel, path).map(why -> new Comparison.NewWay(jewel.asset(), path, why)).stream())
                    .findFirst()
                    .ifPresent(opened::add);
        }
        return opened;
    }

    private Optional<String> why(Jewel jewel, AttackPath path) {
        List<AttackPath> older =
                Optional.ofNullable(before.get(jewel.asset())).map(Jewel::paths).orElse(List.of());
        if (older.isEmpty()) {
            return Optional.of("no way led there before");
        }
        int shortest = older.stream().mapToInt(way -> way.steps().size()).min().orElseThrow();
        if (path.steps().size() < shortest) {
            return Optional.of("shorter: " + path.steps().size() + " steps, before " + shortest);
        }
        for (AttackPathFacts.Step step : path.steps()) {
            if (assets.contains(step.to())) {
                return Optional.of("it goes over " + step.to() + ", which was not there before");
            }
            if (isOpened(step)) {
                return Optional.of("policies let " + step.from() + " reach " + step.to() + ", and did not before");
            }
            Optional<Evidence> fresh =
                    step.evidence().stream().filter(found::contains).findFirst();
            if (fresh.isPresent()) {
                return Optional.of("it rests on what was not so before: "
                        + fresh.get().statement() + ", " + fresh.get().location());
            }
        }
        return Optional.empty();
    }

    /** Whether policies let one reach the other now, and certainly did not before. */
    private boolean isOpened(AttackPathFacts.Step step) {
        return reaches(now, step).equals(Optional.of(true))
                && reaches(old, step).equals(Optional.of(false));
    }

    /** Empty when the network was not analysed, or one of them is not there. */
    private static Optional<Boolean> reaches(Snapshot snapshot, AttackPathFacts.Step step) {
        var platform = snapshot.platform();
        return snapshot.connectivity()
                .flatMap(facts -> platform.index(step.from())
                        .flatMap(from -> platform.index(step.to())
                                .map(to -> facts.sources(to).get(from))));
    }
}
