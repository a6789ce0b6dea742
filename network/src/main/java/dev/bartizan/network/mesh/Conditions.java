package dev.bartizan.network.mesh;

import dev.bartizan.network.mesh.Attributes.Asked;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Written;

/** The {@code when} of a rule: each of its conditions must hold (istio.io, "Authorization Policy Conditions"). */
final class Conditions {
    private final Identities identities;
    private final Attributes attributes;
    private final Values values;
    private final Complaints complaints;

    Conditions(Identities identities, Complaints complaints) {
        this.identities = identities;
        this.attributes = new Attributes(complaints);
        this.values = new Values(complaints);
        this.complaints = complaints;
    }

    /** What the conditions ask of the sender. */
    Source sender(Written list, String namespace, boolean allows) {
        Source source = Source.ANYBODY;
        for (Written condition : Values.items(list)) {
            source = source.and(sender(
                    condition, new Asked(condition.get("values"), condition.get("notValues")), namespace, allows));
        }
        return source;
    }

    private Source sender(Written condition, Asked asked, String namespace, boolean allows) {
        String key = condition.get("key").text();
        int bracket = key.indexOf('[');
        return switch (bracket < 0 ? key : key.substring(0, bracket)) {
            case "source.ip" -> attributes.addresses(asked);
            case "source.namespace" -> attributes.senders(asked, identities::namespaces);
            case "source.principal" -> attributes.senders(asked, identities::principals);
            case "source.serviceAccount" ->
                attributes.senders(asked, names -> identities.serviceAccounts(names, namespace));
            case "remote.ip" -> attributes.unknown("the address of the client", asked);
            case "request.headers" -> attributes.header(key.substring("request.headers".length()), asked);
            case "request.auth.principal", "request.auth.audiences", "request.auth.presenter", "request.auth.claims" ->
                attributes.token(key, asked, allows);
            case "destination.port" -> Source.ANYBODY;
            case "destination.ip", "connection.sni", "experimental.envoy.filters.network" ->
                attributes.unknown(key, asked);
            case String _ -> {
                complaints.add(
                        "condition-unknown",
                        "This condition is not known here; whether it holds is left open.",
                        "write a key of istio.io, Authorization Policy Conditions",
                        condition);
                yield Source.ifTrue("that the condition " + key + " holds");
            }
        };
    }

    /** The ports that the conditions leave. */
    TcpPorts ports(Written list) {
        TcpPorts ports = TcpPorts.ALL;
        for (Written condition : Values.items(list)) {
            if (condition.get("key").text().equals("destination.port")) {
                ports = ports.and(values.ports(condition.get("values"), condition.get("notValues")));
            }
        }
        return ports;
    }
}
