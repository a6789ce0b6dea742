package dev.bartizan.knowledge;

import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.knowledge.files.Loaded;
import dev.bartizan.knowledge.files.Words;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.source.StrictReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The threats, controls and incidents of this release. Their conditions are not compiled yet. */
public final class ThreatCatalogue {
    private final SortedMap<String, Threat> threats;
    private final SortedMap<String, Control> controls;
    private final SortedMap<String, Incident> incidents;

    private ThreatCatalogue(List<Threat> threats, List<Control> controls, List<Incident> incidents) {
        this.threats = byId(threats, Threat::id);
        this.controls = byId(controls, Control::id);
        this.incidents = byId(incidents, Incident::id);
    }

    private static <T> SortedMap<String, T> byId(List<T> all, Function<T, String> id) {
        var map = new TreeMap<String, T>();
        all.forEach(one -> map.put(id.apply(one), one));
        return Collections.unmodifiableSortedMap(map);
    }

    /**
     * The packaged ones.
     *
     * @throws UnreadableKnowledgeException if one is wrong
     */
    public static ThreatCatalogue load(Vocabulary vocabulary, Signatures signatures) {
        var loaded = read(
                KnowledgeFile.packagedIn("threats"),
                KnowledgeFile.packaged("controls.yaml"),
                KnowledgeFile.packagedIn("incidents"),
                vocabulary,
                signatures);
        return switch (loaded) {
            case Loaded.Good<ThreatCatalogue> good -> good.value();
            case Loaded.Bad<ThreatCatalogue> bad -> throw new UnreadableKnowledgeException(bad.problems());
        };
    }

    static Loaded<ThreatCatalogue> read(
            List<KnowledgeFile> threatFiles,
            KnowledgeFile controlFile,
            List<KnowledgeFile> incidentFiles,
            Vocabulary vocabulary,
            Signatures signatures) {
        var problems = new ArrayList<Problem>();
        List<Threat> threats = all(threatFiles, Threat.class, problems);
        List<Incident> incidents = all(incidentFiles, Incident.class, problems);
        StrictReader.Result<Control.File> controls = controlFile.read(Control.File.class);
        problems.addAll(controls.faults());
        List<Control> known = controls.value().map(Control.File::controls).orElse(List.of());
        if (problems.isEmpty()) {
            new Rules(known, vocabulary, signatures, problems).check(threats, incidents);
        }
        return problems.isEmpty()
                ? new Loaded.Good<>(new ThreatCatalogue(threats, known, incidents))
                : new Loaded.Bad<>(problems.stream().sorted().toList());
    }

    private static <T extends Record> List<T> all(List<KnowledgeFile> files, Class<T> type, List<Problem> problems) {
        List<StrictReader.Result<T>> results =
                files.parallelStream().map(file -> file.read(type)).toList();
        results.forEach(result -> problems.addAll(result.faults()));
        return results.stream()
                .map(StrictReader.Result::value)
                .flatMap(Optional::stream)
                .toList();
    }

    /** By id. */
    public SortedMap<String, Threat> threats() {
        return threats;
    }

    /** By id. */
    /** What controls are called, by id. */
    public SortedMap<String, String> controlTitles() {
        var titles = new TreeMap<String, String>();
        controls.forEach((id, control) -> titles.put(id, control.title()));
        return titles;
    }

    public SortedMap<String, Control> controls() {
        return controls;
    }

    /** By id. */
    public SortedMap<String, Incident> incidents() {
        return incidents;
    }

    /** What must hold between the entries. */
    private static final class Rules {
        private final Set<String> controls = new HashSet<>();
        private final List<String> roles;
        private final List<String> components;
        private final List<String> linkKinds;
        private final List<Problem> problems;

        Rules(List<Control> controls, Vocabulary vocabulary, Signatures signatures, List<Problem> problems) {
            this.roles = vocabulary.roles().stream().map(Role::id).toList();
            this.components = signatures.all().stream().map(Signature::id).toList();
            this.linkKinds = vocabulary.linkKinds().stream().map(Term::id).toList();
            this.problems = problems;
            controls.forEach(control -> unique(this.controls, control.id(), control.location()));
        }

        void check(List<Threat> threats, List<Incident> incidents) {
            var ids = new HashSet<String>();
            for (Threat threat : threats) {
                unique(ids, threat.id(), threat.location());
                words("role", threat.roles(), roles, threat.location());
                words("role", threat.toRoles(), roles, threat.location());
                words("component", threat.components(), components, threat.location());
                words("link kind", threat.links(), linkKinds, threat.location());
                words("control", threat.controls(), controls, threat.location());
            }
            for (Incident incident : incidents) {
                unique(ids, incident.id(), incident.location());
                words("role", incident.roles(), roles, incident.location());
                words("component", incident.components(), components, incident.location());
                for (Incident.Step step : incident.steps()) {
                    if (!step.stoppedBy().isEmpty()) {
                        words("control", List.of(step.stoppedBy()), controls, step.location());
                    }
                }
            }
        }

        private void unique(Set<String> ids, String id, Location location) {
            if (!ids.add(id)) {
                problems.add(Problem.error(
                        "catalogue", "'" + id + "' stands twice.", "give each entry an id of its own", location));
            }
        }

        private void words(String what, List<String> words, Collection<String> allowed, Location location) {
            words.forEach(word -> Words.check(what, word, allowed, location).ifPresent(problems::add));
        }
    }
}
