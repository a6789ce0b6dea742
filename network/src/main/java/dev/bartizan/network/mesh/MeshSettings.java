package dev.bartizan.network.mesh;

import dev.bartizan.network.reading.Manifests;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.source.Document;
import dev.bartizan.source.Node;
import dev.bartizan.source.SourceReader;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What holds for a whole mesh: as its MeshConfig says, where the input holds it, else as Istio is installed (istio.io, "Global Mesh Options").
 *
 * @param rootNamespaces those whose policies are for all namespaces
 * @param trustDomains what identities begin with, aliases among them
 * @param notes where that is said, in sentences
 */
record MeshSettings(SortedSet<String> rootNamespaces, SortedSet<String> trustDomains, List<String> notes) {
    private static final int LONGEST = 1 << 18;

    /** What Istio is installed with. */
    static final String ROOT_NAMESPACE = "istio-system";

    /** What Istio is installed with; in policies it means the domain of the mesh, whatever that is called. */
    static final String TRUST_DOMAIN = "cluster.local";

    MeshSettings {
        rootNamespaces = new TreeSet<>(rootNamespaces);
        trustDomains = new TreeSet<>(trustDomains);
        notes = List.copyOf(notes);
    }

    /**
     * A MeshConfig of the input.
     *
     * @param namespace of what holds it, which is the root unless it says otherwise
     * @param place for a reader
     */
    private record Config(Node node, String namespace, String place) {
        Stream<String> roots() {
            String said = node.get("rootNamespace").text("");
            return Stream.of(said, namespace, ROOT_NAMESPACE)
                    .filter(name -> !name.isEmpty())
                    .limit(1);
        }

        Stream<String> domains() {
            return Stream.concat(
                    node.get("trustDomain").text().stream(),
                    node.get("trustDomainAliases").items().stream().flatMap(alias -> alias.text().stream()));
        }
    }

    /** @param more root namespaces besides */
    static MeshSettings of(Manifests manifests, Collection<String> more) {
        List<Config> configs = Stream.of(
                        manifests.of("core/ConfigMap").stream()
                                .filter(map ->
                                        map.name().equals("istio") || map.name().startsWith("istio-"))
                                .flatMap(map -> config(map).stream()),
                        operators(manifests, "install.istio.io/IstioOperator", "spec", "meshConfig"),
                        operators(manifests, "sailoperator.io/Istio", "spec", "values", "meshConfig"))
                .flatMap(each -> each)
                .toList();
        var roots = new TreeSet<>(more);
        configs.forEach(config -> config.roots().forEach(roots::add));
        if (configs.isEmpty()) {
            roots.add(ROOT_NAMESPACE);
        }
        var domains = new TreeSet<>(List.of(TRUST_DOMAIN));
        configs.forEach(config -> config.domains().forEach(domains::add));
        boolean isUsual = roots.equals(new TreeSet<>(List.of(ROOT_NAMESPACE))) && domains.size() == 1;
        List<String> notes = configs.isEmpty() || isUsual
                ? List.of()
                : List.of("Istio: policies of " + String.join(", ", roots)
                        + " hold for all namespaces, identities begin with " + String.join(", ", domains) + ", as "
                        + configs.getFirst().place() + " says.");
        return new MeshSettings(roots, domains, notes);
    }

    private static Stream<Config> operators(Manifests manifests, String kind, String... way) {
        return manifests.of(kind).stream()
                .filter(each -> each.root().node().at(way).isPresent())
                .map(each -> new Config(
                        each.root().node().at(way),
                        each.root().node().at("spec", "namespace").text(""),
                        place(each)));
    }

    /** That of a revision is called {@code istio-canary}; others of such a name hold no {@code mesh}. */
    private static Optional<Config> config(PolicyManifest map) {
        String text = map.root().get("data").get("mesh").text();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return SourceReader.parse("mesh", text).documents().stream()
                .map(Document::root)
                .flatMap(Optional::stream)
                .findFirst()
                .map(node -> new Config(node, map.namespace(), place(map)));
    }

    private static String place(PolicyManifest each) {
        var location = each.root().location();
        return each.kind() + " " + each.fullName() + " (" + location.file() + ":" + location.line() + ")";
    }

    boolean isRoot(String namespace) {
        return rootNamespaces.contains(namespace);
    }
}
