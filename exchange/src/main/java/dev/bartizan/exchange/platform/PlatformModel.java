package dev.bartizan.exchange.platform;

import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The assessed platform as a threat model: what runs or holds data, the zones it is in, who calls, reads and loads what, and each finding as a threat with its
 * remedy as a control. What only configures, names or permits something else is left out, unless
 * something was found about it, and counted.
 *
 * @param folded the assets that are left out
 */
public record PlatformModel(ThreatModel model, List<Asset> folded) {
    /** Links along which data goes; from the one who asks. */
    private static final Set<String> FLOWS =
            Set.of("calls", "reads", "writes", "loads", "pulls", "routes", "mounts", "deploys", "deploys-from");

    /** What configures, names or permits something else, by its role. */
    private static final Set<String> FOLDED_ROLES = Set.of(
            "access-binding",
            "access-role",
            "admission",
            "api-extension",
            "autoscaler",
            "certificate",
            "cluster-setting",
            "configuration",
            "extension-package",
            "namespace",
            "network-service",
            "policy",
            "secret",
            "storage",
            "tenant",
            "unknown",
            "workload-identity");

    private static final Set<String> STORES = Set.of(
            "cache",
            "database",
            "dataset",
            "document-store",
            "feature-store",
            "image-registry",
            "model-hub",
            "model-registry",
            "object-store",
            "secret-store",
            "source-repository",
            "vector-store",
            "volume");

    private static final Set<String> OUTSIDE = Set.of("external-party", "human-identity");

    private static final String NO_ZONE = "-";

    public PlatformModel {
        folded = List.copyOf(folded);
    }

    public static PlatformModel of(Snapshot snapshot) {
        return new Building(snapshot).build();
    }

    private static final class Building {
        private final Snapshot snapshot;
        private final Platform platform;
        private final boolean[] isShown;
        private final List<Part> parts = new ArrayList<>();

        Building(Snapshot snapshot) {
            this.snapshot = snapshot;
            this.platform = snapshot.platform();
            this.isShown = new boolean[platform.assets().size()];
        }

        PlatformModel build() {
            var folded = new ArrayList<Asset>();
            Set<String> found = found();
            for (int i = 0; i < isShown.length; i++) {
                Asset asset = platform.asset(i);
                isShown[i] = !FOLDED_ROLES.contains(asset.classification().role()) || found.contains(asset.id());
                if (!isShown[i]) {
                    folded.add(asset);
                }
            }
            zones();
            for (int i = 0; i < isShown.length; i++) {
                if (isShown[i]) {
                    parts.add(asset(platform.asset(i)));
                }
            }
            links();
            findings();
            return new PlatformModel(ThreatModel.of(header(), parts), folded);
        }

        /** What something was found about is shown whatever it is: a threat has to be somewhere. */
        private Set<String> found() {
            var found = new HashSet<String>();
            findingList().forEach(finding -> {
                found.add(finding.asset());
                finding.members().forEach(member -> found.add(member.asset()));
            });
            return found;
        }

        private List<Finding> findingList() {
            return snapshot.controls().map(ControlFacts::findings).orElse(List.of());
        }

        private Part header() {
            return Part.draft(Kind.MODEL, "", Location.ofFile("platform"))
                    .text(Field.NAME, platform.name().isEmpty() ? "AI platform" : platform.name())
                    .text(Field.DATE, snapshot.input().asOf().toString())
                    .end();
        }

        private void zones() {
            var zones = new TreeMap<String, Asset>();
            platform.assets().forEach(asset -> zones.putIfAbsent(asset.zone(), asset));
            zones.remove(NO_ZONE);
            zones.forEach((zone, first) -> parts.add(Part.draft(Kind.ZONE, zone, first.location())
                    .text(Field.NAME, zone)
                    .end()));
        }

        private static Part asset(Asset asset) {
            var tags = new ArrayList<String>();
            asset.classification().layer().ifPresent(layer -> tags.add("layer:" + layer.word()));
            asset.classification().plane().ifPresent(plane -> tags.add("plane:" + plane.word()));
            return Part.draft(Kind.ASSET, asset.id(), asset.location())
                    .text(Field.NAME, name(asset))
                    .text(
                            Field.DESCRIPTION,
                            asset.kind() + ": " + asset.classification().reason())
                    .text(Field.CATEGORY, category(asset))
                    .text(Field.TYPE, asset.classification().role())
                    .ref(
                            Field.ZONE,
                            Optional.of(asset.zone())
                                    .filter(zone -> !zone.equals(NO_ZONE))
                                    .map(Ref::zone))
                    .texts(Field.TAGS, tags)
                    .attribute("kind", Optional.of(asset.kind()))
                    .attribute("component", asset.classification().component())
                    .end();
        }

        private static String name(Asset asset) {
            return asset.namespace().equals(NO_ZONE) || asset.namespace().isEmpty()
                    ? asset.name()
                    : asset.namespace() + "/" + asset.name();
        }

        private static String category(Asset asset) {
            String role = asset.classification().role();
            if (STORES.contains(role)) {
                return "store";
            }
            return OUTSIDE.contains(role) || asset.id().startsWith("ext:") ? "external" : "process";
        }

        private void links() {
            var known = new LinkedHashSet<String>();
            for (Link link : platform.links()) {
                if (FLOWS.contains(link.kind()) && isShown[link.from()]) {
                    for (int receiver : receivers(link.to())) {
                        Part part = link(link, receiver);
                        if (receiver != link.from() && known.add(part.id())) {
                            parts.add(part);
                        }
                    }
                }
            }
        }

        /** Whoever calls a service talks to what stands behind it. */
        private List<Integer> receivers(int asset) {
            if (isShown[asset]) {
                return List.of(asset);
            }
            return platform.linksFrom(asset).stream()
                    .filter(link -> link.kind().equals("exposes") && isShown[link.to()])
                    .map(Link::to)
                    .toList();
        }

        private Part link(Link link, int receiver) {
            String from = platform.asset(link.from()).id();
            String to = platform.asset(receiver).id();
            return Part.draft(Kind.LINK, from + " " + link.kind() + " " + to, link.evidence())
                    .text(Field.NAME, link.kind() + " " + name(platform.asset(receiver)))
                    .text(Field.TYPE, link.kind())
                    .refs(Field.FROM, List.of(Ref.asset(from)))
                    .refs(Field.TO, List.of(Ref.asset(to)))
                    .end();
        }

        private void findings() {
            var remedies = new TreeMap<String, Part.Draft>();
            for (Finding finding : findingList()) {
                parts.add(threat(finding));
                if (!finding.remedy().isEmpty()) {
                    remedies.computeIfAbsent(finding.rule() + "-remedy", id -> remedy(id, finding))
                            .addRef(Field.THREATS, Ref.threat(finding.id()));
                }
            }
            remedies.values().forEach(draft -> parts.add(draft.end()));
        }

        private Part threat(Finding finding) {
            return Part.draft(Kind.THREAT, finding.id(), finding.location())
                    .text(Field.NAME, finding.title())
                    .text(
                            Field.DESCRIPTION,
                            String.join(
                                    "\n",
                                    finding.evidence().stream()
                                            .map(evidence -> evidence.statement() + " (" + evidence.location() + ")")
                                            .toList()))
                    .text(Field.SEVERITY, finding.severity().word())
                    .text(Field.STATUS, "open")
                    .refs(Field.TARGETS, targets(finding))
                    .texts(Field.REFERENCES, finding.references())
                    .attribute("rule", Optional.of(finding.rule()))
                    .attribute("truth", Optional.of(finding.truth().word()))
                    .end();
        }

        private List<Ref> targets(Finding finding) {
            var targets = new LinkedHashSet<String>();
            targets.add(finding.asset());
            finding.members().forEach(member -> targets.add(member.asset()));
            return targets.stream()
                    .filter(id -> platform.index(id).isPresent())
                    .map(Ref::asset)
                    .toList();
        }

        private static Part.Draft remedy(String id, Finding finding) {
            return Part.draft(Kind.CONTROL, id, finding.location())
                    .text(Field.NAME, finding.remedy())
                    .text(Field.STATUS, "proposed");
        }
    }
}
