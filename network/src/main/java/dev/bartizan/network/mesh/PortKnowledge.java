package dev.bartizan.network.mesh;

import dev.bartizan.graph.PodTemplate;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.reading.Manifests;
import dev.bartizan.source.Node;

/** What proxies know of the ports of their pods, from annotations of the pods, from services and from PeerAuthentications. */
final class PortKnowledge {
    private static final String EXCLUDED = "traffic.sidecar.istio.io/excludeInboundPorts";
    private static final String INCLUDED = "traffic.sidecar.istio.io/includeInboundPorts";

    private final boolean isAsked;
    private final AppProtocols protocols;
    private final PlainText plainText;

    PortKnowledge(MeshSettings settings, Manifests manifests) {
        this.isAsked = !manifests.of("security.istio.io/AuthorizationPolicy").isEmpty()
                || !manifests.of("security.istio.io/PeerAuthentication").isEmpty();
        this.protocols = new AppProtocols(manifests);
        this.plainText = new PlainText(settings, manifests);
    }

    /** The tunnel of ambient mode looks into no request and takes in all ports; gateways listen to what they are told. */
    ProxyPorts of(Pod pod, Proxy proxy, PodTemplate template) {
        if (!isAsked) {
            return ProxyPorts.UNKNOWN;
        }
        return switch (proxy) {
            case SIDECAR ->
                new ProxyPorts(
                        exempt(template.metadata().get("annotations")),
                        protocols.withoutHttp(pod.namespace(), pod.labels(), pod.ports()),
                        plainText.of(pod.namespace(), pod.labels()));
            case AMBIENT -> new ProxyPorts(TcpPorts.NONE, TcpPorts.ALL, TcpPorts.NONE);
            case GATEWAY, WAYPOINT -> ProxyPorts.UNKNOWN;
        };
    }

    private static TcpPorts exempt(Node annotations) {
        TcpPorts excluded = listed(annotations.get(EXCLUDED).text(""));
        Node included = annotations.get(INCLUDED);
        boolean isRestricted = included.hasValue() && !included.text("").strip().equals("*");
        return isRestricted ? excluded.or(TcpPorts.ALL.without(listed(included.text("")))) : excluded;
    }

    private static TcpPorts listed(String text) {
        TcpPorts ports = TcpPorts.NONE;
        for (String part : text.split(",", -1)) {
            ports = ports.or(TcpPorts.written(part.strip()));
        }
        return ports;
    }
}
