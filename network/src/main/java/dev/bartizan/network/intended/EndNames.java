package dev.bartizan.network.intended;

import dev.bartizan.network.intended.Traffic.Reason;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;

/** Traffic as a reader knows it. */
public record EndNames(Cluster cluster) {

    /** {@code shop/web[Deployment]}, {@code 10.0.0.0/8}, {@code the API server}. */
    public String of(End end) {
        return switch (end) {
            case End.Workload(var number) -> {
                Pod pod = cluster.pods().get(number);
                yield pod.namespace() + "/" + pod.name() + "[" + pod.kind() + "]";
            }
            case End.Block(var range) -> range.cidr();
            case End.Domain(var name) -> name;
            case End.Internet() -> "the internet";
            case End.ApiServer() -> "the API server";
            case End.Nodes() -> "the nodes";
            case End.NameService() -> "the name service";
            case End.Unnamed(var described) -> described;
        };
    }

    /** {@code shop/web[Pod] => shop/db[Pod] (TCP 5432): web reads db (shop.yaml:12)}. */
    public String of(Traffic traffic) {
        Reason reason = traffic.reason();
        return of(traffic.from()) + " => " + of(traffic.to()) + " (" + traffic.ports() + "): " + reason.text()
                + reason.place()
                        .map(place -> " (" + place.file() + ":" + place.line() + ")")
                        .orElse("");
    }
}
