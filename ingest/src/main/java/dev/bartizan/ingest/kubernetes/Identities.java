package dev.bartizan.ingest.kubernetes;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.objects.AssetIds;
import dev.bartizan.ingest.objects.ContentHash;
import dev.bartizan.ingest.objects.Examined;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Manifest;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides what shares an identity. Equal copies become one asset that keeps all places; what says something else becomes variants, told apart by the
 * shortest end of their paths.
 */
final class Identities {
    private static final int HASH_DIGITS = 8;
    private static final Comparator<Examined> BY_PLACE = Comparator.comparing(Examined::location);

    private final VariantNotices notices = new VariantNotices();
    private final List<Identified> identified = new ArrayList<>();

    private Identities() {}

    /** Manifests that say the same. */
    private record Copies(String hash, List<Examined> all) {
        Examined first() {
            return all.getFirst();
        }
    }

    /** Sorted by id. */
    static List<Identified> assign(List<Examined> examined, Reports reports) {
        Examined[] sorted = examined.toArray(Examined[]::new);
        Arrays.parallelSort(sorted, Comparator.comparing(Examined::id));
        var identities = new Identities();
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || !sorted[i].id().equals(sorted[start].id())) {
                identities.resolve(Arrays.asList(sorted).subList(start, i));
                start = i;
            }
        }
        List<Problem> problems = identities.notices.problems();
        problems.forEach(reports::add);
        if (!problems.isEmpty()) {
            // The ids of variants are longer than those they were sorted by.
            identities.identified.sort(
                    Comparator.comparing(entry -> entry.asset().id()));
        }
        return identities.identified;
    }

    private void resolve(List<Examined> sharing) {
        if (sharing.size() == 1) {
            identify(sharing.getFirst().id(), sharing);
            return;
        }
        List<Copies> variants = variants(sharing);
        if (variants.size() == 1) {
            identify(sharing.getFirst().id(), variants.getFirst().all());
            return;
        }
        List<String> endings = PathEndings.of(variants.stream()
                .map(copies -> copies.first().manifest().file())
                .toList());
        Map<String, Integer> uses = new HashMap<>();
        endings.forEach(ending -> uses.merge(ending, 1, Integer::sum));
        for (int i = 0; i < variants.size(); i++) {
            Copies copies = variants.get(i);
            String ending = AssetIds.segment(endings.get(i));
            // Two in one file: not by position, so that reordering the file changes no identity.
            boolean isShared = uses.getOrDefault(endings.get(i), 1) > 1;
            String suffix = isShared ? "~" + copies.hash().substring(0, HASH_DIGITS) : "";
            identify(copies.first().id() + "@" + ending + suffix, copies.all());
        }
        notices.add(variants.stream().map(copies -> copies.first().location()).toList());
    }

    /** Sorted by their first places. */
    private static List<Copies> variants(List<Examined> sharing) {
        var byHash = new LinkedHashMap<String, List<Examined>>();
        for (Examined examined : sharing.stream().sorted(BY_PLACE).toList()) {
            byHash.computeIfAbsent(ContentHash.of(examined.manifest().root()), key -> new ArrayList<>(1))
                    .add(examined);
        }
        return byHash.entrySet().stream()
                .map(entry -> new Copies(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void identify(String id, List<Examined> copies) {
        Examined first = copies.getFirst();
        Manifest manifest = first.manifest();
        List<Location> locations = copies.size() == 1
                ? List.of(first.location())
                : copies.stream().map(Examined::location).toList();
        var asset = AssetDraft.declared(
                id,
                manifest.kind(),
                manifest.group(),
                manifest.version(),
                first.namespace(),
                first.name(),
                locations,
                manifest.root());
        asset.classify(first.traits().classification());
        identified.add(new Identified(asset, first));
    }
}
