package dev.bartizan.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may use whom. A new module is a new line in {@link #ARROWS}. */
class ModuleArrowsTest {
    private static final List<Arrow> ARROWS = List.of(
            new Arrow("source", Set.of(), "a located tree knows files, not platforms: every reader stands on it"),
            new Arrow("graph", Set.of("source"), "the shared words must not know who speaks them"),
            new Arrow(
                    "rules", Set.of("graph"), "a condition is the same whether a check, a threat or a policy asks it"),
            new Arrow(
                    "knowledge", Set.of("rules"), "catalogues are data; what they are used for is the user's business"),
            new Arrow("snapshot", Set.of("graph"), "the hand-over file must be readable without a catalogue at hand"),
            new Arrow("ingest", Set.of("knowledge"), "reading the platform must not depend on what is asked about it"),
            new Arrow(
                    "baseline", Set.of("knowledge"), "analyses never call each other: they meet in the facts of graph"),
            new Arrow("network", Set.of("knowledge"), "what policies allow is computed from the platform alone"),
            new Arrow(
                    "threats",
                    Set.of("knowledge"),
                    "what is real follows from the facts of the analyses before, whoever computed them"),
            new Arrow(
                    "risk",
                    Set.of("knowledge"),
                    "what a scenario is worth is computed from facts and figures, whoever established them"),
            new Arrow(
                    "exchange",
                    Set.of("graph", "snapshot"),
                    "what others say of a threat model is read and written without any analysis of ours"),
            new Arrow(
                    "diagram",
                    Set.of("graph"),
                    "a map is drawn from the graph, with no knowledge of what was found how"),
            new Arrow(
                    "report",
                    Set.of("snapshot", "diagram"),
                    "a report is made from a snapshot, also from one read back"),
            new Arrow(
                    "assess",
                    Set.of("ingest", "network", "baseline", "threats", "risk", "report", "snapshot"),
                    "one place puts the analyses in order; nothing it composes knows it"),
            new Arrow("cli", Set.of("assess", "exchange"), "the composition root sees everything and nothing sees it"),
            new Arrow("testkit", Set.of("graph"), "tests of nearly every module use it, so it uses nearly none"),
            new Arrow(
                    "e2e", Set.of("cli", "testkit"), "tests only: it starts what a user starts, and nothing sees it"));

    private static final Map<String, Arrow> BY_MODULE =
            ARROWS.stream().collect(Collectors.toUnmodifiableMap(Arrow::module, arrow -> arrow));

    /**
     * @param uses the modules it may use; those that these use come with them
     * @param because why no arrow more
     */
    private record Arrow(String module, Set<String> uses, String because) {
        Set<String> reaches() {
            var reached = new TreeSet<String>();
            for (var used : uses) {
                reached.add(used);
                reached.addAll(Objects.requireNonNull(BY_MODULE.get(used), used).reaches());
            }
            return reached;
        }

        String[] forbiddenPackages() {
            var reached = reaches();
            return BY_MODULE.keySet().stream()
                    .filter(other -> !other.equals(module) && !reached.contains(other))
                    .map(other -> Bytecode.ROOT_PACKAGE + "." + other + "..")
                    .sorted()
                    .toArray(String[]::new);
        }
    }

    @TestFactory
    Stream<DynamicTest> eachModuleUsesOnlyWhatItsArrowsAllow() {
        return ARROWS.stream()
                .filter(arrow -> arrow.forbiddenPackages().length > 0)
                .map(arrow -> dynamicTest(
                        arrow.module(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(Bytecode.ROOT_PACKAGE + "." + arrow.module() + "..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(arrow.forbiddenPackages())
                                .because(arrow.because())
                                .check(Bytecode.MAIN)));
    }

    @Test
    void everyModuleOfTheReactorHasItsArrows() throws IOException {
        var pom = Files.readString(Repository.root().resolve("pom.xml"));
        var modules = Pattern.compile("<module>([^<]+)</module>")
                .matcher(pom)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(modules).containsExactlyInAnyOrderElementsOf(BY_MODULE.keySet());
    }

    @Test
    void noModuleReachesIntoASubPackageOfAnother() {
        classes()
                .should(staysOutOfForeignSubPackages())
                .because("families sit in sub-packages so that they can change without asking the other modules")
                .check(Bytecode.MAIN);
    }

    @Test
    void noTwoPackagesNeedEachOther() {
        slices().matching(Bytecode.ROOT_PACKAGE + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("what needs each other is one thing and belongs into one package")
                .check(Bytecode.MAIN);
    }

    private static ArchCondition<JavaClass> staysOutOfForeignSubPackages() {
        return new ArchCondition<>("use only the root packages of other modules") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    var target = dependency.getTargetClass();
                    if (Bytecode.isOurs(target)
                            && Bytecode.isInSubPackage(target)
                            && !Bytecode.moduleOf(target).equals(Bytecode.moduleOf(type))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
