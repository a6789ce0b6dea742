package dev.bartizan.network.calico;

import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.List;

/** Blocks of addresses; an address alone is a block of one. */
final class Nets {
    private final Complaints complaints;

    Nets(Complaints complaints) {
        this.complaints = complaints;
    }

    List<PeerMatch> of(Written list) {
        var nets = new ArrayList<PeerMatch>();
        for (Written net : list.all()) {
            String text = net.text();
            String host = text.indexOf(':') < 0 ? "/32" : "/128";
            AddressRange.ofCidr(text.indexOf('/') < 0 ? text + host : text)
                    .ifPresentOrElse(
                            range -> nets.add(new PeerMatch.Addresses(range, List.of())),
                            () -> complaints.add(
                                    "address-block-invalid",
                                    "This is no block of addresses; it is taken to match nobody.",
                                    "write it as 10.0.0.0/8",
                                    net));
        }
        return nets;
    }
}
