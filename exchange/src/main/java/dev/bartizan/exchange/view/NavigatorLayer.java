package dev.bartizan.exchange.view;

import dev.bartizan.exchange.tree.Json;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A layer of the ATT&amp;CK Navigator: the techniques of one matrix, each with what is known of it on this platform. Format:
 * https://github.com/mitre-attack/attack-navigator, layers/spec/v4.5; the matrix of ATLAS is shown by ATLAS's own Navigator, which reads 4.3.
 */
public final class NavigatorLayer {
    /** Enough to read in a tooltip. */
    private static final int MOST_LINES = 24;

    private final Snapshot snapshot;
    private final Matrix matrix;
    private final List<LeftOut> leftOut = new ArrayList<>();

    /** Which techniques a layer is of: one layer holds one. */
    public enum Matrix {
        ATTACK(Catalogue.ATTACK, "ATT&CK", "enterprise-attack", "4.5", "4.9.0"),
        ATLAS(Catalogue.ATLAS, "ATLAS", "atlas-atlas", "4.3", "4.6.4");

        private final Catalogue catalogue;
        private final String title;
        private final String domain;
        private final String layer;
        private final String navigator;

        Matrix(Catalogue catalogue, String title, String domain, String layer, String navigator) {
            this.catalogue = catalogue;
            this.title = title;
            this.domain = domain;
            this.layer = layer;
            this.navigator = navigator;
        }

        private boolean holds(String technique) {
            return Catalogue.of(technique).filter(catalogue::equals).isPresent();
        }
    }

    private NavigatorLayer(Snapshot snapshot, Matrix matrix) {
        this.snapshot = snapshot;
        this.matrix = matrix;
    }

    /** Draws what was found; what did not run is not shown. */
    public static Drawn of(Snapshot snapshot, Matrix matrix) {
        return new NavigatorLayer(snapshot, matrix).drawn();
    }

    private Drawn drawn() {
        Map<String, List<Sighting>> byTechnique = new TreeMap<>();
        List<Sighting> all = Sighting.of(snapshot);
        all.forEach(sighting -> byTechnique
                .computeIfAbsent(sighting.technique(), id -> new ArrayList<>())
                .add(sighting));
        Set<String> parents = parents(byTechnique.keySet());
        var techniques = new TreeMap<String, Json>();
        parents.forEach(id -> techniques.put(
                id,
                Json.object()
                        .put("techniqueID", id)
                        .put("showSubtechniques", Json.flag(true))
                        .end()));
        byTechnique.forEach((id, sightings) -> {
            if (matrix.holds(id)) {
                techniques.put(id, technique(id, sightings, parents.contains(id)));
            } else if (!id.isEmpty()) {
                lost(
                        "techniques that are not of " + matrix.title,
                        id,
                        place(sightings.getFirst()),
                        "a layer holds one matrix");
            }
        });
        withoutTechnique(all);
        others();
        return new Drawn(layer(List.copyOf(techniques.values())), leftOut);
    }

    /** Those whose sub-techniques are to be seen: a layer hides them unless their parent says otherwise. */
    private Set<String> parents(Collection<String> ids) {
        return ids.stream()
                .filter(matrix::holds)
                .map(Catalogue::parent)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private Json layer(List<Json> techniques) {
        String name = snapshot.platform().name().isEmpty()
                ? "AI platform"
                : snapshot.platform().name();
        return Json.object()
                .put("name", name)
                .put(
                        "versions",
                        Json.object()
                                .put("navigator", matrix.navigator)
                                .put("layer", matrix.layer)
                                .end())
                .put("domain", matrix.domain)
                .put(
                        "description",
                        "What threats, attack paths and incidents say of techniques of " + matrix.title
                                + " on this platform, as of " + snapshot.input().asOf()
                                + ". A technique without a colour was not met; that is no proof against it.")
                .put("sorting", Json.number(3))
                .put(
                        "layout",
                        Json.object()
                                .put("layout", "side")
                                .put("showID", Json.flag(true))
                                .put("showName", Json.flag(true))
                                .end())
                .put("hideDisabled", Json.flag(false))
                .put("techniques", Json.items(techniques))
                .put(
                        "gradient",
                        Json.object()
                                .put("colors", Json.texts(List.of("#fee0d2", "#fb6a4a", "#99000d")))
                                .put("minValue", Json.number(0))
                                .put("maxValue", Json.number(100))
                                .end())
                .put(
                        "legendItems",
                        Json.items(Arrays.stream(Standing.values())
                                .map(standing -> (Json) Json.object()
                                        .put("label", standing.meaning())
                                        .put("color", standing.colour())
                                        .end())
                                .toList()))
                .end();
    }

    private Json technique(String id, List<Sighting> sightings, boolean isParent) {
        Sighting worst = sightings.getFirst();
        List<String> lines = lines(sightings);
        if (lines.size() > MOST_LINES) {
            lines.subList(MOST_LINES, lines.size())
                    .forEach(line -> lost(
                            "lines of comments",
                            id + ": " + line,
                            place(worst),
                            "a comment holds " + MOST_LINES + " lines, the worst first"));
        }
        String more = lines.size() > MOST_LINES ? "\nand " + (lines.size() - MOST_LINES) + " lines more" : "";
        return Json.object()
                .put("techniqueID", id)
                .put("score", Json.number(worst.standing().score()))
                .put("color", worst.standing().colour())
                .put(
                        "comment",
                        String.join("\n", lines.stream().limit(MOST_LINES).toList()) + more)
                .put("enabled", Json.flag(true))
                .put(
                        "metadata",
                        Json.items(List.of(Json.object()
                                .put("name", "here")
                                .put("value", worst.standing().meaning())
                                .end())))
                .put("showSubtechniques", Json.flag(isParent))
                .end();
    }

    /** The same subjects and lines of several sightings, each once. */
    private static List<String> lines(List<Sighting> sightings) {
        Set<String> lines = new LinkedHashSet<>();
        for (Sighting sighting : sightings) {
            lines.add(sighting.subject());
            sighting.lines().forEach(line -> lines.add("- " + line));
        }
        return List.copyOf(lines);
    }

    private void withoutTechnique(List<Sighting> all) {
        Set<String> shown = new LinkedHashSet<>();
        all.stream()
                .filter(sighting -> matrix.holds(sighting.technique()))
                .forEach(sighting -> shown.add(sighting.subject()));
        Set<String> told = new LinkedHashSet<>();
        all.stream()
                .filter(sighting -> !shown.contains(sighting.subject()) && told.add(sighting.subject()))
                .forEach(sighting -> lost(
                        "threats, ways and incidents",
                        sighting.subject(),
                        place(sighting),
                        "they have no counterpart in " + matrix.title));
    }

    private void others() {
        var references = new TreeMap<String, Location>();
        snapshot.threats()
                .ifPresent(facts -> facts.scenarios()
                        .forEach(scenario -> scenario.references().stream()
                                .filter(id -> !Sighting.isTechnique(id))
                                .forEach(id -> references.putIfAbsent(id, place(scenario)))));
        references.forEach((id, place) -> lost("references", id, place, "a layer knows techniques only"));
        for (Finding finding : snapshot.controls().map(ControlFacts::findings).orElse(List.of())) {
            lost("findings", finding.rule(), finding.location(), "a layer knows techniques only");
        }
        for (Asset asset : snapshot.platform().assets()) {
            lost("assets", asset.id(), asset.location(), "a layer knows techniques only");
        }
    }

    private static Location place(ThreatScenario scenario) {
        return scenario.places().getFirst().evidence().getFirst().location();
    }

    private static Location place(Sighting sighting) {
        return sighting.evidence().isEmpty()
                ? Location.ofFile("platform")
                : sighting.evidence().getFirst().location();
    }

    private void lost(String of, String what, Location location, String why) {
        leftOut.add(new LeftOut(of, what, location, why));
    }
}
