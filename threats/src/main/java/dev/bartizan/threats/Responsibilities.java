package dev.bartizan.threats;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Plane;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.SafeguardFacts.Ground;
import dev.bartizan.graph.SafeguardFacts.Party;
import dev.bartizan.graph.SafeguardFacts.Responsibility;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who owns which control where. What is put in place in the cluster belongs to whoever runs the cluster, what is a matter of people to security, the rest to
 * whoever runs the asset: that follows from what the asset does and what its namespace holds, unless somebody wrote it down.
 */
final class Responsibilities {
    private static final int MOST_NAMES = 3;

    /** Those that keep identities, keys and rules for everybody. */
    private static final Set<String> SECURITY = Set.of(
            "identity-provider",
            "secret-store",
            "policy-engine",
            "policy",
            "admission",
            "certificate-manager",
            "authentication-proxy",
            "bastion",
            "human-identity");

    /** Those of which only their namespace tells whose they are. */
    private static final Set<String> BELONGINGS = Set.of(
            "application",
            "unknown",
            "sample",
            "configuration",
            "secret",
            "workload-identity",
            "namespace",
            "access-role",
            "access-binding",
            "network-service",
            "route",
            "volume",
            "tenant",
            "job-queue",
            "certificate");

    private final Platform platform;
    private final List<Assignment> assignments;
    private final Map<Party, BitSet> run = new EnumMap<>(Party.class);
    private final List<BitSet> layers = new ArrayList<>();
    /** By asset who owns it, or whose it is; empty when nobody told. */
    private final String[] owners;
    /** By asset its namespace, or what stands for it. */
    private final String[] places;

    /** A share of a control's assets. */
    private record Share(Party party, BitSet assets, Optional<Assignment> declared) {}

    Responsibilities(Platform platform, List<Assignment> assignments) {
        this.platform = platform;
        this.assignments = assignments;
        for (Party party : Party.values()) {
            run.put(party, new BitSet());
        }
        for (int i = 0; i <= Layer.values().length; i++) {
            layers.add(new BitSet());
        }
        this.owners = new String[platform.assets().size()];
        this.places = new String[owners.length];
        Set<String> teams = teamNamespaces();
        for (int i = 0; i < owners.length; i++) {
            Asset asset = platform.asset(i);
            owners[i] = ownerOf(i);
            places[i] = place(asset);
            of(party(asset, teams)).set(i);
            layers.get(asset.classification().layer().map(Layer::ordinal).orElse(Layer.values().length))
                    .set(i);
        }
    }

    private BitSet of(Party party) {
        return run.getOrDefault(party, new BitSet());
    }

    /** Namespaces in which a team works: something there does the work of models, data or pipelines. */
    private Set<String> teamNamespaces() {
        return platform.assets().stream()
                .filter(asset -> !BELONGINGS.contains(asset.classification().role()))
                .filter(Responsibilities::isTeamWork)
                .map(Asset::namespace)
                .filter(namespace -> !isNone(namespace))
                .collect(Collectors.toSet());
    }

    private static boolean isNone(String namespace) {
        return namespace.isEmpty() || namespace.equals("-");
    }

    private static boolean isTeamWork(Asset asset) {
        Classification what = asset.classification();
        return what.layer().filter(layer -> layer != Layer.INFRASTRUCTURE).isPresent()
                && what.plane().filter(plane -> plane == Plane.CONTROL).isEmpty()
                && !asset.zone().equals("platform");
    }

    private static Party party(Asset asset, Set<String> teams) {
        String role = asset.classification().role();
        if (asset.id().startsWith("ext:") || asset.id().startsWith("declared:")) {
            return Party.PROVIDER;
        }
        if (SECURITY.contains(role)) {
            return Party.SECURITY;
        }
        boolean isTeams = BELONGINGS.contains(role) ? teams.contains(asset.namespace()) : isTeamWork(asset);
        return isTeams ? Party.ML_TEAM : Party.PLATFORM;
    }

    List<Responsibility> of(List<Safeguard> controls) {
        return controls.parallelStream()
                .flatMap(control -> shares(control).stream().flatMap(share -> byLayer(control, share).stream()))
                .sorted(Comparator.comparingInt((Responsibility one) ->
                                one.layer().map(Layer::ordinal).orElse(Layer.values().length))
                        .thenComparing(Responsibility::control)
                        .thenComparing(Responsibility::party)
                        .thenComparingInt(
                                one -> one.declared().map(Location::line).orElse(0)))
                .toList();
    }

    private List<Share> shares(Safeguard control) {
        BitSet left = control.coverage().applicable();
        var shares = new ArrayList<Share>();
        // Of several that name the same asset the last one holds.
        for (Assignment word : assignments.reversed()) {
            if (word.control().equals(control.control())) {
                BitSet mine = both(named(word), left);
                left.andNot(mine);
                shares.add(new Share(word.party(), mine, Optional.of(word)));
            }
        }
        for (Party runner : Party.values()) {
            BitSet theirs = both(of(runner), left);
            shares.add(new Share(owner(control.ground(), runner), theirs, Optional.empty()));
        }
        return merged(shares);
    }

    /** Two that run different things may own the same control. */
    private static List<Share> merged(List<Share> shares) {
        var merged = new ArrayList<Share>();
        for (Share share : shares) {
            Optional<Share> same = merged.stream()
                    .filter(other ->
                            other.party() == share.party() && other.declared().equals(share.declared()))
                    .findFirst();
            same.ifPresentOrElse(other -> other.assets().or(share.assets()), () -> merged.add(share));
        }
        return merged;
    }

    private BitSet named(Assignment word) {
        var named = new BitSet();
        word.assets()
                .ifPresentOrElse(
                        ids -> ids.forEach(id -> platform.index(id).ifPresent(named::set)),
                        () -> named.set(0, platform.assets().size()));
        word.layer().ifPresent(layer -> named.and(layers.get(layer.ordinal())));
        return named;
    }

    private static Party owner(Ground ground, Party runner) {
        return switch (ground) {
            case ORGANISATION -> Party.SECURITY;
            case CLUSTER -> runner == Party.ML_TEAM ? Party.PLATFORM : runner;
            case WORKLOAD -> runner;
        };
    }

    private List<Responsibility> byLayer(Safeguard control, Share share) {
        var rows = new ArrayList<Responsibility>();
        for (int i = 0; i < layers.size(); i++) {
            BitSet assets = both(layers.get(i), share.assets());
            if (!assets.isEmpty()) {
                rows.add(new Responsibility(
                        i < Layer.values().length ? Optional.of(Layer.values()[i]) : Optional.empty(),
                        control.control(),
                        share.party(),
                        owners(assets),
                        both(control.coverage().evidenced(), assets).cardinality(),
                        both(control.coverage().refuted(), assets).cardinality(),
                        both(control.coverage().open(), assets).cardinality(),
                        reason(control, share, assets),
                        share.declared().map(Assignment::location)));
            }
        }
        return rows;
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private List<String> owners(BitSet assets) {
        return told(owners, assets);
    }

    private String reason(Safeguard control, Share share, BitSet assets) {
        if (share.declared().isPresent()) {
            String because = share.declared().get().because();
            return because.isBlank() ? "declared" : because;
        }
        return switch (control.ground()) {
            case ORGANISATION -> "a matter of how people work";
            case CLUSTER ->
                share.party() == Party.PROVIDER
                        ? "runs outside: " + names(assets)
                        : "set in the cluster, for " + names(assets);
            case WORKLOAD -> {
                String where = names(assets);
                yield switch (share.party()) {
                    case PROVIDER -> "runs outside: " + where;
                    case PLATFORM -> "runs the platform itself, in " + where;
                    case ML_TEAM -> "runs in a team's namespace: " + where;
                    case SECURITY -> "keeps identities, keys or rules, in " + where;
                };
            }
        };
    }

    private String names(BitSet assets) {
        List<String> names = told(places, assets);
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return names.size() > MOST_NAMES ? first + " and " + (names.size() - MOST_NAMES) + " more" : first;
    }

    private String ownerOf(int asset) {
        return platform.property(asset, "owner")
                .or(() -> platform.property(asset, "tenant"))
                .orElse("");
    }

    private static String place(Asset asset) {
        if (isNone(asset.namespace())) {
            return asset.id().startsWith("ext:") ? asset.name() : "the cluster";
        }
        return asset.namespace();
    }

    /** The different words of some assets, sorted. */
    private static List<String> told(String[] words, BitSet assets) {
        var told = new HashSet<String>();
        assets.stream().forEach(asset -> told.add(words[asset]));
        told.remove("");
        return told.stream().sorted().toList();
    }
}
