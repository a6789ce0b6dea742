package dev.bartizan.network.escalation;

import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Reason;
import dev.bartizan.network.engine.Row;
import dev.bartizan.network.engine.Step;
import dev.bartizan.network.flip.End;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.rbac.Holder;
import dev.bartizan.network.rbac.Power;
import dev.bartizan.network.rbac.Powers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What all calls are held against: the cluster of today and who holds which power. Rows are kept, for they are asked for again and again. */
final class Ground {
    private final Cluster cluster;
    private final Engine engine;
    private final Powers powers;
    private final Function<Pod, String> label;
    private final Map<Engine, Map<Integer, Row>> rows = new HashMap<>();
    private final Map<Engine, Map<Long, PortSet>> allowed = new HashMap<>();

    Ground(Cluster cluster, Engine engine, Powers powers, Function<Pod, String> label) {
        this.cluster = cluster;
        this.engine = engine;
        this.powers = powers;
        this.label = label;
    }

    Cluster cluster() {
        return cluster;
    }

    /** Of the cluster of today. */
    Engine engine() {
        return engine;
    }

    Powers powers() {
        return powers;
    }

    List<Holder> holders(Power power, String namespace) {
        return powers.holders(power, namespace);
    }

    Optional<Pod> pod(End end) {
        return switch (end) {
            case End.OfPod(int pod) -> Optional.of(cluster.pods().get(pod));
            case End.OfAddresses _ -> Optional.empty();
        };
    }

    String label(End end) {
        return switch (end) {
            case End.OfPod(int pod) -> label.apply(cluster.pods().get(pod));
            case End.OfAddresses(var range) -> range.toString();
        };
    }

    /** What is certainly allowed under an engine. */
    PortSet allowed(Engine other, End from, End to) {
        int receiver = to.party(other);
        long pair = (long) from.party(other) << 32 | receiver;
        return allowed.computeIfAbsent(other, key -> new HashMap<>())
                .computeIfAbsent(pair, key -> PortSet.of(row(other, from).allowed(receiver)));
    }

    /** What is or may be allowed today. */
    PortSet open(End from, End to) {
        Row row = row(engine, from);
        int receiver = to.party(engine);
        return PortSet.of(row.allowed(receiver)).union(PortSet.of(row.depends(receiver)));
    }

    private Row row(Engine other, End from) {
        return rows.computeIfAbsent(other, key -> new HashMap<>()).computeIfAbsent(from.party(other), other::row);
    }

    /** What policies say under an engine about the first of some ports. */
    static List<Step> steps(Engine engine, End from, End to, PortSet ports) {
        return engine.reasons(from.party(engine), to.party(engine)).stream()
                .filter(reason -> !PortSet.of(reason.ports()).intersect(ports).isEmpty())
                .findFirst()
                .map(Reason::steps)
                .orElse(List.of());
    }
}
