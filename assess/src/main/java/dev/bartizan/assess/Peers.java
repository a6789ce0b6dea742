package dev.bartizan.assess;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Platform;
import dev.bartizan.knowledge.Signature.Need;
import java.util.Comparator;
import java.util.List;

/** Whether the platform holds what an asset needs: nearest first, those of its own namespace. */
final class Peers {
    private final Platform platform;
    private final Asset asset;

    Peers(Platform platform, Asset asset) {
        this.platform = platform;
        this.asset = asset;
    }

    /** How a sentence about the need goes on; empty for a peer that no manifest declares. */
    String found(Need need) {
        if (need.place().isPresent()) {
            return "";
        }
        List<Asset> peers = platform.assets().stream()
                .filter(candidate -> isMeant(need, candidate))
                .sorted(Comparator.comparing((Asset peer) -> !peer.namespace().equals(asset.namespace()))
                        .thenComparing(Asset::id))
                .toList();
        String more = peers.size() > 1 ? " and " + (peers.size() - 1) + " more" : "";
        return peers.isEmpty() ? "; the input holds none" : "; the input holds " + named(peers.getFirst()) + more;
    }

    private boolean isMeant(Need need, Asset candidate) {
        var classification = candidate.classification();
        return !candidate.id().equals(asset.id())
                && (need.role().filter(classification.role()::equals).isPresent()
                        || need.component()
                                .filter(component -> classification
                                        .component()
                                        .filter(component::equals)
                                        .isPresent())
                                .isPresent());
    }

    private static String named(Asset peer) {
        return peer.kind() + " " + peer.namespace() + "/" + peer.name();
    }
}
