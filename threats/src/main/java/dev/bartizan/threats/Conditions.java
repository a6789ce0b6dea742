package dev.bartizan.threats;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Role;
import dev.bartizan.knowledge.Vocabulary.Term;
import dev.bartizan.rules.Expression;
import dev.bartizan.rules.Language;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private final CheckResults results;
    private final CheckFunctions checks;
    private final Reach reach;
    private final NetworkFunctions network;
    private final RightFunctions rights;

    private Conditions(Snapshot snapshot, ThreatQuestion question) {
        var properties = new Properties(question.vocabulary());
        this.results = new CheckResults(snapshot.controls(), question.checks());
        List<String> roles =
                question.vocabulary().roles().stream().map(Role::id).toList();
        List<String> links =
                question.vocabulary().linkKinds().stream().map(Term::id).toList();
        this.checks = new CheckFunctions(results, question.checks(), question.catalogue(), question.attestations());
        this.reach = new Reach(snapshot.platform(), snapshot.connectivity());
        this.network = new NetworkFunctions(reach, new DeclaredWays(snapshot.platform()), roles);
        this.rights = new RightFunctions(snapshot.trees());
        this.world = new World(
                snapshot,
                properties,
                new Fixes(
                        snapshot.platform(),
                        question.checks(),
                        question.catalogue().controls()));
        this.language = Language.of(
                properties.types(),
                Stream.of(checks.all(), LinkFunctions.all(links), network.all(), rights.all())
                        .flatMap(List::stream)
                        .toList());
    }

    static Conditions of(Snapshot snapshot, ThreatQuestion question) {
        return new Conditions(snapshot, question);
    }

    World world() {
        return world;
    }

    CheckResults results() {
        return results;
    }

    CheckFunctions checks() {
        return checks;
    }

    Reach reach() {
        return reach;
    }

    NetworkFunctions network() {
        return network;
    }

    RightFunctions rights() {
        return rights;
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
