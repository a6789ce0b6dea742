package dev.bartizan.network.intended;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.intended.Traffic.Reason;
import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.model.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** Traffic that settings of workloads declare: what they call, read, write and load. */
final class LinkTraffic {
    private static final Set<String> KINDS = Set.of("calls", "reads", "writes", "loads");
    private static final String OUTSIDE = "ext:";
    private static final int HTTPS = 443;

    private final Snapshot snapshot;
    private final Workloads workloads;
    private final Backends backends;
    private final WrittenValues values;
    private final EgressProxies proxies;

    LinkTraffic(Snapshot snapshot, Workloads workloads, Backends backends, WrittenValues values) {
        this.snapshot = snapshot;
        this.workloads = workloads;
        this.backends = backends;
        this.values = values;
        this.proxies = new EgressProxies(snapshot.platform(), workloads, values);
    }

    void addTo(Consumer<Traffic> traffic) {
        for (Link link : snapshot.platform().links()) {
            if (KINDS.contains(link.kind())) {
                List<Integer> callers = workloads.of(link.from(), link.evidence());
                if (!callers.isEmpty()) {
                    add(link, callers, traffic);
                }
            }
        }
    }

    private void add(Link link, List<Integer> callers, Consumer<Traffic> traffic) {
        Asset called = snapshot.platform().asset(link.to());
        String text = values.at(link.evidence()).map(node -> node.text("")).orElse("");
        if (called.id().startsWith(OUTSIDE)) {
            outside(link, proxies.of(link.from(), callers), text, traffic);
        } else if (called.kind().equals("Service") && called.group().equals("core")) {
            List<String> ports = PortText.of(text, called.name(), called.namespace()).stream()
                    .map(port -> Integer.toString(port))
                    .toList();
            for (Backends.Backend backend : backends.of(link.to(), ports)) {
                add(link, callers, new End.Workload(backend.pod()), backend.ports(), traffic);
            }
        } else {
            for (int pod : workloads.of(link.to())) {
                add(link, callers, new End.Workload(pod), workloads.declaredPorts(pod), traffic);
            }
        }
    }

    private void outside(Link link, List<Integer> callers, String text, Consumer<Traffic> traffic) {
        String host = snapshot.platform().asset(link.to()).id().substring(OUTSIDE.length());
        End end = AddressRange.ofCidr(host + (host.indexOf(':') < 0 ? "/32" : "/128"))
                .<End>map(End.Block::new)
                .orElseGet(() -> new End.Domain(host));
        List<Integer> written = PortText.of(text, host, "");
        OptionalInt port = written.isEmpty() ? OptionalInt.of(HTTPS) : OptionalInt.of(written.getFirst());
        add(link, callers, end, PortSet.of(Protocol.TCP, port.getAsInt()), traffic);
    }

    private void add(Link link, List<Integer> callers, End called, PortSet ports, Consumer<Traffic> traffic) {
        var reason = new Reason(reason(link), Optional.of(link.evidence()));
        for (int caller : callers) {
            traffic.accept(new Traffic(new End.Workload(caller), called, ports, reason, Importance.HIGH));
        }
    }

    private String reason(Link link) {
        return snapshot.platform().asset(link.from()).name() + " " + link.kind() + " "
                + snapshot.platform().asset(link.to()).name();
    }
}
