package dev.bartizan.network.mesh;

import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.List;

/** Lists of texts in rules, what they say and what they exclude. */
final class Values {
    private final Complaints complaints;

    Values(Complaints complaints) {
        this.complaints = complaints;
    }

    /** The items of a list. */
    static List<Written> items(Written list) {
        var items = new ArrayList<Written>();
        for (int i = 0; i < list.items(); i++) {
            items.add(list.item(i));
        }
        return items;
    }

    static List<String> texts(Written list) {
        return items(list).stream().map(Written::text).toList();
    }

    /** As they are written, what must not be with a mark. */
    static List<String> notation(Written wanted, Written unwanted) {
        var notation = new ArrayList<>(texts(wanted));
        texts(unwanted).forEach(text -> notation.add("!" + text));
        return notation;
    }

    /** Those that are listed, or all when none are, without others. */
    TcpPorts ports(Written wanted, Written unwanted) {
        TcpPorts ports = wanted.items() == 0 ? TcpPorts.ALL : ports(wanted);
        return ports.without(ports(unwanted));
    }

    private TcpPorts ports(Written list) {
        TcpPorts ports = TcpPorts.NONE;
        for (Written item : items(list)) {
            ports = ports.or(port(item.text(), item));
        }
        return ports;
    }

    /** What is no port matches none, and that is said. */
    TcpPorts port(String text, Written place) {
        TcpPorts port = TcpPorts.written(text);
        if (port.isEmpty()) {
            complaints.add(
                    "port-invalid",
                    "This is no port that a policy of Istio can name; it is taken to match nothing.",
                    "write a number from 1 to 65535",
                    place);
        }
        return port;
    }
}
