package dev.bartizan.network;

import dev.bartizan.source.Location;
import java.util.List;

/**
 * A workload that takes who the user is from a header of the request, which its gateway is to set: whoever reaches it past the gateway can write any user into
 * it.
 *
 * @param asset index of the workload
 * @param workload one of its templates
 * @param headers as they are written: {@code kubeflow-userid}
 * @param gateways indexes of the Gateways and Ingresses that lead to it
 * @param proxies the workloads that carry these gateways; none when no manifest shows them
 * @param past what other workloads may open to the ports at which the proxies are let in: any pod of theirs can write the header itself
 * @param evidence the value that says which header it is
 */
public record TrustedHeader(
        int asset,
        Peer workload,
        String headers,
        List<Integer> gateways,
        List<Peer> proxies,
        List<Connection> past,
        Location evidence) {
    public TrustedHeader {
        gateways = List.copyOf(gateways);
        proxies = List.copyOf(proxies);
        past = List.copyOf(past);
    }

    /** Whether certainly nobody but the proxies reaches it. */
    public boolean isKept() {
        return past.isEmpty();
    }
}
