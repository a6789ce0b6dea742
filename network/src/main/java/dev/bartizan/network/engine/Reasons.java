package dev.bartizan.network.engine;

import dev.bartizan.network.model.PortMatch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why one party may reach another or not: the way of each port through the chains. */
final class Reasons {
    private final Engine engine;
    private final int source;
    private final int receiver;

    Reasons(Engine engine, int source, int receiver) {
        this.engine = engine;
        this.source = source;
        this.receiver = receiver;
    }

    /** The ports that go the same way, together; in the order of their first ports. */
    List<Reason> all() {
        Map<List<Step>, BitSet> ways = new LinkedHashMap<>();
        PortAtoms atoms = engine.atoms();
        List<ChainRules> chains = engine.chains().stream().map(Chain::rules).toList();
        for (int atom = 0; atom < atoms.count(); atom++) {
            var way = new ArrayList<Step>();
            for (ChainRules chain : chains) {
                way.addAll(new Way(engine.all(), chain, source, receiver, atom).steps());
            }
            ways.computeIfAbsent(way, key -> new BitSet()).set(atom);
        }
        Row row = engine.row(source);
        var reasons = new ArrayList<Reason>();
        ways.forEach((way, set) -> {
            List<PortMatch.Range> ports = atoms.ranges(set);
            reasons.add(new Reason(ports, row.verdict(receiver, set.nextSetBit(0)), way));
        });
        return reasons;
    }
}
