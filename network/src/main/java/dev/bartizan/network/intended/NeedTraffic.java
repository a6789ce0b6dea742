package dev.bartizan.network.intended;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Plane;
import dev.bartizan.graph.Platform;
import dev.bartizan.knowledge.Signature;
import dev.bartizan.knowledge.Signature.Need;
import dev.bartizan.knowledge.Signature.Need.Direction;
import dev.bartizan.network.intended.Traffic.Reason;
import dev.bartizan.network.model.PortSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Traffic without which components do not work, as the knowledge about them says, where settings do not say it already. */
final class NeedTraffic {
    private static final Set<String> ENDLESS_PORTS =
            Set.of("trainer", "compute-cluster", "compute-job", "data-processing", "pipeline");
    private static final List<Integer> API_PORTS = List.of(443, 6443);
    private static final int MOST_REPLICAS = 64;
    private static final String PLAIN_GROUP = "apps";

    private final Platform platform;
    private final Workloads workloads;
    private final Components components;

    NeedTraffic(Platform platform, Workloads workloads, Components components) {
        this.platform = platform;
        this.workloads = workloads;
        this.components = components;
    }

    void addTo(Consumer<Traffic> traffic) {
        for (int i = 0; i < platform.assets().size(); i++) {
            int asset = i;
            if (!workloads.of(i).isEmpty()) {
                components
                        .signature(i)
                        .ifPresent(signature ->
                                signature.needs().forEach(need -> add(new Needing(asset, signature, need, traffic))));
            }
        }
    }

    private record Needing(int asset, Signature signature, Need need, Consumer<Traffic> traffic) {
        Reason reason(Platform platform) {
            return new Reason(
                    signature.name() + ": " + need.why(),
                    Optional.of(platform.asset(asset).location()));
        }
    }

    private void add(Needing needing) {
        Need need = needing.need();
        if (need.place().isPresent()) {
            atPlace(needing, need.place().get());
        } else {
            String kind = need.role()
                    .map(Components::role)
                    .orElseGet(() -> Components.component(need.component().orElse("")));
            if (need.direction() == Direction.OUT) {
                out(needing, kind);
            } else {
                in(needing, kind);
            }
        }
    }

    private void atPlace(Needing needing, Need.Place place) {
        PortSet ports = Components.tcp(needing.need().ports());
        switch (place) {
            case KUBERNETES_API -> apiServer(needing, ports);
            case NODES -> {
                if (!ports.isEmpty()) {
                    withPlace(needing, new End.Nodes(), ports, Importance.HIGH);
                }
            }
            case INTERNET -> internet(needing, ports);
            case PEERS -> peers(needing, ports);
            case LAUNCHED -> withPlace(needing, new End.Unnamed("what it starts"), ports, Importance.HIGH);
        }
    }

    private void apiServer(Needing needing, PortSet ports) {
        boolean isControl =
                platform.asset(needing.asset()).classification().plane().equals(Optional.of(Plane.CONTROL));
        Importance importance = isControl ? Importance.CRITICAL : Importance.HIGH;
        if (needing.need().direction() == Direction.OUT) {
            withPlace(needing, new End.ApiServer(), Components.tcp(API_PORTS), importance);
        } else if (!isCalledAsWebhook(needing.asset())) {
            withPlace(needing, new End.ApiServer(), ports, importance);
        }
    }

    private boolean isCalledAsWebhook(int asset) {
        return platform.linksTo(asset).stream()
                .filter(link -> link.kind().equals("exposes"))
                .anyMatch(link -> platform.linksTo(link.from()).stream()
                        .anyMatch(call -> call.kind().equals("calls-webhook")));
    }

    /** Not of who says where its weights or files lie, or goes out through a proxy. */
    private void internet(Needing needing, PortSet ports) {
        boolean isTold = platform.linksFrom(needing.asset()).stream()
                .anyMatch(link -> link.kind().equals("loads")
                        || platform.asset(link.to()).id().startsWith("ext:"));
        boolean hasProxy = components.talksTo(needing.asset(), Components.role("gateway"));
        if (!isTold && !hasProxy) {
            withPlace(needing, new End.Internet(), ports, needing.need().optional() ? Importance.LOW : Importance.HIGH);
        }
    }

    /** Among the pods of one custom resource; of plain workloads, among those of one component in a namespace. */
    private void peers(Needing needing, PortSet ports) {
        Asset own = platform.asset(needing.asset());
        boolean talksAtAnyPort =
                ports.isEmpty() || ENDLESS_PORTS.contains(own.classification().role());
        List<Integer> pods = parts(needing.asset(), own);
        if (pods.size() > MOST_REPLICAS) {
            withPlace(
                    needing,
                    new End.Unnamed("one of " + pods.size() + " parts of " + own.name()),
                    ports,
                    Importance.HIGH);
            return;
        }
        for (int from : workloads.of(needing.asset())) {
            for (int to : pods) {
                boolean isListening = !needing.need().optional()
                        || ports.minus(workloads.declaredPorts(to)).isEmpty();
                if (isListening) {
                    accept(
                            needing,
                            new End.Workload(from),
                            new End.Workload(to),
                            talksAtAnyPort ? PortSet.TCP : ports,
                            Importance.HIGH);
                }
            }
        }
    }

    private List<Integer> parts(int asset, Asset own) {
        if (!own.group().equals(PLAIN_GROUP)) {
            return workloads.of(asset);
        }
        String component = own.classification().component().orElse("");
        return components.nearest(asset, Components.component(component)).stream()
                .limit(MOST_REPLICAS + 1L)
                .flatMap(other -> workloads.of(other).stream())
                .toList();
    }

    private void out(Needing needing, String kind) {
        if (components.talksTo(needing.asset(), kind)) {
            return;
        }
        List<Integer> found = components.nearest(needing.asset(), kind);
        if (needing.need().optional()) {
            return;
        }
        if (found.size() != 1) {
            String who = found.isEmpty() ? "a " + needing.need().peer() : "one of " + found.size() + " of " + kind;
            PortSet ports = Components.tcp(needing.need().ports());
            if (!ports.isEmpty()) {
                withPlace(needing, new End.Unnamed(who), ports, Importance.MEDIUM);
            }
            return;
        }
        for (int to : workloads.of(found.getFirst())) {
            PortSet ports = ports(needing.need(), found.getFirst());
            workloads
                    .of(needing.asset())
                    .forEach(from ->
                            accept(needing, new End.Workload(from), new End.Workload(to), ports, Importance.HIGH));
        }
    }

    /** From whoever of this kind is near, to pods that listen there. */
    private void in(Needing needing, String kind) {
        PortSet ports = ports(needing.need(), needing.asset());
        List<Integer> callers = components.nearest(needing.asset(), kind);
        if (ports.isEmpty() || callers.size() > MOST_REPLICAS) {
            return;
        }
        for (int to : workloads.of(needing.asset())) {
            if (ports.minus(workloads.declaredPorts(to)).isEmpty()) {
                callers.stream()
                        .flatMap(caller -> workloads.of(caller).stream())
                        .forEach(from -> accept(
                                needing, new End.Workload(from), new End.Workload(to), ports, Importance.MEDIUM));
            }
        }
    }

    private PortSet ports(Need need, int receiver) {
        return need.ports().isEmpty() ? components.dataPorts(receiver) : Components.tcp(need.ports());
    }

    private void withPlace(Needing needing, End place, PortSet ports, Importance importance) {
        for (int pod : workloads.of(needing.asset())) {
            boolean isOut = needing.need().direction() == Direction.OUT;
            boolean isListening =
                    isOut || ports.minus(workloads.declaredPorts(pod)).isEmpty();
            if (isListening) {
                End own = new End.Workload(pod);
                accept(needing, isOut ? own : place, isOut ? place : own, ports, importance);
            }
        }
    }

    private void accept(Needing needing, End from, End to, PortSet ports, Importance importance) {
        if (!ports.isEmpty()) {
            needing.traffic().accept(new Traffic(from, to, ports, needing.reason(platform), importance));
        }
    }
}
