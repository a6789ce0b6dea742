package dev.bartizan.exchange.view;

import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.AttackPathFacts.AttackPath;
import dev.bartizan.graph.AttackPathFacts.Jewel;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatScenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one threat, attack path or incident says about a technique of others on this platform.
 *
 * @param technique id in a catalogue of others; empty when it has no counterpart there
 * @param subject the threat, path or incident
 * @param lines what it does here, one line for each place
 * @param evidence what that rests on
 */
record Sighting(String technique, Standing standing, String subject, List<String> lines, List<Evidence> evidence) {
    private static final Comparator<Sighting> WORST_FIRST = Comparator.comparing(Sighting::technique)
            .thenComparing(Sighting::standing)
            .thenComparing(Sighting::subject);

    Sighting {
        lines = List.copyOf(lines);
        evidence = List.copyOf(evidence);
    }

    /** Of all that was found, sorted by technique and the worst first. */
    static List<Sighting> of(Snapshot snapshot) {
        var all = new ArrayList<Sighting>();
        snapshot.threats().ifPresent(facts -> facts.scenarios().forEach(scenario -> scenario(scenario, all)));
        snapshot.attackPaths().ifPresent(facts -> facts.jewels().forEach(jewel -> jewel(snapshot, jewel, all)));
        snapshot.incidents().ifPresent(facts -> facts.incidents().forEach(replay -> incident(snapshot, replay, all)));
        return all.stream().distinct().sorted(WORST_FIRST).toList();
    }

    private static void scenario(ThreatScenario scenario, List<Sighting> all) {
        Standing standing = Standing.of(scenario.truth(), scenario.severity());
        String subject = "%s %s (%s, %s)"
                .formatted(
                        scenario.threat(),
                        scenario.title(),
                        scenario.severity().word(),
                        scenario.truth().word());
        List<String> lines = scenario.places().stream().map(Sighting::line).toList();
        List<Evidence> evidence = scenario.places().stream()
                .flatMap(place -> place.evidence().stream())
                .toList();
        List<String> techniques =
                scenario.references().stream().filter(Sighting::isTechnique).toList();
        (techniques.isEmpty() ? List.of("") : techniques)
                .forEach(id -> all.add(new Sighting(id, standing, subject, lines, evidence)));
    }

    static boolean isTechnique(String id) {
        return Catalogue.of(id)
                .filter(catalogue -> catalogue == Catalogue.ATLAS || catalogue == Catalogue.ATTACK)
                .isPresent();
    }

    private static String line(ThreatScenario.Place place) {
        return line(place.statement(), place.evidence());
    }

    private static String line(String statement, List<Evidence> evidence) {
        return evidence.isEmpty()
                ? statement
                : statement + " [" + evidence.getFirst().location() + "]";
    }

    private static void jewel(Snapshot snapshot, Jewel jewel, List<Sighting> all) {
        String name = name(snapshot, jewel.asset());
        for (AttackPath path : jewel.paths()) {
            String subject = "On a way from " + path.start() + " to " + name;
            for (AttackPathFacts.Step step : path.steps()) {
                all.add(new Sighting(
                        step.technique(),
                        Standing.ON_PATH,
                        subject,
                        List.of(line(step.statement(), step.evidence())),
                        step.evidence()));
            }
        }
    }

    private static void incident(Snapshot snapshot, IncidentFacts.Replay replay, List<Sighting> all) {
        String subject = "%s, %s (%s%s)"
                .formatted(
                        replay.title(),
                        replay.date(),
                        replay.outcome().word(),
                        replay.asset().isEmpty() ? "" : " on " + name(snapshot, replay.asset()));
        for (IncidentFacts.Step step : replay.steps()) {
            all.add(new Sighting(
                    step.technique(),
                    Standing.of(replay.outcome()),
                    subject,
                    List.of(line(step.title() + ": " + word(step), step.evidence())),
                    step.evidence()));
        }
    }

    private static String word(IncidentFacts.Step step) {
        return step.truth().isConfirmed()
                ? "holds here"
                : step.truth().isRefuted() ? "does not hold here" : "not known";
    }

    private static String name(Snapshot snapshot, String asset) {
        return snapshot.platform()
                .index(asset)
                .map(index -> snapshot.platform().asset(index).name())
                .orElse(asset);
    }
}
