package dev.bartizan.network.suggest;

import dev.bartizan.network.intended.End;
import dev.bartizan.network.intended.KnownAddresses;
import dev.bartizan.network.model.AddressRange;
import java.util.List;
import java.util.Optional;

/** How policies can name the sides of traffic. */
final class Peers {
    private final Segments segments;
    private final KnownAddresses known;
    private final List<PolicyForm> forms;

    Peers(Segments segments, KnownAddresses known, List<PolicyForm> forms) {
        this.segments = segments;
        this.known = known;
        this.forms = List.copyOf(forms);
    }

    /** Whom a rule must name; nobody when it cannot. */
    List<RulePeer> of(End end) {
        return named(end).map(List::of).orElseGet(() -> switch (end) {
            case End.Workload(var pod) ->
                segments.of(pod)
                        .map(segment -> List.<RulePeer>of(new RulePeer.Pods(segment)))
                        .orElseGet(this::nodes);
            case End.Block(var range) -> List.of(new RulePeer.Block(range));
            case End.ApiServer() -> blocks(known.apiServer());
            case End.Nodes() -> nodes();
            case End.NameService() -> List.of(new RulePeer.NameService());
            case End.Domain _, End.Internet _, End.Unnamed _ -> List.of();
        });
    }

    private Optional<RulePeer> named(End end) {
        return forms.stream().flatMap(form -> form.name(end).stream()).findFirst();
    }

    private List<RulePeer> nodes() {
        return named(new End.Nodes()).map(List::of).orElseGet(() -> blocks(known.nodes()));
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
                "these policies know no such name: send it through an egress proxy, or allow its addresses with an ipBlock";
            case End.Internet _ ->
                "send it through an egress proxy, or allow 0.0.0.0/0 without the private ranges with an ipBlock";
            case End.Unnamed _ -> "add its manifests to the input, or a rule that names its namespace and pods";
            case End.Block _, End.NameService _ -> "a rule can name it";
        };
    }
}
