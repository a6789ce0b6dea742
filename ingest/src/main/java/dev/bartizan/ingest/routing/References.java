package dev.bartizan.ingest.routing;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.Address;
import dev.bartizan.ingest.objects.AssetIds;
import dev.bartizan.ingest.objects.Clip;
import dev.bartizan.ingest.objects.CsiBuckets;
import dev.bartizan.ingest.objects.ExternalParties;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Follows what routing objects refer to, and links them to it. */
final class References {
    static final String ROUTES = "routes";

    private final Inventory inventory;
    private final PlatformDraft draft;
    private final ExternalParties externals;
    private final Reports reports;
    private final Set<AssetDraft> fromUnseen = new HashSet<>();

    References(Inventory inventory, PlatformDraft draft, ExternalParties externals, Reports reports) {
        this.inventory = inventory;
        this.draft = draft;
        this.externals = externals;
        this.reports = reports;
    }

    Optional<Identified> find(Identified from, String group, String kind, String namespace, String name) {
        return inventory.find(from, group, kind, namespace, name);
    }

    /** In the input, or among what controllers make of it. */
    private Optional<AssetDraft> known(Identified from, String group, String kind, String namespace, String name) {
        return find(from, group, kind, namespace, name)
                .map(Identified::asset)
                .or(() -> draft.find(AssetIds.of(from.cluster(), group, kind, namespace, name)));
    }

    void service(Identified from, Place name, String namespace) {
        to(from, ROUTES, "core", "Service", name, namespace);
    }

    /** Links to the object of this name; one that the input lacks is reported. */
    void to(Identified from, String link, String group, String kind, Place name, String namespace) {
        Optional<String> text = name.node().text();
        if (text.isPresent()) {
            known(from, group, kind, namespace, text.get())
                    .ifPresentOrElse(
                            found -> draft.link(from.asset(), found, link, name.location()),
                            () -> reports.missing(Clip.of(kind), name.location()));
        }
    }

    /** Links to the object of this name, if the input holds it. */
    void toOptional(Identified from, String link, String group, String kind, Place name, String namespace) {
        name.node()
                .text()
                .flatMap(text -> find(from, group, kind, namespace, text))
                .ifPresent(found -> draft.link(from.asset(), found.asset(), link, name.location()));
    }

    /** Links to what a reference with kind, name and perhaps API version and namespace means. */
    void object(Identified from, String link, Place reference) {
        String apiVersion = reference.node().get("apiVersion").text("v1");
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "core" : apiVersion.substring(0, slash);
        String kind = reference.node().get("kind").text("Service");
        String namespace = reference.node().get("namespace").text(from.namespace());
        to(from, link, group, kind, reference.get("name"), namespace);
    }

    /** A gateway that the input lacks leads to this object; it may be open to everybody. */
    void fromUnseen(Identified to) {
        fromUnseen.add(to.asset());
    }

    Set<AssetDraft> fromUnseen() {
        return fromUnseen;
    }

    /** Something leads to this object. */
    void from(Identified source, Identified to, Place evidence) {
        draft.link(source.asset(), to.asset(), ROUTES, evidence.location());
    }

    /** Links to a host: {@code name}, {@code name.namespace} and {@code name.namespace.svc...} are services, all other names lead outside. */
    void host(Identified from, String link, Place host) {
        address(from, link, host.node().text(""), host);
    }

    /** Links to where a repository of manifests, charts or images is; without a scheme it is one of images. */
    void repository(Identified from, String link, Place repository) {
        String text = repository.node().text("");
        boolean isComplete = text.contains("://") || text.startsWith("git@");
        address(from, link, isComplete ? text : "oci://" + text, repository);
    }

    /** Links to the bucket that a storage driver mounts. */
    void bucket(Identified from, String link, Place csi) {
        CsiBuckets.of(csi.node()).ifPresent(bucket -> {
            Location place = csi.get("volumeAttributes").location();
            draft.link(from.asset(), externals.bucket(bucket.scheme(), bucket.name(), place), link, place);
        });
    }

    private void address(Identified from, String link, String text, Place host) {
        Address.parse(text).ifPresent(address -> {
            if (address instanceof Address.Endpoint endpoint) {
                host(from, link, endpoint.host(), host);
            } else if (address instanceof Address.Bucket bucket) {
                draft.link(
                        from.asset(),
                        externals.bucket(bucket.scheme(), bucket.name(), host.location()),
                        link,
                        host.location());
            }
        });
    }

    private void host(Identified from, String link, String host, Place place) {
        String[] labels = host.split("\\.", 4);
        String namespace = labels.length > 1 ? labels[1] : from.namespace();
        Optional<AssetDraft> service =
                labels.length > 2 && !labels[2].equals("svc") ? Optional.empty() : service(from, namespace, labels[0]);
        if (service.isPresent()) {
            draft.link(from.asset(), service.get(), link, place.location());
        } else if (externals.isPlausible(host)) {
            external(from, link, host, place);
        } else {
            reports.missing("Service", place.location());
        }
    }

    private Optional<AssetDraft> service(Identified from, String namespace, String name) {
        return find(from, "core", "Service", namespace, name)
                .or(() -> find(from, "serving.knative.dev", "Service", namespace, name))
                .map(Identified::asset)
                .or(() -> known(from, "core", "Service", namespace, name));
    }

    void external(Identified from, String link, String host, Place evidence) {
        draft.link(from.asset(), externals.host(host, evidence.location()), link, evidence.location());
    }

    void report(Problem problem) {
        reports.add(problem);
    }

    static void each(Place list, Consumer<Place> action) {
        for (int i = 0; i < list.items(); i++) {
            action.accept(list.item(i));
        }
    }
}
