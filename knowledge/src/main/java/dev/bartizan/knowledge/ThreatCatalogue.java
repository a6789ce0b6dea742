package dev.bartizan.knowledge;

import dev.bartizan.knowledge.Vocabulary.Term;
import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.knowledge.files.Loaded;
import dev.bartizan.knowledge.files.Words;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.source.StrictReader;
import java.util.ArrayDeque;
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

/** The threats, controls, incidents and patterns of security of this release. Their conditions are not compiled yet. */
public final class ThreatCatalogue {
    private final SortedMap<String, Threat> threats;
    private final SortedMap<String, Control> controls;
    private final SortedMap<String, Incident> incidents;
    private final SortedMap<String, SecurityPattern> patterns;

    private ThreatCatalogue(
            List<Threat> threats, List<Control> controls, List<Incident> incidents, List<SecurityPattern> patterns) {
        this.threats = byId(threats, Threat::id);
        this.controls = byId(controls, Control::id);
        this.incidents = byId(incidents, Incident::id);
        this.patterns = byId(patterns, SecurityPattern::id);
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
                KnowledgeFile.packagedIn("patterns"),
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
            List<KnowledgeFile> patternFiles,
            Vocabulary vocabulary,
            Signatures signatures) {
        var problems = new ArrayList<Problem>();
        List<Threat> threats = all(threatFiles, Threat.class, problems);
        List<Incident> incidents = all(incidentFiles, Incident.class, problems);
        List<SecurityPattern> patterns = all(patternFiles, SecurityPattern.class, problems);
        StrictReader.Result<Control.File> controls = controlFile.read(Control.File.class);
        problems.addAll(controls.faults());
        List<Control> known = controls.value().map(Control.File::controls).orElse(List.of());
        if (problems.isEmpty()) {
            var rules = new Rules(known, vocabulary, signatures, problems);
            rules.check(threats, incidents);
            rules.check(patterns);
        }
        return problems.isEmpty()
                ? new Loaded.Good<>(new ThreatCatalogue(threats, known, incidents, patterns))
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

    /** By id. */
    public SortedMap<String, SecurityPattern> patterns() {
        return patterns;
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

        void check(List<SecurityPattern> patterns) {
            SortedMap<String, SecurityPattern> known = byId(patterns, SecurityPattern::id);
            var ids = new HashSet<String>();
            for (SecurityPattern pattern : patterns) {
                unique(ids, pattern.id(), pattern.location());
                words("role", pattern.roles(), roles, pattern.location());
                words("component", pattern.components(), components, pattern.location());
                words("pattern", pattern.buildsOn(), known.keySet(), pattern.location());
                pattern.requirements()
                        .forEach(one -> words("control", List.of(one.control()), controls, one.location()));
                if (standsOnItself(pattern, known)) {
                    problems.add(Problem.error(
                            "catalogue",
                            "'" + pattern.id() + "' builds on itself, perhaps by way of others.",
                            "take out one of these references",
                            pattern.location()));
                }
            }
        }

        private static boolean standsOnItself(SecurityPattern pattern, SortedMap<String, SecurityPattern> known) {
            var seen = new HashSet<String>();
            var open = new ArrayDeque<>(pattern.buildsOn());
            while (!open.isEmpty()) {
                String next = open.remove();
                if (next.equals(pattern.id())) {
                    return true;
                }
                if (seen.add(next)) {
                    Optional.ofNullable(known.get(next)).ifPresent(other -> open.addAll(other.buildsOn()));
                }
            }
            return false;
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
