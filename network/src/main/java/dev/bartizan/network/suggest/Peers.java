package dev.bartizan.network.suggest;

import dev.bartizan.network.intended.End;
import dev.bartizan.network.model.AddressRange;
import java.util.List;

/** How policies can name the sides of traffic. */
final class Peers {
    private final Segments segments;
    private final KnownAddresses known;

    Peers(Segments segments, KnownAddresses known) {
        this.segments = segments;
        this.known = known;
    }

    /** Whom a rule must name; nobody when it cannot. */
    List<RulePeer> of(End end) {
        return switch (end) {
            case End.Workload(var pod) ->
                segments.of(pod)
                        .map(segment -> List.<RulePeer>of(new RulePeer.Pods(segment)))
                        .orElseGet(this::nodes);
            case End.Block(var range) -> List.of(new RulePeer.Block(range));
            case End.ApiServer() -> blocks(known.apiServer());
            case End.Nodes() -> nodes();
            case End.NameService() -> List.of(new RulePeer.NameService());
            case End.Domain _, End.Internet _, End.Unnamed _ -> List.of();
        };
    }

    private List<RulePeer> nodes() {
        return blocks(known.nodes());
    }

    private static List<RulePeer> blocks(List<AddressRange> ranges) {
        return ranges.stream().<RulePeer>map(RulePeer.Block::new).toList();
    }

    /** Why no rule can name it, and what to do. */
    String remedy(End end) {
        return switch (end) {
            case End.Workload _, End.Nodes _ ->
                "it has the address of its node: give the addresses of the nodes with --nodes, or take the pod off the host network";
            case End.ApiServer() -> "give the addresses of the API server with --api-server";
            case End.Domain _ ->
                "NetworkPolicy knows no names: send it through an egress proxy, or allow its addresses with an ipBlock";
            case End.Internet _ ->
                "send it through an egress proxy, or allow 0.0.0.0/0 without the private ranges with an ipBlock";
            case End.Unnamed _ -> "add its manifests to the input, or a rule that names its namespace and pods";
            case End.Block _, End.NameService _ -> "a rule can name it";
        };
    }
}
