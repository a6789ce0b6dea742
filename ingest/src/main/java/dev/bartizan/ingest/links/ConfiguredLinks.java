package dev.bartizan.ingest.links;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.ExternalParties;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.knowledge.SettingNames;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Links workloads and custom resources to what their settings name, within the cluster and outside of it. */
public final class ConfiguredLinks {
    private final SettingNames names;
    private final PlatformDraft draft;
    private final ExternalParties externals;
    private final Reports reports;
    private final Inventory inventory;
    private final Targets targets;
    private final Purposes purposes;
    private final ServiceRoles roles;

    private ConfiguredLinks(
            List<Identified> all,
            Inventory inventory,
            PlatformDraft draft,
            ExternalParties externals,
            SettingNames names,
            Reports reports) {
        this.names = names;
        this.draft = draft;
        this.externals = externals;
        this.reports = reports;
        this.inventory = inventory;
        Set<String> namespaces = all.stream().map(Identified::namespace).collect(Collectors.toSet());
        this.targets = new Targets(inventory, draft, names, namespaces);
        this.purposes = new Purposes(names);
        this.roles = new ServiceRoles(draft);
    }

    /** What an object says, by the containers it says it for. */
    private record Said(Identified from, List<Spoken> all) {}

    /** Links all objects; after services were linked to what is behind them, whose role tells what is done there. */
    public static void link(
            List<Identified> all,
            Inventory inventory,
            PlatformDraft draft,
            ExternalParties externals,
            SettingNames names,
            Reports reports) {
        var links = new ConfiguredLinks(all, inventory, draft, externals, names, reports);
        var reader = new SettingReader(new Configurations(inventory, names), names);
        List<Said> said = all.parallelStream()
                .map(entry -> new Said(entry, reader.read(entry)))
                .filter(found -> !found.all().isEmpty())
                .toList();
        // The draft is changed on one thread, in the order of the objects.
        said.forEach(links::link);
    }

    private void link(Said said) {
        for (Spoken spoken : said.all()) {
            Optional<AssetDraft> store = store(said.from(), spoken.mentions());
            for (Mention mention : spoken.mentions().addresses()) {
                target(said.from(), mention, spoken, store)
                        .filter(target -> !target.equals(said.from().asset()))
                        .ifPresent(target -> link(said.from().asset(), target, mention));
            }
        }
    }

    private void link(AssetDraft from, AssetDraft target, Mention mention) {
        String kind = purposes.kind(mention.name(), from.classification().role(), roles.role(target));
        draft.link(from, target, kind, mention.evidence());
    }

    private Optional<AssetDraft> target(Identified from, Mention mention, Spoken spoken, Optional<AssetDraft> store) {
        return switch (mention.address()) {
            case Address.Endpoint endpoint -> endpoint(from, endpoint.host(), mention);
            case Address.Bucket bucket ->
                mention.mayBeOutside()
                        ? Optional.of(store.orElseGet(
                                () -> externals.bucket(bucket.scheme(), bucket.name(), mention.evidence())))
                        : Optional.empty();
            case Address.HubModel _ -> hub(from, mention, spoken.mentions());
            case Address.Claim claim -> claim(from, claim.name());
            case Address.FilePath file -> spoken.mounts().claim(file.path()).flatMap(claim -> claim(from, claim));
        };
    }

    private Optional<AssetDraft> endpoint(Identified from, String host, Mention mention) {
        boolean isKnownOutside = mention.mayBeOutside() && externals.isKnown(host);
        return switch (targets.meaning(from, host)) {
            case Targets.Meaning.Inside inside -> Optional.of(inside.asset());
            case Targets.Meaning.Missing _ -> {
                reports.missing("Service", mention.evidence());
                yield Optional.empty();
            }
            case Targets.Meaning.Outside _ ->
                mention.mayBeOutside() ? Optional.of(externals.host(host, mention.evidence())) : Optional.empty();
            case Targets.Meaning.Nothing _ ->
                isKnownOutside ? Optional.of(externals.host(host, mention.evidence())) : Optional.empty();
        };
    }

    private Optional<AssetDraft> hub(Identified from, Mention mention, Mentions mentions) {
        boolean fetches = names.fetchesModels(from.asset().classification().role());
        return fetches && mention.mayBeOutside() && !mentions.isOffline()
                ? Optional.of(externals.host("huggingface.co", mention.evidence()))
                : Optional.empty();
    }

    private Optional<AssetDraft> claim(Identified from, String name) {
        return inventory
                .find(from, "core", "PersistentVolumeClaim", from.namespace(), name)
                .map(Identified::asset);
    }

    /** Where S3 is for a container that was told so, if that is in the cluster. */
    private Optional<AssetDraft> store(Identified from, Mentions mentions) {
        var found = new HashSet<AssetDraft>();
        for (Mention mention : mentions.addresses()) {
            if (mention.address() instanceof Address.Endpoint endpoint && names.isObjectStoreEndpoint(mention.name())) {
                endpoint(from, endpoint.host(), mention).ifPresent(found::add);
            }
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }
}
