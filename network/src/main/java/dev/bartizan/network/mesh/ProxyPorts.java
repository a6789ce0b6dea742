package dev.bartizan.network.mesh;

import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import java.util.ArrayList;

/**
 * What the proxy of a pod knows of its ports.
 *
 * @param exempt those that it does not take in
 * @param tcpOnly those that it knows to carry no HTTP; of others it finds out
 * @param plain those where it takes plain text only, so that nobody shows who he is
 */
record ProxyPorts(TcpPorts exempt, TcpPorts tcpOnly, TcpPorts plain) {
    static final ProxyPorts UNKNOWN = new ProxyPorts(TcpPorts.NONE, TcpPorts.NONE, TcpPorts.NONE);

    private static final String EXEMPT = "exempt ";
    private static final String TCP_ONLY = " tcp ";

    /** The ports that are not taken in, of such a text; none of any other. */
    static TcpPorts exempt(String text) {
        int end = text.indexOf(TCP_ONLY);
        if (!text.startsWith(EXEMPT) || end <= EXEMPT.length()) {
            return TcpPorts.NONE;
        }
        var ports = new ArrayList<PortMatch>();
        for (String range : text.substring(EXEMPT.length(), end).split(",", -1)) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int last = Integer.parseInt(range.substring(dash + 1));
            ports.add(new PortMatch.Range(Protocol.TCP, first, last));
        }
        return TcpPorts.of(ports);
    }

    /** Pods of which the same is known have the same text. */
    String text() {
        return EXEMPT + exempt.text() + TCP_ONLY + tcpOnly.text() + " plain " + plain.text();
    }
}
