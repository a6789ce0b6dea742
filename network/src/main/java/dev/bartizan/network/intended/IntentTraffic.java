package dev.bartizan.network.intended;

import dev.bartizan.graph.Intent;
import dev.bartizan.graph.Intent.Demand;
import dev.bartizan.network.intended.Traffic.Reason;
import dev.bartizan.network.intents.IntentCheck;
import dev.bartizan.network.intents.Participant;
import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.PortSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Traffic that intents allow. Where an intent names no ports, those are meant at which the receiver is known to listen. */
final class IntentTraffic {
    private final Intentions intentions;
    private final Workloads workloads;

    IntentTraffic(Intentions intentions, Workloads workloads) {
        this.intentions = intentions;
        this.workloads = workloads;
    }

    /** Stops when nobody wants more. */
    void addTo(Consumer<Traffic> traffic) {
        intentions.all().stream()
                .filter(intent -> intent.demand() == Demand.ALLOW)
                .forEach(intent -> add(intent, traffic));
    }

    private void add(Intent intent, Consumer<Traffic> traffic) {
        IntentCheck.Between between = intentions.check().between(intent);
        var reason = new Reason("intent " + intent.id() + " allows it", Optional.of(intent.location()));
        List<End> from = new ArrayList<>(outside(intent.from(), true));
        intentions.pods(between.from()).forEach(pod -> from.add(new End.Workload(pod)));
        for (int to : intentions.pods(between.to()).toArray()) {
            PortSet ports = ports(intent, to);
            for (End sender : from) {
                if (!isOfSameAsset(sender, to)) {
                    traffic.accept(new Traffic(sender, new End.Workload(to), ports, reason, Importance.HIGH));
                }
            }
        }
        for (End to : outside(intent.to(), false)) {
            PortSet ports = PortSet.of(intentions.check().ports(intent, Intentions.outside()));
            intentions
                    .pods(between.from())
                    .forEach(pod ->
                            traffic.accept(new Traffic(new End.Workload(pod), to, ports, reason, Importance.HIGH)));
        }
    }

    private boolean isOfSameAsset(End sender, int receiver) {
        return sender instanceof End.Workload(var pod)
                && workloads.pod(pod).asset() == workloads.pod(receiver).asset();
    }

    private PortSet ports(Intent intent, int pod) {
        Participant receiver = intentions.participant(pod);
        if (!intent.ports().isEmpty() || !intent.purposes().isEmpty()) {
            return PortSet.of(intentions.check().ports(intent, receiver));
        }
        PortSet known = PortSet.of(intentions.check().wellKnown(receiver)).union(workloads.declaredPorts(pod));
        return known.isEmpty() ? PortSet.ALL : known;
    }

    private static Set<End> outside(List<Intent.Side> sides, boolean isSending) {
        var ends = new LinkedHashSet<End>();
        for (Intent.Side side : sides) {
            side.addresses().stream()
                    .map(AddressRange::ofCidr)
                    .flatMap(Optional::stream)
                    .forEach(range -> ends.add(new End.Block(range)));
            if (!side.except().isEmpty()
                    && (side.who().isPresent() || !side.addresses().isEmpty())) {
                return Set.of(new End.Unnamed("those outside whom an intent means but for its exceptions"));
            }
            side.who().ifPresent(who -> {
                switch (who) {
                    case ANYONE, OUTSIDE -> ends.addAll(End.ANYWHERE);
                    case INTERNET -> ends.addAll(isSending ? End.ANYWHERE : List.of(new End.Internet()));
                    case WORKLOADS -> {}
                }
            });
        }
        return ends;
    }
}
