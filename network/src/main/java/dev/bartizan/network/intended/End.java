package dev.bartizan.network.intended;

import dev.bartizan.network.model.AddressRange;
import java.util.List;

/** One side of traffic that is meant to be. */
public sealed interface End {
    /** Everybody outside of the cluster, in both families. */
    List<End> ANYWHERE =
            List.of(new Block(AddressRange.all(AddressRange.IPV4)), new Block(AddressRange.all(AddressRange.IPV6)));

    /**
     * Pods of a template.
     *
     * @param pod index among the pods of the cluster
     */
    record Workload(int pod) implements End {}

    /** Addresses that are known. */
    record Block(AddressRange range) implements End {}

    /** A host outside of the cluster, by its name. */
    record Domain(String name) implements End {}

    /** Whoever can be reached at public addresses. */
    record Internet() implements End {}

    /** The API server of the cluster. */
    record ApiServer() implements End {}

    /** The machines of the cluster. */
    record Nodes() implements End {}

    /** What resolves names for the cluster. */
    record NameService() implements End {}

    /**
     * Somebody who is known to exist, and nothing that was read tells who.
     *
     * @param described as {@code the controller of Ingress shop/web}
     */
    record Unnamed(String described) implements End {}
}
