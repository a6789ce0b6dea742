package dev.bartizan.exchange.view;

import dev.bartizan.exchange.tree.Json;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.ThreatScenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What statements in STIX are about: techniques, assets, controls, flaws. Each is added when it is named first, and its identifier returned. */
final class StixNouns {
    private final Platform platform;
    private final Map<String, String> titles;
    private final Map<String, List<String>> counterparts;
    private final StixObjects objects;

    StixNouns(
            Platform platform,
            Map<String, String> titles,
            Map<String, List<String>> counterparts,
            StixObjects objects) {
        this.platform = platform;
        this.titles = Map.copyOf(titles);
        this.counterparts = Map.copyOf(counterparts);
        this.objects = objects;
    }

    String threat(ThreatScenario scenario) {
        String id = StixObjects.id("attack-pattern", scenario.threat());
        objects.add(
                id,
                objects.begin("attack-pattern", id)
                        .put("name", scenario.title())
                        .put("description", scenario.story())
                        .texts("labels", scenario.stride())
                        .put("external_references", references(scenario.threat(), scenario.references())));
        return id;
    }

    String technique(String technique) {
        String id = StixObjects.id("attack-pattern", technique);
        objects.add(
                id,
                objects.begin("attack-pattern", id)
                        .put("name", technique)
                        .put("external_references", Json.items(List.of(StixObjects.reference(technique)))));
        return id;
    }

    String control(String control) {
        String id = StixObjects.id("course-of-action", control);
        objects.add(
                id,
                objects.begin("course-of-action", id)
                        .put("name", titles.getOrDefault(control, control))
                        .put(
                                "external_references",
                                references(control, counterparts.getOrDefault(control, List.of()))));
        return id;
    }

    String fix(Fix fix) {
        String id = StixObjects.id("course-of-action", fix.id());
        objects.add(
                id,
                objects.begin("course-of-action", id)
                        .put("name", fix.title())
                        .put("description", "effort " + fix.effort() + " of 3")
                        .put("external_references", references(fix.id(), List.of())));
        return id;
    }

    String vulnerability(String identifier) {
        String id = StixObjects.id("vulnerability", identifier);
        objects.add(
                id,
                objects.begin("vulnerability", id)
                        .put("name", identifier)
                        .put("external_references", Json.items(List.of(StixObjects.reference(identifier)))));
        return id;
    }

    /** Empty for what the platform does not have: an attacker's own place. */
    Optional<String> infrastructure(String asset) {
        return platform.index(asset).map(platform::asset).map(this::infrastructure);
    }

    private String infrastructure(Asset asset) {
        String id = StixObjects.id("infrastructure", asset.id());
        objects.add(
                id,
                objects.begin("infrastructure", id)
                        .put("name", asset.kind() + " " + asset.name())
                        .put(
                                "description",
                                "role " + asset.classification().role() + ", zone " + asset.zone() + ", "
                                        + asset.location())
                        .put("external_references", references(asset.id(), List.of())));
        return id;
    }

    String assetName(String asset) {
        return platform.index(asset).map(platform::asset).map(Asset::name).orElse(asset);
    }

    private static Json references(String own, List<String> others) {
        return Json.items(
                Stream.concat(Stream.of(StixObjects.ours(own)), others.stream().map(StixObjects::reference))
                        .toList());
    }

    /** A statement and each place it rests on. */
    static String statement(String statement, List<Evidence> evidence) {
        List<String> places = evidence.stream()
                .map(one -> one.statement() + ", " + one.location())
                .toList();
        return places.isEmpty() ? statement : statement + " [" + String.join("; ", places) + "]";
    }
}
