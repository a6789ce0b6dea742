package dev.bartizan.threats;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Role;
import dev.bartizan.knowledge.Term;
import dev.bartizan.rules.Expression;
import dev.bartizan.rules.Language;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The language of conditions about one platform. */
final class Conditions {
    /** The asset that a condition is about. */
    static final String ASSET = "n";

    /** The link that a condition is about. */
    static final String LINK = "f";

    private static final SortedMap<String, String> ABOUT_ASSET = new TreeMap<>();
    private static final SortedMap<String, String> ABOUT_LINK = new TreeMap<>();

    static {
        ABOUT_ASSET.put(ASSET, Properties.ASSET);
        ABOUT_LINK.put(LINK, Properties.LINK);
    }

    private final Language language;
    private final World world;
    private final CheckFunctions checks;

    private Conditions(Language language, World world, CheckFunctions checks) {
        this.language = language;
        this.world = world;
        this.checks = checks;
    }

    static Conditions of(Snapshot snapshot, ThreatQuestion question) {
        var properties = new Properties(question.vocabulary());
        var results = new CheckResults(snapshot.controls(), question.checks());
        var checks = new CheckFunctions(results, question.checks(), question.catalogue(), question.attestations());
        var reach = new Reach(snapshot.platform(), snapshot.connectivity());
        List<String> roles =
                question.vocabulary().roles().stream().map(Role::id).toList();
        List<String> links =
                question.vocabulary().linkKinds().stream().map(Term::id).toList();
        var functions = new ArrayList<Language.Function>();
        functions.addAll(checks.all());
        functions.addAll(LinkFunctions.all(links));
        functions.addAll(new NetworkFunctions(reach, roles).all());
        functions.addAll(new RightFunctions(snapshot.trees()).all());
        return new Conditions(Language.of(properties.types(), functions), new World(snapshot, properties), checks);
    }

    World world() {
        return world;
    }

    CheckFunctions checks() {
        return checks;
    }

    /**
     * A condition of the catalogue.
     *
     * @throws IllegalStateException if it is wrong: a fault of the release
     */
    Expression compile(String source, boolean isAboutLink, Location location) {
        var problems = new ArrayList<Problem>();
        return language.compile(source, isAboutLink ? ABOUT_LINK : ABOUT_ASSET, location, problems)
                .orElseThrow(() -> new IllegalStateException(
                        problems.stream().map(Problem::toString).collect(Collectors.joining("\n"))));
    }

    /** What is wrong with a condition; empty when nothing is. */
    List<Problem> problems(String source, boolean isAboutLink, Location location) {
        var problems = new ArrayList<Problem>();
        language.compile(source, isAboutLink ? ABOUT_LINK : ABOUT_ASSET, location, problems);
        return problems;
    }
}
