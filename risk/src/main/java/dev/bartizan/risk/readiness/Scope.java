package dev.bartizan.risk.readiness;

import dev.bartizan.graph.Platform;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The assets that a scorecard is about.
 *
 * @param name of the team; empty for the whole platform
 */
public record Scope(String name, BitSet assets) {
    public Scope {
        assets = (BitSet) assets.clone();
    }

    /** The whole platform. */
    public static Scope whole(Platform platform) {
        var all = new BitSet();
        all.set(0, platform.assets().size());
        return new Scope("", all);
    }

    /** One for each team that answers for assets, by name. */
    public static List<Scope> teams(Platform platform) {
        var byOwner = new TreeMap<String, BitSet>();
        SortedMap<Integer, String> owners = platform.properties().getOrDefault("owner", new TreeMap<>());
        owners.forEach((asset, owner) ->
                byOwner.computeIfAbsent(owner, name -> new BitSet()).set(asset));
        var scopes = new ArrayList<Scope>();
        byOwner.forEach((owner, assets) -> scopes.add(new Scope(owner, assets)));
        return scopes;
    }

    boolean isWhole() {
        return name.isEmpty();
    }

    int size() {
        return assets.cardinality();
    }

    /** Those of these that belong to it. */
    BitSet of(BitSet some) {
        BitSet both = (BitSet) some.clone();
        both.and(assets);
        return both;
    }
}
