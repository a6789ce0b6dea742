package dev.bartizan.ingest.links;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.objects.Address;
import dev.bartizan.ingest.objects.ExternalParties;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.knowledge.SettingNames;
import java.util.HashSet;
import java.util.Optional;

/** Finds the asset that an address leads to, within the cluster or outside of it. */
final class Destinations {
    private final Targets targets;
    private final OwnHosts own;
    private final Inventory inventory;
    private final ExternalParties externals;
    private final SettingNames names;
    private final Reports reports;

    Destinations(
            Targets targets,
            OwnHosts own,
            Inventory inventory,
            ExternalParties externals,
            SettingNames names,
            Reports reports) {
        this.targets = targets;
        this.own = own;
        this.inventory = inventory;
        this.externals = externals;
        this.names = names;
        this.reports = reports;
    }

    /**
     * The asset, if there is one.
     *
     * @param store where S3 is, if the container was told
     */
    Optional<AssetDraft> of(Identified from, Mention mention, Spoken spoken, Optional<AssetDraft> store) {
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
                mention.mayBeOutside() && !own.contain(host)
                        ? Optional.of(externals.host(host, mention.evidence()))
                        : Optional.empty();
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
    Optional<AssetDraft> store(Identified from, Mentions mentions) {
        var found = new HashSet<AssetDraft>();
        for (Mention mention : mentions.addresses()) {
            if (mention.address() instanceof Address.Endpoint endpoint && names.isObjectStoreEndpoint(mention.name())) {
                endpoint(from, endpoint.host(), mention).ifPresent(found::add);
            }
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }
}
