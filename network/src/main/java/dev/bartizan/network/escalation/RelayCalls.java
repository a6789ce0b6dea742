package dev.bartizan.network.escalation;

import dev.bartizan.network.flip.End;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.rbac.Holder;
import dev.bartizan.network.rbac.Power;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What gateways pass on: a route to a Service of the receiver's namespace, another selector on a Service that a route leads to, or an EndpointSlice of such a
 * Service, which may hold addresses of any namespace (kubernetes/kubernetes#103675).
 */
public final class RelayCalls {
    private final Doors doors;
    private final Holders holders;

    /** Who holds a power in a namespace. */
    public interface Holders {
        List<Holder> of(Power power, String namespace);
    }

    public RelayCalls(Doors doors, Holders holders) {
        this.doors = doors;
        this.holders = holders;
    }

    /** The calls that make a gateway pass on to a pod what it takes in, with who may make them; whoever may make an earlier one is not told again. */
    public Map<String, List<Holder>> to(Pod receiver, Doors.Door door) {
        var calls = new TreeMap<String, List<Holder>>();
        var known = new ArrayList<Holder>();
        if (doors.takesRoutes(door, receiver.namespace())) {
            add(
                    "edit the routes of " + receiver.namespace(),
                    holders.of(Power.EDIT_ROUTE, receiver.namespace()),
                    known,
                    calls);
        }
        if (doors.routedNamespaces().contains(receiver.namespace())) {
            add(
                    "edit a Service of " + receiver.namespace() + " to which a route leads",
                    holders.of(Power.EDIT_SERVICE, receiver.namespace()),
                    known,
                    calls);
        }
        for (String namespace : doors.routedNamespaces()) {
            add("edit the EndpointSlices of " + namespace, holders.of(Power.EDIT_ENDPOINTS, namespace), known, calls);
        }
        return calls;
    }

    private static void add(String call, List<Holder> able, List<Holder> known, Map<String, List<Holder>> into) {
        List<Holder> others = Holder.without(able, known);
        known.addAll(others);
        if (!others.isEmpty()) {
            into.put(call, others);
        }
    }

    /** @param open what need not be opened */
    void add(Ground ground, End from, End to, PortSet open, List<Escalation> into) {
        ground.pod(to).filter(pod -> !doors.isRouted(pod.asset())).ifPresent(receiver -> {
            for (Doors.Door door : doors.all()) {
                var gateway = new End.OfPod(door.pod());
                boolean isBetween = !gateway.equals(from)
                        && !gateway.equals(to)
                        && !ground.allowed(ground.engine(), from, gateway).isEmpty();
                PortSet ports =
                        isBetween ? ground.allowed(ground.engine(), gateway, to).minus(open) : PortSet.NONE;
                if (!ports.isEmpty()) {
                    to(receiver, door)
                            .forEach((call, able) -> into.add(new Escalation(
                                    call,
                                    able,
                                    ground.label(from) + " through " + ground.label(gateway),
                                    ground.label(to),
                                    ports,
                                    () -> Ground.steps(ground.engine(), gateway, to, ports))));
                }
            }
        });
    }
}
