package dev.bartizan.network.mesh;

import dev.bartizan.network.model.Pod;
import dev.bartizan.network.reading.Labels;
import dev.bartizan.network.reading.Manifests;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.Written;
import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Sidecar tells the proxy of a pod to know: hosts that it does not list are not known by name. That is configuration and no boundary, for the pod may go
 * round its proxy or by addresses (istio.io, "Sidecar" and "Security best practices").
 */
public final class SidecarAdvice {
    private final MeshSettings settings;
    private final List<PolicyManifest> sidecars;
    private final List<PolicyManifest> services;

    private SidecarAdvice(MeshSettings settings, Manifests manifests) {
        this.settings = settings;
        this.sidecars = manifests.of("networking.istio.io/Sidecar");
        this.services = sidecars.isEmpty() ? List.of() : manifests.of("core/Service");
    }

    /** Of the mesh that a cluster has. */
    public static SidecarAdvice of(Manifests manifests) {
        return new SidecarAdvice(MeshSettings.of(manifests, List.of()), manifests);
    }

    /** A Sidecar that does not list what is asked for. */
    public record Advice(String sidecar, Location location) {}

    /** About a name outside. */
    public Optional<Advice> about(Pod sender, String host, ServiceEntries.Destination destination) {
        String namespace =
                destination.entry().substring(0, Math.max(0, destination.entry().indexOf('/')));
        return sidecar(sender).filter(each -> !lists(each, namespace, host)).map(SidecarAdvice::advice);
    }

    /** About a pod: whether none of the Services before it is listed. A pod behind no Service has no name to list. */
    public Optional<Advice> about(Pod sender, Pod receiver) {
        Optional<PolicyManifest> sidecar = sidecar(sender);
        List<String> names = sidecar.isEmpty() ? List.of() : names(receiver);
        return sidecar.filter(each -> !names.isEmpty())
                .filter(each -> names.stream()
                        .noneMatch(name -> lists(
                                each, receiver.namespace(), name + "." + receiver.namespace() + ".svc.cluster.local")))
                .map(SidecarAdvice::advice);
    }

    private static Advice advice(PolicyManifest sidecar) {
        return new Advice(
                sidecar.fullName(), sidecar.root().get("spec").get("egress").location());
    }

    /** That which selects the pod counts before that of its namespace, that before that of the root namespace; one without egress says nothing. */
    private Optional<PolicyManifest> sidecar(Pod pod) {
        if (sidecars.isEmpty() || !Mesh.hasSidecar(pod)) {
            return Optional.empty();
        }
        var own = new ArrayList<PolicyManifest>();
        var wide = new ArrayList<PolicyManifest>();
        var root = new ArrayList<PolicyManifest>();
        for (PolicyManifest sidecar : sidecars) {
            Written selector =
                    sidecar.root().get("spec").get("workloadSelector").get("labels");
            boolean isHere = sidecar.namespace().equals(pod.namespace());
            if (isHere && selector.isThere()) {
                if (selects(Labels.of(selector.node()), pod)) {
                    own.add(sidecar);
                }
            } else if (isHere) {
                wide.add(sidecar);
            } else if (settings.isRoot(sidecar.namespace()) && !selector.isThere()) {
                root.add(sidecar);
            }
        }
        return List.of(own, wide, root).stream()
                .flatMap(List::stream)
                .findFirst()
                .filter(sidecar -> sidecar.root().get("spec").get("egress").isThere());
    }

    private static boolean selects(Map<String, String> wanted, Pod pod) {
        return wanted.entrySet().stream()
                .allMatch(label -> label.getValue().equals(pod.labels().get(label.getKey())));
    }

    private List<String> names(Pod pod) {
        return services.stream()
                .filter(service -> service.namespace().equals(pod.namespace()))
                .filter(service -> service.root().get("spec").get("selector").node() instanceof Mapping selector
                        && selector.size() > 0
                        && selects(Labels.of(selector), pod))
                .map(PolicyManifest::name)
                .toList();
    }

    /** Hosts are written {@code namespace/name}: {@code ./*}, {@code shop/db.shop.svc.cluster.local}, <code>*&#47;*.example.org</code>. */
    private static boolean lists(PolicyManifest sidecar, String namespace, String host) {
        return Values.items(sidecar.root().get("spec").get("egress")).stream()
                .flatMap(egress -> Values.items(egress.get("hosts")).stream())
                .map(Written::text)
                .anyMatch(text -> lists(text, sidecar.namespace(), namespace, host));
    }

    private static boolean lists(String text, String own, String namespace, String host) {
        int slash = text.indexOf('/');
        String where = text.substring(0, Math.max(0, slash));
        String name = text.substring(slash + 1);
        boolean isThere = where.equals("*") || where.equals(namespace) || (where.equals(".") && own.equals(namespace));
        return isThere
                && (name.equals("*")
                        || name.equals(host)
                        || (name.startsWith("*.") && host.endsWith(name.substring(1))));
    }
}
