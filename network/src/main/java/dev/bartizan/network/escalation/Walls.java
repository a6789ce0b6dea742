package dev.bartizan.network.escalation;

import dev.bartizan.network.engine.Decisions;
import dev.bartizan.network.engine.Decisions.Stretch;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Reason;
import dev.bartizan.network.engine.Step;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.PortSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what stops connections and falls with one more policy, of many pairs one after another. For one thread. */
public final class Walls {
    private final Decisions egress;
    private final Decisions ingress;
    private final Map<Integer, List<Stretch>> out = new HashMap<>();
    private final Map<Integer, List<Stretch>> in = new HashMap<>();

    public Walls(Engine engine) {
        this.egress = engine.decisions(Direction.EGRESS);
        this.ingress = engine.decisions(Direction.INGRESS);
    }

    /** The first between two parties; none when everything passes, or others stop what does not. */
    public Optional<Wall> between(int source, int receiver) {
        List<Reason> ofReceiver = said(in.computeIfAbsent(ingress.rowOf(receiver), ingress::row), source);
        for (Reason sent : said(out.computeIfAbsent(egress.rowOf(source), egress::row), receiver)) {
            for (Reason received : ofReceiver) {
                PortSet ports = PortSet.of(sent.ports()).intersect(PortSet.of(received.ports()));
                List<Step> steps = Stream.concat(sent.steps().stream(), received.steps().stream())
                        .toList();
                Optional<Wall> wall = ports.isEmpty() ? Optional.empty() : Wall.of(steps, ports);
                if (wall.isPresent()) {
                    return wall;
                }
            }
        }
        return Optional.empty();
    }

    /** The stretches are in the order of their last ones. */
    private static List<Reason> said(List<Stretch> row, int other) {
        int low = 0;
        int high = row.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (row.get(middle).last() < other) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return row.get(low).reasons();
    }
}
