package dev.bartizan.network.mesh;

import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.Selectors;
import dev.bartizan.network.reading.Written;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Which pods a policy of the mesh is about. A selector never binds a waypoint, and what is attached to a Service binds only waypoints. */
final class Subjects {
    private static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";

    private final MeshSettings settings;
    private final Selectors selectors;

    Subjects(MeshSettings settings, Selectors selectors) {
        this.settings = settings;
        this.selectors = selectors;
    }

    /** Those that the selector of a policy means, of its namespace or of all of them; only those behind such proxies. */
    PodMatch selected(PolicyManifest manifest, Proxy... proxies) {
        LabelSelector selector = selectors.read(manifest.root().get("spec").get("selector"));
        var both = new LabelExpression.All(List.of(selector, MeshPods.behind(proxies)));
        return settings.isRoot(manifest.namespace())
                ? PodMatch.across(LabelSelector.EVERYTHING, both)
                : PodMatch.in(manifest.namespace(), both);
    }

    /** The pods of the Gateway that a policy is attached to; empty when it is attached to something else. */
    static Optional<PodMatch> attached(PolicyManifest manifest, Written target) {
        boolean isGateway = target.get("kind").text().equals("Gateway")
                && target.get("group").text().equals("gateway.networking.k8s.io");
        if (!isGateway) {
            return Optional.empty();
        }
        var ofGateway = new LabelSelector(List.of(new Requirement(
                GATEWAY_NAME,
                Operator.IN,
                new TreeSet<>(List.of(target.get("name").text())))));
        return Optional.of(PodMatch.in(
                manifest.namespace(),
                new LabelExpression.All(
                        List.of(ofGateway, MeshPods.behind(Proxy.SIDECAR, Proxy.GATEWAY, Proxy.WAYPOINT)))));
    }
}
