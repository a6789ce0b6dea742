package dev.bartizan.ingest.objects;

import dev.bartizan.graph.Classification;
import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.knowledge.Parties;
import dev.bartizan.knowledge.Role;
import dev.bartizan.knowledge.SettingNames;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.source.Location;
import java.util.Optional;

/** Assets for whom the platform talks to outside of itself: {@code ext:<host>}, and {@code ext:<scheme>:<bucket>} where no host is named. */
public final class ExternalParties {
    private static final String EXTERNAL = "External";

    private final PlatformDraft draft;
    private final Parties parties;
    private final SettingNames names;
    private final Vocabulary vocabulary;

    public ExternalParties(PlatformDraft draft, Parties parties, SettingNames names, Vocabulary vocabulary) {
        this.draft = draft;
        this.parties = parties;
        this.names = names;
        this.vocabulary = vocabulary;
    }

    public boolean isKnown(String host) {
        return parties.byHost(host).isPresent();
    }

    /** Whether a name that the cluster does not have can be one of the outside world. */
    public boolean isPlausible(String host) {
        int dot = host.lastIndexOf('.');
        return dot > 0 && (names.isTopLevelDomain(host.substring(dot + 1)) || isKnown(host));
    }

    /** @param host a name without credentials, port and path */
    public AssetDraft host(String host, Location evidence) {
        String id = "ext:" + AssetIds.segment(host);
        return draft.asset(id, () -> {
            var asset = AssetDraft.referred(id, EXTERNAL, "", "-", host, evidence);
            asset.classify(parties.byHost(host)
                    .map(party -> party.classify(host, vocabulary))
                    .orElseGet(
                            () -> classification("external-party", "nothing more is known of host " + Clip.of(host))));
            return asset;
        });
    }

    /** A bucket of an object store of which the address does not say where it is. */
    public AssetDraft bucket(String scheme, String name, Location evidence) {
        String id = "ext:" + AssetIds.segment(scheme) + ":" + AssetIds.segment(name);
        return draft.asset(id, () -> {
            String address = scheme + "://" + name;
            var asset = AssetDraft.referred(id, "Bucket", "", "-", address, evidence);
            asset.classify(classification("object-store", Clip.of(address) + " names a bucket"));
            return asset;
        });
    }

    private Classification classification(String role, String reason) {
        Role known = vocabulary.role(role).orElseThrow();
        return new Classification(role, known.layer(), known.plane(), Optional.empty(), reason);
    }
}
