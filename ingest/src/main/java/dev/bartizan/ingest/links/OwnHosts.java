package dev.bartizan.ingest.links;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.source.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Public names under which the platform itself answers. A workload that is told one of them is mostly told its own: no link is made of it, least of all
 * one to somebody outside.
 */
final class OwnHosts {
    private final Set<String> hosts = new HashSet<>();

    private OwnHosts() {}

    static OwnHosts of(List<Identified> all) {
        var own = new OwnHosts();
        for (Identified entry : all) {
            Node spec = entry.manifest().root().get("spec");
            switch (entry.manifest().kind()) {
                case "Ingress" -> {
                    spec.get("rules").items().forEach(rule -> own.add(rule.get("host")));
                    spec.get("tls").items().forEach(tls -> own.addAll(tls.get("hosts")));
                }
                case "Gateway" -> {
                    spec.get("listeners").items().forEach(listener -> own.add(listener.get("hostname")));
                    spec.get("servers").items().forEach(server -> own.addAll(server.get("hosts")));
                }
                case "VirtualService" -> own.addAll(spec.get("hosts"));
                case "HTTPRoute", "GRPCRoute", "TLSRoute" -> own.addAll(spec.get("hostnames"));
                case "Route" -> own.add(spec.get("host"));
                case "DomainMapping" -> own.hosts.add(entry.asset().name());
                default -> {}
            }
        }
        return own;
    }

    private void addAll(Node list) {
        list.items().forEach(this::add);
    }

    private void add(Node host) {
        String text = host.text("");
        // Istio puts the namespace before it.
        hosts.add(text.substring(text.indexOf('/') + 1));
    }

    boolean contain(String host) {
        return hosts.contains(host);
    }
}
