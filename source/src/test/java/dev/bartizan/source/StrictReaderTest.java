package dev.bartizan.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class StrictReaderTest {
    enum Level {
        LOW,
        VERY_HIGH
    }

    record Owner(String name, Optional<String> mail) {}

    record Plan(
            Location location,
            String title,
            int version,
            @Default("low") Level level,
            @Default("true") boolean active,
            @Default("1.5") double weight,
            Optional<LocalDate> dueDate,
            List<Owner> owners,
            SortedMap<String, Long> budgets,
            Node extra,
            @Named("apiVersion") Optional<String> dialect) {
        Plan {
            if (version < 1) {
                throw new IllegalArgumentException("version must be at least 1");
            }
        }
    }

    record Strict(@Required List<String> names) {}

    record Wrong(@Default("abc") int number) {}

    @Test
    void everyKindOfComponentIsRead() {
        Plan plan = read("""
                title: Plan
                version: 2
                level: very-high
                active: no
                weight: 3
                due-date: 2026-01-31
                owners:
                  - name: Ada
                    mail: ada@example.org
                  - name: Bob
                budgets: {b: 2, a: 0x10}
                extra: [1]
                apiVersion: v1
                """).value().orElseThrow();

        assertThat(plan.location()).hasToString("plan.yaml:1:1");
        assertThat(plan.title()).isEqualTo("Plan");
        assertThat(plan.version()).isEqualTo(2);
        assertThat(plan.level()).isEqualTo(Level.VERY_HIGH);
        assertThat(plan.active()).isFalse();
        assertThat(plan.weight()).isEqualTo(3.0);
        assertThat(plan.dueDate()).contains(LocalDate.of(2026, 1, 31));
        assertThat(plan.owners())
                .containsExactly(new Owner("Ada", Optional.of("ada@example.org")), new Owner("Bob", Optional.empty()));
        assertThat(plan.budgets()).containsExactly(java.util.Map.entry("a", 16L), java.util.Map.entry("b", 2L));
        assertThat(plan.extra().items()).hasSize(1);
        assertThat(plan.dialect()).contains("v1");
    }

    @Test
    void whatIsNotWrittenHasItsDefault() {
        Plan plan = read("{title: Plan, version: 1, owners: }").value().orElseThrow();

        assertThat(plan.level()).isEqualTo(Level.LOW);
        assertThat(plan.active()).isTrue();
        assertThat(plan.weight()).isEqualTo(1.5);
        assertThat(plan.dueDate()).isEmpty();
        assertThat(plan.owners()).isEmpty();
        assertThat(plan.budgets()).isEmpty();
        assertThat(plan.extra().isPresent()).isFalse();
    }

    @Test
    void aMisspeltKeyNamesTheNearestAllowedOneAndItsLine() {
        List<Problem> problems = read("""
                title: Plan
                version: 1
                dueDate: 2026-01-31
                onwers: []
                colour: red
                """).faults();

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "plan.yaml:3:1: Unknown key 'dueDate'; did you mean 'due-date'? (allowed here: active, apiVersion, budgets, due-date, extra, level,"
                                + " owners, title, version, weight)",
                        "plan.yaml:4:1: Unknown key 'onwers'; did you mean 'owners'? (allowed here: active, apiVersion, budgets, due-date, extra, level,"
                                + " owners, title, version, weight)",
                        "plan.yaml:5:1: Unknown key 'colour'. (allowed here: active, apiVersion, budgets, due-date, extra, level, owners, title, version,"
                                + " weight)");
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithPointers() {
        List<Problem> problems = read("""
                version: 99999999999
                level: very-hihg
                active: "true"
                weight: much
                due-date: 31.1.2026
                owners:
                  - mail: x
                  - 7
                budgets: {a: none}
                """).faults();

        assertThat(problems)
                .extracting(problem ->
                        problem.code() + " " + problem.location().orElseThrow().pointer())
                .containsExactly(
                        "missing-key ",
                        "wrong-type /version",
                        "unknown-word /level",
                        "wrong-type /active",
                        "wrong-type /weight",
                        "wrong-type /due-date",
                        "missing-key /owners/0",
                        "wrong-type /owners/1",
                        "wrong-type /budgets/a");
        assertThat(problems.get(2).message()).isEqualTo("Unknown word 'very-hihg'; did you mean 'very-high'?");
        assertThat(problems.get(3).message()).isEqualTo("This is a string, but must be true or false.");
    }

    @Test
    void whatTheRecordItselfRefusesIsAProblemAtItsPlace() {
        List<Problem> problems = read("\ntitle: Plan\nversion: 0\n").faults();

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly("plan.yaml:2:1: version must be at least 1 (correct the value)");
    }

    @Test
    void aRequiredListMustNotBeAbsentOrEmpty() {
        assertThat(StrictReader.read(root("{}"), Strict.class).faults())
                .extracting(Problem::code)
                .containsExactly("missing-key");
        assertThat(StrictReader.read(root("names: []"), Strict.class).faults())
                .extracting(Problem::code)
                .containsExactly("missing-value");
        assertThat(StrictReader.read(root("names: [a]"), Strict.class).value()).contains(new Strict(List.of("a")));
    }

    @Test
    void aRootThatIsNoMappingIsAProblem() {
        assertThat(read("[1]").faults())
                .extracting(Problem::message)
                .containsExactly("This is a list, but must be a mapping.");
    }

    @Test
    void aDefaultThatDoesNotFitIsABug() {
        assertThatThrownBy(() -> StrictReader.read(root("{}"), Wrong.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'abc'");
    }

    private static StrictReader.Result<Plan> read(String text) {
        return StrictReader.read(root(text), Plan.class);
    }

    private static Node root(String text) {
        return SourceReader.parse("plan.yaml", text)
                .documents()
                .getFirst()
                .root()
                .orElseThrow();
    }
}
