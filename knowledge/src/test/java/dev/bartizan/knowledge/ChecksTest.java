package dev.bartizan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bartizan.knowledge.Vocabulary.Term;
import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.knowledge.files.Loaded;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {
    private static final Checks CHECKS = Checks.load();

    private static final String CHECK = """
            id: BL-XX-001
            version: 1.0.0
            area: workload
            layer: infrastructure
            family: some-family
            title: Container runs privileged
            severity: critical
            why: Because.
            target: container
            fails: {path: container.securityContext.privileged, is: true}
            fix: {mode: guided, how: Take it out., patch: [{remove: container.securityContext.privileged}]}
            guardrail: {kind: vap}
            controls: [C-PODSEC]
            maps: {nist-800-53: {AC-6: partial}}
            examples: {pass: [a], fail: [b]}
            """;

    private static final KnowledgeFile FAMILIES = new KnowledgeFile(
            "families.yaml", "families: [{id: some-family, title: Some, how: Somehow., over: namespace}]");

    private static List<Problem> problems(String... checks) {
        var files = List.of(checks).stream()
                .map(text -> new KnowledgeFile("check.yaml", text))
                .toList();
        return switch (Checks.read(files, FAMILIES)) {
            case Loaded.Good<Checks> _ -> List.of();
            case Loaded.Bad<Checks> bad -> bad.problems();
        };
    }

    @Test
    void aRightCheckIsRead() {
        assertThat(problems(CHECK)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "severity: critical|severity: critcal|critical",
                "target: container|target: contaner|container",
                "family: some-family|family: some-famly|some-family",
                "title:|titel:|title",
                "mode: guided|mode: guidd|guided",
                "kind: vap|kind: vpa|vap",
                "AC-6: partial|AC-6: partly|partial",
                "patch: [{remove: container|patch: [{remove: contianer|root"
            })
    void aMisspeltWordIsFoundWhenChecksAreLoaded(String right, String wrong, String hint) {
        assertThat(problems(CHECK.replace(right, wrong))).isNotEmpty().anySatisfy(problem -> {
            assertThat(problem.toString()).contains(hint);
            assertThat(problem.location()).isPresent();
        });
    }

    @Test
    void oneIdIsOneCheck() {
        assertThat(problems(CHECK, CHECK))
                .extracting(Problem::message)
                .containsExactly("the id BL-XX-001 stands twice");
    }

    @Test
    void aCheckSupersedesOnlyOnesThatExist() {
        assertThat(problems(CHECK + "supersedes: [BL-XX-002]\n"))
                .extracting(Problem::message)
                .containsExactly("no superseded check is called 'BL-XX-002'");
    }

    @Test
    void anAutomaticFixHasAPatch() {
        assertThat(problems(CHECK.replace("mode: guided", "mode: auto").replaceAll(", patch: .*", "}")))
                .extracting(Problem::message)
                .containsExactly("an automatic fix has a patch");
    }

    @Test
    void aCheckHasACase() {
        assertThat(problems(CHECK.replaceAll("fails: .*\n", "")))
                .extracting(Problem::message)
                .containsExactly("a check has target and fails, or cases that have");
    }

    @Test
    void aWrongConditionIsFoundWhenItIsCompiled() {
        var loaded = Checks.read(
                List.of(new KnowledgeFile("check.yaml", CHECK.replace("is: true}", "equal: true}"))), FAMILIES);
        assertThat(loaded)
                .isInstanceOfSatisfying(
                        Loaded.Good.class,
                        good -> assertThatThrownBy(() -> ((Checks) good.value()).compile(new TreeMap<>()))
                                .isInstanceOf(UnreadableKnowledgeException.class)
                                .hasMessageContaining("did you mean 'equals'?"));
    }

    @Test
    void thePackagedChecksAreManyAndAllCompile() {
        assertThat(CHECKS.all()).hasSizeGreaterThanOrEqualTo(45);
        assertThat(CHECKS.compile(new TreeMap<>())).hasSameSizeAs(CHECKS.all());
    }

    @Test
    void everyFileIsNamedAfterItsCheck() {
        assertThat(CHECKS.all())
                .allSatisfy(check -> assertThat(check.location().file())
                        .startsWith(check.id().toLowerCase(Locale.ROOT) + "-"));
    }

    @Test
    void everyAreaIsAWordOfTheVocabulary() {
        Set<String> areas = Vocabulary.load().areas().stream().map(Term::id).collect(Collectors.toSet());
        assertThat(CHECKS.all()).allSatisfy(check -> assertThat(areas).contains(check.area()));
    }

    @Test
    void everyCheckSaysWhyHowAndWhatItIsEvidenceFor() {
        assertThat(CHECKS.all()).allSatisfy(check -> {
            assertThat(check.why()).as(check.id()).hasSizeGreaterThan(40).endsWith(".");
            assertThat(check.fix().how()).as(check.id()).endsWith(".");
            assertThat(check.controls()).as(check.id()).isNotEmpty().allMatch(control -> control.matches("C-[A-Z]+"));
            assertThat(check.references())
                    .as(check.id())
                    .isNotEmpty()
                    .allMatch(reference -> reference.startsWith("https://"));
            assertThat(check.findingReferences()).as(check.id()).isSorted();
        });
    }

    @Test
    void everyRoleOfAConditionIsAWordOfTheVocabulary() {
        var roles = Vocabulary.load().roles().stream().map(Role::id).collect(Collectors.toSet());
        var used = Pattern.compile("path: asset\\.role,\\s*(?:in: \\[([^\\]]*)]|equals: ([a-z-]+))");
        for (KnowledgeFile file : KnowledgeFile.packagedIn("checks")) {
            var matcher = used.matcher(file.text());
            while (matcher.find()) {
                String words = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                assertThat(roles).as(file.name()).contains(words.split(",\\s*"));
            }
        }
    }

    @Test
    void everyParameterWithoutADefaultIsAQuestion() {
        assertThat(CHECKS.parameters()).containsKey("allowed-registries");
        assertThat(CHECKS.parameters().values())
                .allSatisfy(parameter -> assertThat(parameter.defaults().isEmpty())
                        .isNotEqualTo(parameter.question().isEmpty()));
    }
}
