package dev.bartizan.ingest.declarations;

import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Glob;
import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.knowledge.Role;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Spelling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Adds the assets and links that {@code bartizan.yaml} declares because no manifest can. Their ids begin with {@code declared:} and their kind is
 * {@code Declared}, so that nobody takes them for something that was read.
 */
final class DeclaredAssets {
    private static final String PREFIX = "declared:";

    /** More are meant by nobody; each would be a line of the report. */
    private static final int MOST_LINKS = 1_000;

    private final PlatformDraft draft;
    private final WordCheck words;
    private final LocalDate asOf;
    private final List<Problem> problems;
    private final TreeMap<String, AssetDraft> declared = new TreeMap<>();
    private final List<Declaring.Attested> attested = new ArrayList<>();

    private DeclaredAssets(PlatformDraft draft, WordCheck words, LocalDate asOf, List<Problem> problems) {
        this.draft = draft;
        this.words = words;
        this.asOf = asOf;
        this.problems = problems;
    }

    /** @return what the entries say of controls */
    static List<Declaring.Attested> add(
            DeclarationsFile file, PlatformDraft draft, WordCheck words, LocalDate asOf, List<Problem> problems) {
        var adding = new DeclaredAssets(draft, words, asOf, problems);
        file.assets().forEach(adding::asset);
        List<AssetDraft> all = file.links().isEmpty() ? List.of() : draft.assets();
        file.links().forEach(entry -> adding.link(entry, all));
        return adding.attested;
    }

    private void asset(DeclarationsFile.AssetEntry entry) {
        String id = PREFIX + entry.id();
        Optional<Role> role = words.role(entry.role());
        if (role.isEmpty()) {
            return;
        }
        if (draft.find(id).isPresent()) {
            problems.add(Problem.error(
                    "asset-twice",
                    "There is another asset " + id + ": this one was not taken.",
                    "give each entry of assets and externals an id or name of its own",
                    entry.location()));
            return;
        }
        Optional<String> component = words.component(entry.component());
        AssetDraft asset = draft.asset(id, () -> made(id, entry, role.get(), component));
        declared.put(entry.id(), asset);
        if (entry.zone().hasValue()) {
            words.zone(entry.zone(), entry.trust()).ifPresent(placed -> {
                asset.placeIn(placed.zone());
                draft.property(asset, "trust", placed.trust());
            });
        }
        words.property(entry.exposure(), "exposure").ifPresent(word -> draft.property(asset, "exposure", word));
        entry.accelerators().ifPresent(devices -> draft.property(asset, "accelerators", devices));
        entry.controls().forEach(control -> attest(asset, control, true, entry.location()));
        entry.missing().forEach(control -> attest(asset, control, false, entry.location()));
    }

    private static AssetDraft made(
            String id, DeclarationsFile.AssetEntry entry, Role role, Optional<String> component) {
        AssetDraft asset =
                AssetDraft.referred(id, "Declared", "", "-", entry.name().orElse(entry.id()), entry.location());
        asset.classify(new Classification(
                role.id(),
                role.layer(),
                role.plane(),
                component,
                "declared at " + place(entry.location())
                        + entry.because().map(why -> ": " + why).orElse("")));
        return asset;
    }

    private static String place(Location location) {
        return location.file() + ":" + location.line();
    }

    private void attest(AssetDraft asset, String control, boolean holds, Location location) {
        var selector = new DeclarationsFile.Selector(
                List.of(asset.id()), List.of(), List.of(), List.of(), new TreeMap<>(), location);
        var entry = new DeclarationsFile.AttestationEntry(
                control, holds, "its owner declares it", asOf, Optional.empty(), selector, location);
        attested.add(new Declaring.Attested(entry, new TreeSet<>(List.of(asset.id()))));
    }

    private void link(DeclarationsFile.LinkEntry entry, List<AssetDraft> all) {
        Optional<String> kind = words.link(entry.kind());
        List<AssetDraft> from = ends("from", entry.from(), entry.location(), all);
        List<AssetDraft> to = ends("to", entry.to(), entry.location(), all);
        if (kind.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return;
        }
        if ((long) from.size() * to.size() > MOST_LINKS) {
            problems.add(Problem.error(
                    "too-many-links",
                    "This stands for " + (long) from.size() * to.size() + " links, more than " + MOST_LINKS
                            + ": none was taken.",
                    "name the ends more narrowly",
                    entry.location()));
            return;
        }
        for (AssetDraft one : from) {
            for (AssetDraft other : to) {
                if (!one.equals(other)) {
                    draft.link(one, other, kind.get(), entry.location());
                }
            }
        }
    }

    /** An entry of this file first, else any asset of the input. */
    private List<AssetDraft> ends(String end, String name, Location location, List<AssetDraft> all) {
        AssetDraft own = declared.get(name);
        if (own != null) {
            return List.of(own);
        }
        List<AssetDraft> found =
                all.stream().filter(asset -> Glob.matches(name, asset.id())).toList();
        if (found.isEmpty()) {
            problems.add(Problem.error(
                    "unknown-asset",
                    "'" + end + "' names no asset"
                            + Spelling.nearest(name, declared.keySet())
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse("."),
                    "take the id of an entry of assets, or of an asset as the report shows it",
                    location));
        }
        return found;
    }
}
