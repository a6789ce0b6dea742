package dev.bartizan.network.intended;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Signature.Need;
import dev.bartizan.network.intended.Traffic.Reason;
import dev.bartizan.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Workloads whose service account holds rights use them at the API server, or somebody would not have given them. */
final class ApiAccess {
    private static final List<Integer> PORTS = List.of(443, 6443);

    private final Snapshot snapshot;
    private final Platform platform;
    private final Workloads workloads;
    private final Components components;

    ApiAccess(Snapshot snapshot, Workloads workloads, Components components) {
        this.snapshot = snapshot;
        this.platform = snapshot.platform();
        this.workloads = workloads;
        this.components = components;
    }

    void addTo(Consumer<Traffic> traffic) {
        for (Link link : platform.links()) {
            List<Integer> pods = link.kind().equals("runs-as") ? workloads.of(link.from(), link.evidence()) : List.of();
            if (!pods.isEmpty() && !isKnown(link.from())) {
                right(link.to())
                        .ifPresent(right -> pods.stream()
                                .filter(pod -> mountsToken(pod, link.to()))
                                .forEach(pod -> traffic.accept(access(pod, link.to(), right))));
            }
        }
    }

    private Traffic access(int pod, int account, Link right) {
        Asset role = platform.asset(right.to());
        var reason = new Reason(
                "its service account " + platform.asset(account).name() + " holds " + role.kind() + " " + role.name(),
                Optional.of(right.evidence()));
        return new Traffic(new End.Workload(pod), new End.ApiServer(), Components.tcp(PORTS), reason, Importance.HIGH);
    }

    /** Whether what is known of the component says so already. */
    private boolean isKnown(int asset) {
        return components
                .signature(asset)
                .map(signature -> signature.needs().stream()
                        .anyMatch(need -> need.place().equals(Optional.of(Need.Place.KUBERNETES_API))
                                && need.direction() == Need.Direction.OUT))
                .orElse(false);
    }

    private Optional<Link> right(int account) {
        return platform.linksFrom(account).stream()
                .filter(link -> link.kind().equals("may-do"))
                .findFirst();
    }

    /** What the pod says counts before what its account says. */
    private boolean mountsToken(int pod, int account) {
        Node own = workloads.spec(pod).get("automountServiceAccountToken");
        boolean isOff = snapshot.trees()
                .root(account)
                .map(root -> root.get("automountServiceAccountToken").isFalse())
                .orElse(false);
        return own.isTrue() || (!own.isFalse() && !isOff);
    }
}
