package dev.bartizan.exchange.view;

import dev.bartizan.exchange.tree.Json;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.AttackPathFacts.AttackPath;
import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.AttackPathFacts.Jewel;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.source.Location;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Threats, attack paths and incidents as a bundle of STIX 2.1 (https://docs.oasis-open.org/cti/stix/v2.1/stix-v2.1.html): a threat is an attack pattern, a
 * control or fix a course of action, an asset infrastructure, a scenario or a way a grouping with its evidence, an incident a report.
 */
public final class StixBundle {
    private static final String WHY = "STIX tells of attacks, not of what was checked";

    private final Snapshot snapshot;
    private final StixObjects objects;
    private final StixNouns nouns;
    private final String platform;
    private final List<LeftOut> leftOut = new ArrayList<>();

    private StixBundle(Snapshot snapshot, Map<String, String> titles, Map<String, List<String>> counterparts) {
        this.snapshot = snapshot;
        this.objects = new StixObjects(snapshot.input().asOf());
        this.nouns = new StixNouns(snapshot.platform(), titles, counterparts, objects);
        this.platform = StixObjects.id("identity", "platform " + name());
    }

    /**
     * Writes what was found; what did not run is not in it.
     *
     * @param titles of controls, by id; one without is called by its id
     * @param counterparts of controls, by id: ids in the catalogues of others
     */
    public static Drawn of(Snapshot snapshot, Map<String, String> titles, Map<String, List<String>> counterparts) {
        return new StixBundle(snapshot, titles, counterparts).drawn();
    }

    private String name() {
        return snapshot.platform().name().isEmpty()
                ? "AI platform"
                : snapshot.platform().name();
    }

    private Drawn drawn() {
        objects.add(
                platform,
                objects.begin("identity", platform).put("name", name()).put("identity_class", "system"));
        snapshot.threats().ifPresent(facts -> facts.scenarios().forEach(this::scenario));
        snapshot.attackPaths().ifPresent(this::paths);
        snapshot.incidents().ifPresent(facts -> facts.incidents().forEach(this::incident));
        others();
        return new Drawn(objects.bundle(name()), leftOut);
    }

    private void scenario(ThreatScenario scenario) {
        String pattern = nouns.threat(scenario);
        objects.relate(pattern, "targets", platform, "");
        Set<String> refs = new LinkedHashSet<>(List.of(pattern));
        for (ThreatScenario.Place place : scenario.places()) {
            nouns.infrastructure(place.asset()).ifPresent(asset -> {
                refs.add(asset);
                objects.relate(pattern, "related-to", asset, StixNouns.statement(place.statement(), place.evidence()));
            });
        }
        for (String control : scenario.controls()) {
            String action = nouns.control(control);
            objects.relate(action, "mitigates", pattern, "");
            if (scenario.missing().contains(control)) {
                refs.add(action);
            }
        }
        List<String> lines = scenario.places().stream()
                .map(place -> StixNouns.statement(place.statement(), place.evidence()))
                .toList();
        String id = StixObjects.id("grouping", scenario.id());
        objects.add(
                id,
                objects.begin("grouping", id)
                        .put("name", scenario.title() + " (" + String.join(" to ", scenario.zones()) + ")")
                        .put(
                                "description",
                                scenario.truth().word() + ", " + scenario.severityReason() + "\n"
                                        + String.join("\n", lines))
                        .put("context", "unspecified")
                        .put(
                                "labels",
                                Json.texts(Stream.of(
                                                Stream.of(
                                                        scenario.truth().word(),
                                                        scenario.severity().word(),
                                                        "layer:"
                                                                + scenario.layer()
                                                                        .word()),
                                                scenario.patterns().stream())
                                        .flatMap(all -> all)
                                        .toList()))
                        .put("external_references", Json.items(List.of(StixObjects.ours(scenario.id()))))
                        .put("object_refs", Json.texts(refs)));
    }

    private void paths(AttackPathFacts facts) {
        Map<String, Fix> fixes = new LinkedHashMap<>();
        Stream.concat(facts.chokePoints().stream(), facts.jewels().stream().flatMap(jewel -> jewel.cut().stream()))
                .forEach(fix -> fixes.putIfAbsent(fix.id(), fix));
        facts.jewels().forEach(jewel -> jewel.paths().forEach(path -> path(jewel, path, fixes)));
    }

    private void path(Jewel jewel, AttackPath path, Map<String, Fix> fixes) {
        Set<String> refs = new LinkedHashSet<>();
        var lines = new ArrayList<String>();
        for (AttackPathFacts.Step step : path.steps()) {
            String pattern = nouns.technique(step.technique());
            String line = StixNouns.statement(step.statement(), step.evidence());
            lines.add(line);
            nouns.infrastructure(step.from()).ifPresent(refs::add);
            refs.add(pattern);
            nouns.infrastructure(step.to()).ifPresent(asset -> {
                refs.add(asset);
                objects.relate(pattern, "related-to", asset, line);
            });
            step.fixes().stream()
                    .map(fixes::get)
                    .filter(Objects::nonNull)
                    .forEach(fix -> objects.relate(nouns.fix(fix), "mitigates", pattern, ""));
        }
        String steps = String.join("\n", lines);
        String id = StixObjects.id("grouping", String.join(" ", jewel.asset(), path.start(), path.goal(), steps));
        objects.add(
                id,
                objects.begin("grouping", id)
                        .put(
                                "name",
                                "Way from " + path.start() + " to " + nouns.assetName(jewel.asset()) + " ("
                                        + path.goal() + ")")
                        .put("description", steps)
                        .put("context", "unspecified")
                        .put("labels", Json.texts(List.of("attack-path")))
                        .put("object_refs", Json.texts(refs)));
    }

    private void incident(IncidentFacts.Replay replay) {
        if (replay.outcome() == IncidentFacts.Outcome.NOT_HERE) {
            leftOut.add(new LeftOut(
                    "incidents",
                    replay.id(),
                    Location.ofFile("platform"),
                    "the platform has nothing that they could be tried on"));
            return;
        }
        Set<String> refs = new LinkedHashSet<>(List.of(platform));
        replay.steps().stream()
                .map(IncidentFacts.Step::technique)
                .filter(technique -> !technique.isEmpty())
                .forEach(technique -> refs.add(nouns.technique(technique)));
        replay.identifiers().forEach(identifier -> refs.add(nouns.vulnerability(identifier)));
        nouns.infrastructure(replay.asset()).ifPresent(refs::add);
        List<String> lines = replay.steps().stream()
                .map(step -> step.truth().word() + ": " + StixNouns.statement(step.title(), step.evidence()))
                .toList();
        String id = StixObjects.id("report", replay.id());
        objects.add(
                id,
                objects.begin("report", id)
                        .put("name", replay.title())
                        .put(
                                "description",
                                replay.story() + "\nHere: " + replay.outcome().word() + "\n" + String.join("\n", lines))
                        .put("report_types", Json.texts(List.of("attack-pattern")))
                        .put("published", StixObjects.timestamp(day(replay.date())))
                        .put("labels", Json.texts(List.of(replay.outcome().word())))
                        .items(
                                "external_references",
                                replay.sources().stream()
                                        .map(StixBundle::source)
                                        .toList())
                        .put("object_refs", Json.texts(refs)));
    }

    /** A month is told by its first day. */
    private static LocalDate day(String date) {
        return LocalDate.parse(date.length() == "2024-03".length() ? date + "-01" : date);
    }

    private static Json source(String url) {
        String host = Optional.ofNullable(URI.create(url).getHost()).orElse("other");
        return Json.object().put("source_name", host).put("url", url).end();
    }

    private void others() {
        for (Finding finding : snapshot.controls().map(ControlFacts::findings).orElse(List.of())) {
            leftOut.add(new LeftOut("findings", finding.rule(), finding.location(), WHY));
        }
        for (Asset asset : snapshot.platform().assets()) {
            if (!objects.has(StixObjects.id("infrastructure", asset.id()))) {
                leftOut.add(new LeftOut(
                        "assets", asset.id(), asset.location(), "no threat, way or incident is about them"));
            }
        }
        for (Link link : snapshot.platform().links()) {
            leftOut.add(new LeftOut(
                    "links",
                    snapshot.platform().asset(link.from()).id() + " " + link.kind() + " "
                            + snapshot.platform().asset(link.to()).id(),
                    link.evidence(),
                    WHY));
        }
    }
}
