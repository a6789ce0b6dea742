package dev.bartizan.ingest.declarations;

import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.Plane;
import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.knowledge.Role;
import dev.bartizan.knowledge.Signature;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Applies {@code bartizan.yaml} to the draft of a platform. */
public final class Declaring {
    private final DeclarationsFile file;
    private final LocalDate asOf;
    private final PlatformDraft draft;
    private final Vocabulary vocabulary;
    private final WordCheck words;
    private final List<Problem> problems = new ArrayList<>();

    private Declaring(
            DeclarationsFile file, PlatformDraft draft, Vocabulary vocabulary, Signatures signatures, LocalDate asOf) {
        this.file = file;
        this.asOf = asOf;
        this.draft = draft;
        this.vocabulary = vocabulary;
        this.words = new WordCheck(
                vocabulary, signatures.all().stream().map(Signature::id).toList(), problems);
    }

    /**
     * What came of it.
     *
     * @param accepted the exceptions, each with the assets it is about
     */
    public record Answer(
            Completeness completeness,
            List<Accepted> accepted,
            List<Attested> attested,
            List<Answered> answered,
            List<Owned> owned,
            List<Problem> problems) {
        public Answer {
            answered = List.copyOf(answered);
            accepted = List.copyOf(accepted);
            attested = List.copyOf(attested);
            owned = List.copyOf(owned);
            problems = List.copyOf(problems);
        }
    }

    /** An exception and the ids of the assets that it selects. */
    public record Accepted(DeclarationsFile.ExceptionEntry entry, SortedSet<String> assets) {}

    /** A property that was answered, with its value, and the ids of the assets that the answer selects. */
    public record Answered(String property, String value, SortedSet<String> assets, Location location) {}

    /** An attestation and the ids of the assets that it selects. */
    public record Attested(DeclarationsFile.AttestationEntry entry, SortedSet<String> assets) {}

    /** A responsibility and the ids of the assets that it selects; empty when it is about all. */
    public record Owned(DeclarationsFile.ResponsibilityEntry entry, Optional<SortedSet<String>> assets) {}

    /** @param asOf the day of which everything holds that bears no date of its own */
    public static Answer apply(
            DeclarationsFile file, PlatformDraft draft, Vocabulary vocabulary, Signatures signatures, LocalDate asOf) {
        return new Declaring(file, draft, vocabulary, signatures, asOf).apply();
    }

    private Answer apply() {
        file.externals().forEach(this::external);
        List<Attested> described = DeclaredAssets.add(file, draft, words, asOf, problems);
        var selection = new Selection(draft.assets(), draft.pods());
        for (DeclarationsFile.RoleEntry entry : file.roles()) {
            Optional<Plane> plane = words.plane(entry.plane());
            words.role(entry.role())
                    .ifPresent(role -> select(selection, entry.select())
                            .forEach(asset -> asset.classify(override(asset, role, plane, entry.location()))));
        }
        for (DeclarationsFile.ZoneEntry entry : file.zones()) {
            words.zone(entry.zone(), entry.trust())
                    .ifPresent(zone -> select(selection, entry.select()).forEach(asset -> place(asset, zone)));
        }
        for (DeclarationsFile.Owner entry : file.owners()) {
            select(selection, entry.select()).forEach(asset -> draft.property(asset, "owner", entry.name()));
        }
        for (DeclarationsFile.Worth entry : file.classification()) {
            List<AssetDraft> assets = select(selection, entry.select());
            words.property(entry.classification(), "classification")
                    .ifPresent(word -> assets.forEach(asset -> draft.property(asset, "classification", word)));
            words.property(entry.value(), "value")
                    .ifPresent(word -> assets.forEach(asset -> draft.property(asset, "value", word)));
        }
        List<Answered> answered = file.answers().stream()
                .flatMap(entry -> answer(selection, entry).stream())
                .toList();
        List<Attested> attested = Stream.concat(
                        described.stream(),
                        file.attestations().stream()
                                .map(entry -> new Attested(entry, ids(select(selection, entry.select())))))
                .toList();
        List<Owned> owned = file.responsibilities().stream()
                .map(entry -> new Owned(entry, entry.select().map(selector -> ids(select(selection, selector)))))
                .toList();
        return new Answer(
                CompletePlaces.of(file.complete(), problems), accepted(selection), attested, answered, owned, problems);
    }

    private Optional<Answered> answer(Selection selection, DeclarationsFile.AnswerEntry entry) {
        return words.answered(entry.property())
                .flatMap(property -> words.property(entry.value(), property.id())
                        .map(word -> {
                            List<AssetDraft> assets = select(selection, entry.select());
                            assets.forEach(asset -> draft.property(asset, property.id(), word));
                            return new Answered(property.id(), word, ids(assets), entry.location());
                        }));
    }

    private static SortedSet<String> ids(List<AssetDraft> assets) {
        var ids = new TreeSet<String>();
        assets.forEach(asset -> ids.add(asset.id()));
        return ids;
    }

    private List<Accepted> accepted(Selection selection) {
        var accepted = new ArrayList<Accepted>();
        file.baseline()
                .ifPresent(baseline -> baseline.exceptions().forEach(entry -> {
                    accepted.add(new Accepted(entry, ids(select(selection, entry.select()))));
                }));
        return accepted;
    }

    private List<AssetDraft> select(Selection selection, DeclarationsFile.Selector selector) {
        List<AssetDraft> assets = selection.of(selector);
        if (assets.isEmpty()) {
            problems.add(Problem.warning(
                    "selects-nothing",
                    "This selects no asset of the input.",
                    "check the names, or leave the entry out",
                    selector.location()));
        }
        return assets;
    }

    private static Classification override(AssetDraft asset, Role role, Optional<Plane> plane, Location place) {
        return new Classification(
                role.id(),
                role.layer(),
                plane.or(role::plane),
                asset.classification().component(),
                "role " + role.id() + " is set at " + place.file() + ":" + place.line());
    }

    private void place(AssetDraft asset, WordCheck.Placed zone) {
        asset.placeIn(zone.zone());
        draft.property(asset, "trust", zone.trust());
    }

    private void external(DeclarationsFile.External external) {
        Optional<WordCheck.Placed> zone = words.externalZone(external.zone());
        String id = external.host().map(host -> "ext:" + host).orElseGet(() -> "declared:" + external.name());
        AssetDraft asset = draft.asset(id.replace(' ', '-'), () -> referred(id.replace(' ', '-'), external));
        zone.ifPresent(placed -> place(asset, placed));
        external.exchanged().ifPresent(exchanged -> draft.property(asset, "data-exchanged", exchanged));
    }

    private AssetDraft referred(String id, DeclarationsFile.External external) {
        var asset = AssetDraft.referred(id, "External", "", "-", external.name(), external.location());
        Role role = vocabulary.role("external-party").orElseThrow();
        asset.classify(new Classification(
                role.id(),
                role.layer(),
                role.plane(),
                Optional.empty(),
                "declared at " + external.location().file() + ":"
                        + external.location().line()));
        return asset;
    }
}
