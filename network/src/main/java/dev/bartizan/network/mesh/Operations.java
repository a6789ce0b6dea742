package dev.bartizan.network.mesh;

import dev.bartizan.network.model.Requests;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Written;
import dev.bartizan.source.Mapping;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The {@code operation} of a rule: its fields must all hold. */
final class Operations {
    private static final Set<String> FIELDS =
            Set.of("hosts", "notHosts", "ports", "notPorts", "methods", "notMethods", "paths", "notPaths");

    private final Values values;
    private final Complaints complaints;

    Operations(Complaints complaints) {
        this.values = new Values(complaints);
        this.complaints = complaints;
    }

    /** Empty when it has a field that is not known, or none. */
    Optional<Operation> read(Written operation) {
        boolean isKnown =
                operation.node() instanceof Mapping fields && fields.size() > 0 && FIELDS.containsAll(fields.keys());
        if (!isKnown) {
            complaints.add(
                    "operation-unknown",
                    "This operation has no field, or one that is not known here; a rule that allows matches nothing by it, any other everything.",
                    "write fields of security.istio.io/v1",
                    operation);
            return Optional.empty();
        }
        var hosts = new TreeSet<String>();
        Values.notation(operation.get("hosts"), operation.get("notHosts"))
                .forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        var requests = new Requests(
                new TreeSet<>(Values.notation(operation.get("methods"), operation.get("notMethods"))),
                new TreeSet<>(Values.notation(operation.get("paths"), operation.get("notPaths"))),
                hosts);
        return Optional.of(Operation.of(values.ports(operation.get("ports"), operation.get("notPorts")), requests));
    }
}
