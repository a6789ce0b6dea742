package dev.bartizan.network.headers;

import dev.bartizan.network.model.PortSet;
import dev.bartizan.source.Location;
import java.util.List;

/**
 * A workload that takes who the user is from a header of the request, which its gateway is to set: whoever reaches it past the gateway can write any user into
 * it.
 *
 * @param asset index of the workload
 * @param pod number of its pods in the cluster
 * @param headers as they are written: {@code kubeflow-userid}
 * @param gateways indexes of the Gateways and Ingresses that lead to it
 * @param proxies numbers of the pods that carry these gateways; none when no manifest shows them
 * @param past what other pods may open at the ports at which the proxies are let in: each can write the header itself
 * @param evidence the value that says which header it is
 */
public record TrustedHeader(
        int asset,
        int pod,
        String headers,
        List<Integer> gateways,
        List<Integer> proxies,
        List<Opening> past,
        Location evidence) {
    public TrustedHeader {
        gateways = List.copyOf(gateways);
        proxies = List.copyOf(proxies);
        past = List.copyOf(past);
    }

    /**
     * What a pod may open past the gateway.
     *
     * @param pod number of the pod in the cluster
     * @param depends what hangs on an assumption
     */
    public record Opening(int pod, PortSet allowed, PortSet depends) {}

    /** Whether certainly nobody but the proxies reaches it. */
    public boolean isKept() {
        return past.isEmpty();
    }
}
