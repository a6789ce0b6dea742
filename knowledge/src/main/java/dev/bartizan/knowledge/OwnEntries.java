package dev.bartizan.knowledge;

import dev.bartizan.source.Document;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Reading;
import dev.bartizan.source.Spelling;
import dev.bartizan.source.StrictReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Puts somebody's own threats, controls and incidents beside the packaged ones. An entry with a mistake is not taken, and what it was to replace stays:
 * everything that is wrong is told at once.
 */
final class OwnEntries {
    private final ThreatCatalogue packaged;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Threat> threats = new ArrayList<>();
    private final List<Control> controls = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final Map<String, Optional<ThreatCatalogue.Entry>> own = new HashMap<>();
    private final Set<String> replaced = new HashSet<>();

    private OwnEntries(ThreatCatalogue packaged) {
        this.packaged = packaged;
    }

    static ThreatCatalogue.Extended beside(
            ThreatCatalogue packaged, Reading reading, Vocabulary vocabulary, Signatures signatures) {
        var entries = new OwnEntries(packaged);
        entries.problems.addAll(reading.problems());
        reading.documents().stream()
                .map(Document::root)
                .flatMap(Optional::stream)
                .forEach(entries::read);
        return entries.joined(vocabulary, signatures);
    }

    /** The keys of a document tell what it is. */
    private void read(Node root) {
        if (root.get("controls").isPresent() && !root.get("id").isPresent()) {
            taken(StrictReader.read(root, Control.File.class)).ifPresent(file -> controls.addAll(file.controls()));
        } else if (root.get("steps").isPresent()) {
            taken(StrictReader.read(root, Incident.class)).ifPresent(incidents::add);
        } else {
            taken(StrictReader.read(root, Threat.class)).ifPresent(threats::add);
        }
    }

    private <T> Optional<T> taken(StrictReader.Result<T> result) {
        problems.addAll(result.faults());
        return result.value();
    }

    private ThreatCatalogue.Extended joined(Vocabulary vocabulary, Signatures signatures) {
        Map<String, Control> allControls = joined(packaged.controls(), controls, _ -> List.of());
        var rules = new ThreatCatalogue.Rules(allControls.keySet(), vocabulary, signatures);
        Map<String, Threat> allThreats = joined(packaged.threats(), threats, rules::problems);
        Map<String, Incident> allIncidents = joined(packaged.incidents(), incidents, rules::problems);
        return new ThreatCatalogue.Extended(
                new ThreatCatalogue(
                        allThreats.values(),
                        allControls.values(),
                        allIncidents.values(),
                        packaged.patterns().values(),
                        own),
                problems.stream().sorted().toList());
    }

    private <T extends ThreatCatalogue.Entry> Map<String, T> joined(
            Map<String, T> ours, List<T> others, Function<T, List<Problem>> wrong) {
        var all = new TreeMap<>(ours);
        for (T entry : others) {
            var found = new ArrayList<>(wrong.apply(entry));
            place(entry, ours, all).ifPresent(found::add);
            if (found.isEmpty()) {
                entry.replaces().ifPresent(all::remove);
                all.put(entry.id(), entry);
                own.put(
                        entry.id(),
                        entry.replaces().flatMap(id -> Optional.<ThreatCatalogue.Entry>ofNullable(ours.get(id))));
                entry.replaces().ifPresent(replaced::add);
            }
            problems.addAll(found);
        }
        return all;
    }

    /** Why an entry cannot stand where it wants to, if it cannot. */
    private <T extends ThreatCatalogue.Entry> Optional<Problem> place(
            T entry, Map<String, T> ours, Map<String, T> all) {
        String id = entry.id();
        if (own.containsKey(id)) {
            return wrong("'" + id + "' stands twice.", "give each entry an id of its own", entry.location());
        }
        if (entry.replaces().isEmpty()) {
            return all.containsKey(id)
                    ? wrong(
                            "'" + id + "' is an entry of the packaged catalogue.",
                            "give yours another id, or write replaces: " + id,
                            entry.location())
                    : Optional.empty();
        }
        String other = entry.replaces().orElseThrow();
        if (!ours.containsKey(other)) {
            String near = Spelling.nearest(other, ours.keySet())
                    .map(found -> "; did you mean '" + found + "'?")
                    .orElse(".");
            return wrong(
                    "'" + other + "' is no entry that could be replaced" + near,
                    "name an entry of the packaged catalogue of the same kind",
                    entry.location());
        }
        if (!id.equals(other) && (ours.containsKey(id) || entry instanceof Control)) {
            return wrong(
                    "'" + id + "' cannot replace '" + other + "'.",
                    entry instanceof Control
                            ? "checks and threats know a control by its id: keep the id"
                            : "give it an id of its own, or that of the entry that it replaces",
                    entry.location());
        }
        return replaced.contains(other)
                ? wrong("'" + other + "' is replaced twice.", "replace it once", entry.location())
                : Optional.empty();
    }

    private static Optional<Problem> wrong(String message, String remedy, Location location) {
        return Optional.of(Problem.error("catalogue", message, remedy, location));
    }
}
