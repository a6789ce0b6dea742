package dev.bartizan.knowledge;

import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.knowledge.files.Loaded;
import dev.bartizan.rules.Parameters;
import dev.bartizan.source.Problem;
import dev.bartizan.source.StrictReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The checks of this release and their families. */
public final class Checks {
    private final SortedMap<String, Check> checks;
    private final SortedMap<String, CheckFamily> families;

    private Checks(List<Check> checks, List<CheckFamily> families) {
        var byId = new TreeMap<String, Check>();
        checks.forEach(check -> byId.put(check.id(), check));
        this.checks = Collections.unmodifiableSortedMap(byId);
        var named = new TreeMap<String, CheckFamily>();
        families.forEach(family -> named.put(family.id(), family));
        this.families = Collections.unmodifiableSortedMap(named);
    }

    /**
     * The packaged checks. Their conditions are not compiled yet.
     *
     * @throws UnreadableKnowledgeException if one is wrong
     */
    public static Checks load() {
        var loaded = read(KnowledgeFile.packagedIn("checks"), KnowledgeFile.packaged("families.yaml"));
        return switch (loaded) {
            case Loaded.Good<Checks> good -> good.value();
            case Loaded.Bad<Checks> bad -> throw new UnreadableKnowledgeException(bad.problems());
        };
    }

    static Loaded<Checks> read(List<KnowledgeFile> files, KnowledgeFile familyFile) {
        var problems = new ArrayList<Problem>();
        var checks = new ArrayList<Check>();
        // Side by side: every start of the program waits for this.
        List<StrictReader.Result<CheckFile>> results =
                files.parallelStream().map(file -> file.read(CheckFile.class)).toList();
        for (StrictReader.Result<CheckFile> result : results) {
            problems.addAll(result.faults());
            result.value().map(CheckFile::check).ifPresent(checks::add);
        }
        StrictReader.Result<CheckFamily.File> families = familyFile.read(CheckFamily.File.class);
        problems.addAll(families.faults());
        checks.sort(Comparator.comparing(Check::id));
        var familyList = families.value().map(CheckFamily.File::families).orElse(List.of());
        problems.addAll(CheckRules.problems(checks, familyList));
        return problems.isEmpty()
                ? new Loaded.Good<>(new Checks(checks, familyList))
                : new Loaded.Bad<>(problems.stream().sorted().toList());
    }

    /** Sorted by id. */
    public List<Check> all() {
        return List.copyOf(checks.values());
    }

    public Optional<Check> check(String id) {
        return Optional.ofNullable(checks.get(id));
    }

    public Optional<CheckFamily> family(String id) {
        return Optional.ofNullable(families.get(id));
    }

    /** Every parameter that a profile can set, with its check's definition. */
    public SortedMap<String, Check.Parameter> parameters() {
        var all = new TreeMap<String, Check.Parameter>();
        checks.values().forEach(check -> all.putAll(check.parameters()));
        return all;
    }

    /**
     * The checks with these parameters, ready to be evaluated, sorted by id.
     *
     * @param set by name; a parameter that is not named has its default
     * @throws UnreadableKnowledgeException if a packaged condition is wrong
     */
    public List<CompiledCheck> compile(SortedMap<String, List<String>> set) {
        var problems = new ArrayList<Problem>();
        var compiled = checks.values().stream()
                .map(check -> CompiledCheck.of(check, values(check, set), problems))
                .toList();
        if (!problems.isEmpty()) {
            throw new UnreadableKnowledgeException(problems.stream().sorted().toList());
        }
        return compiled;
    }

    private static Parameters values(Check check, SortedMap<String, List<String>> set) {
        var values = new TreeMap<String, Optional<List<String>>>();
        check.parameters()
                .forEach((name, parameter) -> values.put(
                        name,
                        Optional.of(set.getOrDefault(name, parameter.defaults()))
                                .filter(value -> !value.isEmpty())));
        return new Parameters(values);
    }
}
