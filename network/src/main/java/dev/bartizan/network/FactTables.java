package dev.bartizan.network;

import dev.bartizan.graph.DecisionTable;
import dev.bartizan.graph.PortRange;
import dev.bartizan.graph.ReachabilityFacts.PeerClass;
import dev.bartizan.graph.Transport;
import dev.bartizan.graph.Way;
import dev.bartizan.network.engine.Decisions;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Reason;
import dev.bartizan.network.engine.Step;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the engine knows, in the words that all analyses share. */
final class FactTables {
    private final Cluster cluster;
    private final Engine engine;

    FactTables(Cluster cluster, Engine engine) {
        this.cluster = cluster;
        this.engine = engine;
    }

    List<PeerClass> classes() {
        List<List<PeerClass.Member>> members = new ArrayList<>();
        for (int party = 0; party < engine.parties(); party++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < cluster.pods().size(); i++) {
            Pod pod = cluster.pods().get(i);
            members.get(engine.partyOf(i)).add(new PeerClass.Member(pod.asset(), part(pod.name())));
        }
        return IntStream.range(0, engine.parties())
                .mapToObj(party -> new PeerClass(members.get(party), addresses(party)))
                .toList();
    }

    private static String part(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? "" : name.substring(slash);
    }

    private String addresses(int party) {
        if (engine.isPod(party)) {
            return "";
        }
        return engine.isOutsider(party)
                ? Peer.outsider(engine.outsider(party), party).name()
                : engine.addressesOf(party).toString();
    }

    DecisionTable table(Direction direction) {
        Decisions decisions = engine.decisions(direction);
        int[] rows = IntStream.range(0, engine.parties()).map(decisions::rowOf).toArray();
        return new DecisionTable(rows, decisions.rows(), number -> Optional.of(runs(decisions.row(number))));
    }

    private static List<DecisionTable.Run> runs(List<Decisions.Stretch> row) {
        var known = new IdentityHashMap<List<Reason>, List<Way>>();
        return row.stream()
                .map(stretch -> new DecisionTable.Run(
                        stretch.last(), known.computeIfAbsent(stretch.reasons(), FactTables::ways)))
                .toList();
    }

    private static List<Way> ways(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Way(
                        reason.ports().stream().map(FactTables::range).toList(),
                        switch (reason.verdict()) {
                            case ALLOWED -> Way.Verdict.ALLOWED;
                            case DENIED -> Way.Verdict.DENIED;
                            case DEPENDS -> Way.Verdict.DEPENDS;
                        },
                        reason.steps().stream().map(FactTables::step).toList()))
                .toList();
    }

    private static PortRange range(PortMatch.Range range) {
        Transport transport = switch (range.protocol()) {
            case TCP -> Transport.TCP;
            case UDP -> Transport.UDP;
            case SCTP -> Transport.SCTP;
        };
        return new PortRange(transport, range.first(), range.last());
    }

    private static Way.Step step(Step step) {
        return new Way.Step(
                step.policies().stream().findFirst().map(Policy::id).orElse(""),
                ExplanationText.said(step),
                ExplanationText.place(step));
    }
}
