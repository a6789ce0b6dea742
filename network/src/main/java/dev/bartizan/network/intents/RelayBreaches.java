package dev.bartizan.network.intents;

import dev.bartizan.graph.Intent;
import dev.bartizan.graph.Intent.Demand;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Breach;
import dev.bartizan.network.engine.Row;
import dev.bartizan.network.escalation.Doors;
import dev.bartizan.network.escalation.RelayCalls;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.rbac.Holder;
import dev.bartizan.network.rbac.Powers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Who could break an intent by what gateways pass on: senders that reach the gateway, and a gateway that reaches the receivers, though no route leads there. */
final class RelayBreaches {
    private final IntentCheck check;
    private final Cluster cluster;
    private final Doors doors;
    private final RelayCalls calls;

    RelayBreaches(IntentCheck check, Cluster cluster, Doors doors, Powers powers) {
        this.check = check;
        this.cluster = cluster;
        this.doors = doors;
        this.calls = new RelayCalls(doors, powers::holders);
    }

    /** Those of intents that name whom they keep out; where only some may send, what gateways may reach is asked without this. */
    List<Breach> of(Intent intent) {
        var breaches = new ArrayList<Breach>();
        if (intent.demand() == Demand.DENY || intent.demand() == Demand.VIA) {
            BitSet senders = check.senders(intent);
            BitSet through = check.through(intent);
            Set<String> told = new HashSet<>();
            for (Doors.Door door : doors.all()) {
                OptionalInt gateway = participant(cluster.pods().get(door.pod()));
                gateway.stream()
                        .filter(number -> !through.get(number) && !senders.get(number))
                        .filter(number -> isReached(senders, number))
                        .forEach(number -> breaches(intent, number, door, told, breaches));
            }
        }
        return breaches;
    }

    private void breaches(Intent intent, int gateway, Doors.Door door, Set<String> told, List<Breach> into) {
        BitSet receivers = check.receivers(intent);
        Row row = check.engine().row(check.participants().get(gateway).party());
        receivers.stream()
                .filter(number -> check.participants().get(number).isWorkload()
                        && !doors.isRouted(check.participants().get(number).asset())
                        && row.reached().get(check.participants().get(number).party()))
                .forEach(number -> breach(intent, gateway, number, door, row, told, into));
    }

    private void breach(
            Intent intent, int gateway, int receiver, Doors.Door door, Row row, Set<String> told, List<Breach> into) {
        var from = new BitSet();
        from.set(gateway);
        var to = new BitSet();
        to.set(receiver);
        Inquiry inquiry = check.inquiry(intent, from, to);
        inquiry.look(check.participants().get(gateway).party(), row);
        check.firstAgainst(inquiry)
                .ifPresent(packet -> check.participants()
                        .get(receiver)
                        .pod()
                        .ifPresent(pod -> calls.to(pod, door).forEach((call, holders) -> {
                            if (told.add(call)) {
                                into.add(breach(call, gateway, holders, packet));
                            }
                        })));
    }

    private Breach breach(String call, int gateway, List<Holder> holders, IntentResult.Example packet) {
        return new Breach(
                call + ", so that " + check.participants().get(gateway).label() + " passes it on",
                holders.stream().map(Holder::principal).toList(),
                packet,
                holders.getFirst().evidence());
    }

    private OptionalInt participant(Pod pod) {
        for (int i = 0; i < check.participants().count(); i++) {
            if (check.participants().get(i).pod().filter(pod::equals).isPresent()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private boolean isReached(BitSet senders, int gateway) {
        int party = check.participants().get(gateway).party();
        return senders.stream()
                .map(sender -> check.participants().get(sender).party())
                .distinct()
                .anyMatch(sender -> check.engine().row(sender).reached().get(party));
    }
}
