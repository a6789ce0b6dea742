package dev.bartizan.knowledge;

import dev.bartizan.knowledge.Vocabulary.Term;
import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.knowledge.files.Loaded;
import dev.bartizan.knowledge.files.Words;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Reading;
import dev.bartizan.source.StrictReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The threats, controls, incidents and patterns of security of this release. Their conditions are not compiled yet. */
public final class ThreatCatalogue {
    private final SortedMap<String, Threat> threats;
    private final SortedMap<String, Control> controls;
    private final SortedMap<String, Incident> incidents;
    private final SortedMap<String, SecurityPattern> patterns;

    private final SortedMap<String, Optional<Entry>> own;

    /** @param own the packaged entry that each of somebody's own replaces, by the id of the latter */
    ThreatCatalogue(
            Collection<Threat> threats,
            Collection<Control> controls,
            Collection<Incident> incidents,
            Collection<SecurityPattern> patterns,
            Map<String, Optional<Entry>> own) {
        this.threats = byId(threats);
        this.controls = byId(controls);
        this.incidents = byId(incidents);
        this.patterns = byId(patterns);
        this.own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
    }

    private static <T extends Entry> SortedMap<String, T> byId(Collection<T> all) {
        var map = new TreeMap<String, T>();
        all.forEach(one -> map.put(one.id(), one));
        return Collections.unmodifiableSortedMap(map);
    }

    /**
     * The packaged catalogue with somebody's own entries.
     *
     * @param problems what is wrong with those; the ones that are were left out
     */
    public record Extended(ThreatCatalogue catalogue, List<Problem> problems) {
        public Extended {
            problems = List.copyOf(problems);
        }
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
            problems.addAll(unique(Stream.of(threats, known, incidents, patterns)));
            var rules = new Rules(known.stream().map(Control::id).toList(), vocabulary, signatures);
            threats.forEach(threat -> problems.addAll(rules.problems(threat)));
            incidents.forEach(incident -> problems.addAll(rules.problems(incident)));
            problems.addAll(rules.problems(patterns));
        }
        return problems.isEmpty()
                ? new Loaded.Good<>(new ThreatCatalogue(threats, known, incidents, patterns, Map.of()))
                : new Loaded.Bad<>(problems.stream().sorted().toList());
    }

    private static List<Problem> unique(Stream<List<? extends Entry>> kinds) {
        var ids = new HashSet<String>();
        return kinds.flatMap(List::stream)
                .filter(entry -> !ids.add(entry.id()))
                .map(entry -> Problem.error(
                        "catalogue",
                        "'" + entry.id() + "' stands twice.",
                        "give each entry an id of its own",
                        entry.location()))
                .toList();
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

    /**
     * This catalogue and somebody's own threats, controls and incidents beside it, written as the packaged ones are. Their conditions are not compiled yet.
     *
     * @param reading the folder that they are in
     */
    public Extended with(Reading reading, Vocabulary vocabulary, Signatures signatures) {
        return OwnEntries.beside(this, reading, vocabulary, signatures);
    }

    /** Without these entries of somebody's own; what they replaced is back. */
    public ThreatCatalogue without(Set<String> ids) {
        var kept = new TreeMap<>(own);
        kept.keySet().removeAll(ids);
        return new ThreatCatalogue(
                without(threats, ids, Threat.class),
                without(controls, ids, Control.class),
                without(incidents, ids, Incident.class),
                patterns.values(),
                kept);
    }

    private <T extends Entry> List<T> without(SortedMap<String, T> all, Set<String> ids, Class<T> kind) {
        Stream<T> back = ids.stream()
                .flatMap(id -> own.getOrDefault(id, Optional.empty()).stream())
                .filter(kind::isInstance)
                .map(kind::cast);
        return Stream.concat(all.values().stream().filter(entry -> !ids.contains(entry.id())), back)
                .toList();
    }

    /** Whether an entry is somebody's own and not packaged. */
    public boolean isOwn(String id) {
        return own.containsKey(id);
    }

    /** By id. */
    public SortedMap<String, Threat> threats() {
        return threats;
    }

    /** What controls are called, by id. */
    public SortedMap<String, String> controlTitles() {
        var titles = new TreeMap<String, String>();
        controls.forEach((id, control) -> titles.put(id, control.title()));
        return titles;
    }

    /** By id. */
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

    /** What threats, controls and incidents have in common: an id that is theirs alone. */
    sealed interface Entry permits Threat, Control, Incident, SecurityPattern {
        String id();

        /** The packaged entry that it takes the place of. */
        default Optional<String> replaces() {
            return Optional.empty();
        }

        Location location();
    }

    /** Which words entries of a catalogue of threats may use. */
    static final class Rules {
        private final Collection<String> controls;
        private final List<String> roles;
        private final List<String> components;
        private final List<String> linkKinds;

        /** @param controls ids of all that there are */
        Rules(Collection<String> controls, Vocabulary vocabulary, Signatures signatures) {
            this.controls = controls;
            this.roles = vocabulary.roles().stream().map(Role::id).toList();
            this.components = signatures.all().stream().map(Signature::id).toList();
            this.linkKinds = vocabulary.linkKinds().stream().map(Term::id).toList();
        }

        List<Problem> problems(Threat threat) {
            var problems = new ArrayList<Problem>();
            words("role", threat.roles(), roles, threat.location(), problems);
            words("role", threat.toRoles(), roles, threat.location(), problems);
            words("component", threat.components(), components, threat.location(), problems);
            words("link kind", threat.links(), linkKinds, threat.location(), problems);
            words("control", threat.controls(), controls, threat.location(), problems);
            return problems;
        }

        List<Problem> problems(Incident incident) {
            var problems = new ArrayList<Problem>();
            words("role", incident.roles(), roles, incident.location(), problems);
            words("component", incident.components(), components, incident.location(), problems);
            for (Incident.Step step : incident.steps()) {
                if (!step.stoppedBy().isEmpty()) {
                    words("control", List.of(step.stoppedBy()), controls, step.location(), problems);
                }
            }
            return problems;
        }

        /** Between patterns there is more to hold: they build on each other. */
        List<Problem> problems(List<SecurityPattern> patterns) {
            var problems = new ArrayList<Problem>();
            SortedMap<String, SecurityPattern> known = byId(patterns);
            for (SecurityPattern pattern : patterns) {
                words("role", pattern.roles(), roles, pattern.location(), problems);
                words("component", pattern.components(), components, pattern.location(), problems);
                words("pattern", pattern.buildsOn(), known.keySet(), pattern.location(), problems);
                pattern.requirements()
                        .forEach(one -> words("control", List.of(one.control()), controls, one.location(), problems));
                if (standsOnItself(pattern, known)) {
                    problems.add(Problem.error(
                            "catalogue",
                            "'" + pattern.id() + "' builds on itself, perhaps by way of others.",
                            "take out one of these references",
                            pattern.location()));
                }
            }
            return problems;
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

        private static void words(
                String what,
                List<String> words,
                Collection<String> allowed,
                Location location,
                List<Problem> problems) {
            words.forEach(word -> Words.check(what, word, allowed, location).ifPresent(problems::add));
        }
    }
}
