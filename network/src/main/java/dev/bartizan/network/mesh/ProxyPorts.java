package dev.bartizan.network.mesh;

/**
 * What the proxy of a pod knows of its ports.
 *
 * @param exempt those that it does not take in
 * @param tcpOnly those that it knows to carry no HTTP; of others it finds out
 * @param plain those where it takes plain text only, so that nobody shows who he is
 */
record ProxyPorts(TcpPorts exempt, TcpPorts tcpOnly, TcpPorts plain) {
    static final ProxyPorts UNKNOWN = new ProxyPorts(TcpPorts.NONE, TcpPorts.NONE, TcpPorts.NONE);

    /** Pods of which the same is known have the same text. */
    String text() {
        return "exempt " + exempt.text() + " tcp " + tcpOnly.text() + " plain " + plain.text();
    }
}
