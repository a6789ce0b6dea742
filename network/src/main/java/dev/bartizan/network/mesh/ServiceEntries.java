package dev.bartizan.network.mesh;

import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.reading.Manifests;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.Written;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Names outside of the cluster that a mesh knows by its ServiceEntries. They let nobody out: policies of the network decide about addresses. */
public final class ServiceEntries {
    private static final int MOST_NAMED = 4;

    private final List<Destination> destinations = new ArrayList<>();

    private ServiceEntries() {}

    /**
     * A name, or all below one.
     *
     * @param host {@code api.example.org} or {@code *.example.org}
     * @param addresses that the entry gives it; none when they are looked up
     * @param entry its name with the namespace
     */
    public record Destination(String host, List<AddressRange> addresses, String entry, Location location) {
        public Destination {
            addresses = List.copyOf(addresses);
        }

        private boolean means(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return host.startsWith("*.")
                    ? lower.endsWith(host.substring(1)) && lower.length() > host.length() - 1
                    : host.equals(lower);
        }
    }

    public static ServiceEntries of(Manifests manifests) {
        var entries = new ServiceEntries();
        for (PolicyManifest manifest : manifests.of("networking.istio.io/ServiceEntry")) {
            Written spec = manifest.root().get("spec");
            boolean isOfPods = spec.get("workloadSelector").isThere()
                    || spec.get("location").text().equals("MESH_INTERNAL");
            if (!isOfPods) {
                List<AddressRange> addresses = addresses(spec);
                for (Written host : Values.items(spec.get("hosts"))) {
                    String text = host.text().toLowerCase(Locale.ROOT);
                    if (!text.isEmpty()) {
                        entries.destinations.add(
                                new Destination(text, addresses, manifest.fullName(), host.location()));
                    }
                }
            }
        }
        return entries;
    }

    private static List<AddressRange> addresses(Written spec) {
        return Stream.concat(
                        Values.items(spec.get("addresses")).stream().map(Written::text),
                        Values.items(spec.get("endpoints")).stream()
                                .map(endpoint -> endpoint.get("address").text()))
                .map(text -> text.indexOf('/') >= 0 ? text : text + (text.indexOf(':') < 0 ? "/32" : "/128"))
                .flatMap(text -> AddressRange.ofCidr(text).stream())
                .distinct()
                .toList();
    }

    /** The one that says exactly this name, else one that means it. */
    public Optional<Destination> named(String name) {
        return Stream.concat(
                        destinations.stream().filter(each -> each.host().equals(name.toLowerCase(Locale.ROOT))),
                        destinations.stream().filter(each -> each.means(name)))
                .findFirst();
    }

    /** What lists of connections leave out, in a sentence. */
    public Optional<String> note() {
        SortedSet<String> hosts = new TreeSet<>();
        destinations.forEach(each -> hosts.add(each.host()));
        String named = String.join(", ", hosts.stream().limit(MOST_NAMED).toList());
        String more = hosts.size() > MOST_NAMED ? " and " + (hosts.size() - MOST_NAMED) + " more" : "";
        return hosts.isEmpty()
                ? Optional.empty()
                : Optional.of("Istio: ServiceEntries name destinations outside: " + named + more
                        + ". Policies decide by addresses; 'bartizan network explain' takes such a name.");
    }
}
