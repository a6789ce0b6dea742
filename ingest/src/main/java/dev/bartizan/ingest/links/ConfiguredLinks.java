package dev.bartizan.ingest.links;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.ExternalParties;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.knowledge.SettingNames;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Collectors;

/** Links workloads and custom resources to what their settings name, within the cluster and outside of it. */
public final class ConfiguredLinks {
    /** Their own settings name the header that they send. */
    private static final Set<String> HEADER_SETTERS = Set.of("authentication-proxy", "gateway", "mesh-proxy");

    private final PlatformDraft draft;
    private final Reports reports;
    private final Destinations destinations;
    private final Purposes purposes;
    private final ServiceRoles roles;
    private final Map<AssetDraft, Location> headerTrust = new LinkedHashMap<>();

    private ConfiguredLinks(
            List<Identified> all,
            Inventory inventory,
            PlatformDraft draft,
            ExternalParties externals,
            SettingNames names,
            Reports reports) {
        this.draft = draft;
        this.reports = reports;
        Set<String> namespaces = all.stream().map(Identified::namespace).collect(Collectors.toSet());
        var targets = new Targets(inventory, draft, names, namespaces);
        this.destinations = new Destinations(targets, OwnHosts.of(all), inventory, externals, names, reports);
        this.purposes = new Purposes(names);
        this.roles = new ServiceRoles(draft);
    }

    /** What an object says, by the containers it says it for. */
    private record Said(Identified from, List<Spoken> all) {}

    /** What all objects say, while it is still being read. */
    public static final class Reading {
        private final ForkJoinTask<List<Said>> task;

        private Reading(ForkJoinTask<List<Said>> task) {
            this.task = task;
        }
    }

    /** Begins to read what the objects say, on other threads than the one that links meanwhile what needs none of it. */
    public static Reading read(List<Identified> all, Inventory inventory, SettingNames names) {
        var reader = new SettingReader(new Configurations(inventory, names), names);
        return new Reading(ForkJoinPool.commonPool()
                .submit(() -> all.parallelStream()
                        .map(entry -> new Said(entry, reader.read(entry)))
                        .filter(found -> !found.all().isEmpty())
                        .toList()));
    }

    /**
     * Links all objects; after services were linked to what is behind them, whose role tells what is done there.
     *
     * @param reading of these objects
     * @return who takes the user from a request header, and where that is said
     */
    public static Map<AssetDraft, Location> link(
            List<Identified> all,
            Reading reading,
            Inventory inventory,
            PlatformDraft draft,
            ExternalParties externals,
            SettingNames names,
            Reports reports) {
        var links = new ConfiguredLinks(all, inventory, draft, externals, names, reports);
        List<Said> said = reading.task.join();
        // The draft is changed on one thread, in the order of the objects.
        links.link(said.stream().flatMap(found -> links.resolve(found).stream()).toList());
        said.forEach(links::trust);
        return links.headerTrust;
    }

    private List<Resolved> resolve(Said said) {
        var resolved = new ArrayList<Resolved>();
        for (Spoken spoken : said.all()) {
            Optional<AssetDraft> store = destinations.store(said.from(), spoken.mentions());
            for (Mention mention : spoken.mentions().addresses()) {
                destinations
                        .of(said.from(), mention, spoken, store)
                        .ifPresent(
                                target -> resolved.add(new Resolved(said.from().asset(), mention, target)));
            }
        }
        return resolved;
    }

    /** An address and what it leads to. */
    private record Resolved(AssetDraft from, Mention mention, AssetDraft target) {}

    /**
     * Nobody is linked to itself. A file that tells a workload its own address is a directory that many read: who of them calls whom, it does not say.
     */
    private void link(List<Resolved> all) {
        var directories = new HashSet<AssetDraft>();
        for (Resolved resolved : all) {
            if (isItself(resolved)) {
                resolved.mention().file().filter(directories::add).ifPresent(this::report);
            }
        }
        for (Resolved resolved : all) {
            Mention mention = resolved.mention();
            boolean isFromDirectory =
                    mention.file().filter(directories::contains).isPresent();
            if (!isItself(resolved) && !isFromDirectory) {
                AssetDraft from = resolved.from();
                String role = roles.role(resolved.target());
                String kind =
                        purposes.kind(mention.name(), from.classification().role(), role);
                draft.link(from, resolved.target(), kind, mention.evidence());
            }
        }
    }

    private void report(AssetDraft directory) {
        reports.add(Problem.notice(
                "directory-of-addresses",
                "This ConfigMap tells a workload its own address among those of others: who of its readers calls whom was left open.",
                "declare the links that matter, or give each workload only the addresses it calls",
                directory.location()));
    }

    /** A workload that stands before others sets the header itself. */
    private void trust(Said said) {
        AssetDraft asset = said.from().asset();
        var headers = new TreeMap<String, Location>();
        if (!HEADER_SETTERS.contains(asset.classification().role())) {
            said.all().forEach(spoken -> spoken.mentions().headers().forEach(headers::putIfAbsent));
        }
        if (!headers.isEmpty()) {
            draft.property(asset, "trusts-header", String.join(", ", headers.keySet()));
            headerTrust.put(asset, headers.firstEntry().getValue());
        }
    }

    private boolean isItself(Resolved resolved) {
        return resolved.target().equals(resolved.from()) || roles.isBehind(resolved.target(), resolved.from());
    }
}
