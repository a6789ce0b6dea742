package dev.bartizan.ingest.kubernetes;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Gives every manifest its identity. Equal copies become one asset that keeps all places; what shares an identity but says something else becomes
 * variants, told apart by the shortest end of their paths.
 */
final class Identities {
    private static final int NAME_DIGITS = 8;

    private final UnaryOperator<String> clusterOfFile;
    private final Scopes scopes;
    private final Reports reports;
    private final Map<String, List<Named>> byId = new LinkedHashMap<>();
    private final VariantNotices notices = new VariantNotices();

    private Identities(UnaryOperator<String> clusterOfFile, Scopes scopes, Reports reports) {
        this.clusterOfFile = clusterOfFile;
        this.scopes = scopes;
        this.reports = reports;
    }

    /** A manifest with the parts of its identity. */
    private record Named(Manifest manifest, String cluster, String namespace, String name) {}

    /** Manifests that say the same. */
    private record Copies(String hash, List<Named> all) {
        Named first() {
            return all.getFirst();
        }
    }

    /** Sorted by id. */
    static List<Identified> assign(
            List<Manifest> manifests, UnaryOperator<String> clusterOfFile, Scopes scopes, Reports reports) {
        var identities = new Identities(clusterOfFile, scopes, reports);
        manifests.forEach(identities::take);
        var identified = new ArrayList<Identified>(identities.byId.size());
        identities.byId.forEach((id, all) -> identities.resolve(id, all, identified));
        identities.notices.problems().forEach(reports::add);
        identified.sort(Comparator.comparing(entry -> entry.asset().id()));
        return identified;
    }

    private void take(Manifest manifest) {
        var metadata = manifest.metadata();
        String namespace = scopes.namespace(manifest, metadata.get("namespace").text(""));
        String name = metadata.get("name").text("");
        if (name.isEmpty()) {
            name = generatedName(manifest, metadata.get("generateName").text(""));
        }
        String cluster = clusterOfFile.apply(manifest.file());
        String id = AssetIds.of(cluster, manifest.group(), manifest.kind(), namespace, name);
        byId.computeIfAbsent(id, key -> new ArrayList<>(1)).add(new Named(manifest, cluster, namespace, name));
    }

    private String generatedName(Manifest manifest, String prefix) {
        if (prefix.isEmpty()) {
            reports.add(Problem.warning(
                    "no-name",
                    "This " + Clip.of(manifest.kind()) + " has no name.",
                    "give it metadata.name or metadata.generateName",
                    manifest.location()));
        }
        return "~" + prefix + ContentHash.of(manifest.root()).substring(0, NAME_DIGITS);
    }

    private void resolve(String id, List<Named> all, List<Identified> identified) {
        if (all.size() == 1) {
            identified.add(identify(id, id, all));
            return;
        }
        List<Copies> variants = variants(all);
        if (variants.size() == 1) {
            identified.add(identify(id, id, variants.getFirst().all()));
            return;
        }
        List<String> endings = PathEndings.of(variants.stream()
                .map(copies -> copies.first().manifest().file())
                .toList());
        SortedMap<String, Integer> uses = new TreeMap<>();
        endings.forEach(ending -> uses.merge(ending, 1, Integer::sum));
        for (int i = 0; i < variants.size(); i++) {
            Copies copies = variants.get(i);
            String ending = AssetIds.segment(endings.get(i));
            // Two in one file: not by position, so that reordering the file changes no identity.
            String suffix = uses.getOrDefault(endings.get(i), 1) > 1
                    ? "~" + copies.hash().substring(0, NAME_DIGITS)
                    : "";
            identified.add(identify(id + "@" + ending + suffix, id, copies.all()));
        }
        notices.add(variants.stream()
                .map(copies -> copies.first().manifest().location())
                .toList());
    }

    /** Sorted by their first places. */
    private static List<Copies> variants(List<Named> all) {
        List<Named> sorted = all.stream()
                .sorted(Comparator.comparing(named -> named.manifest().location()))
                .toList();
        var byHash = new LinkedHashMap<String, List<Named>>();
        for (Named named : sorted) {
            byHash.computeIfAbsent(ContentHash.of(named.manifest().root()), key -> new ArrayList<>(1))
                    .add(named);
        }
        return byHash.entrySet().stream()
                .map(entry -> new Copies(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Identified identify(String id, String identity, List<Named> copies) {
        Named first = copies.getFirst();
        Manifest manifest = first.manifest();
        List<Location> locations =
                copies.stream().map(named -> named.manifest().location()).toList();
        var asset = AssetDraft.declared(
                id,
                manifest.kind(),
                manifest.group(),
                manifest.version(),
                first.namespace(),
                first.name(),
                locations,
                manifest.root());
        return new Identified(asset, manifest, identity, first.cluster());
    }
}
