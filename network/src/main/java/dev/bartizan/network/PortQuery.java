package dev.bartizan.network;

import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import java.util.Optional;

/** One port of one protocol. */
public record PortQuery(Protocol protocol, int port) {

    /** {@code 8080}, which is TCP, or {@code udp/53}. */
    public static Optional<PortQuery> of(String text) {
        int slash = text.indexOf('/');
        String number = text.substring(slash + 1);
        if (!number.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(number);
        return Protocol.of(slash < 0 ? "TCP" : text.substring(0, slash))
                .filter(protocol -> port >= PortMatch.FIRST && port <= PortMatch.LAST)
                .map(protocol -> new PortQuery(protocol, port));
    }
}
