package dev.bartizan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Plane;
import dev.bartizan.knowledge.Vocabulary.Term;
import dev.bartizan.knowledge.Vocabulary.Zone;
import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.knowledge.files.Loaded;
import dev.bartizan.source.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final String SMALL = """
            version: 1
            layers:
              - {id: data, meaning: d}
              - {id: model, meaning: m}
              - {id: pipeline, meaning: p}
              - {id: infrastructure, meaning: i}
            planes:
              - {id: control, meaning: c}
              - {id: data, meaning: d}
              - {id: management, meaning: m}
            zones:
              - {id: internet, trust: untrusted, meaning: z}
            areas:
              - {id: workload, meaning: a}
            link-kinds:
              - {id: pulls, meaning: l}
            roles:
              - {id: trainer, layer: model, plane: data, meaning: r}
              - {id: unknown, meaning: u}
            properties:
              - {id: owner, type: text, set-by: [bartizan.yaml], meaning: p, question: "Who?"}
            """;

    @Test
    void theVocabularyOfThisReleaseIsRead() {
        var vocabulary = Vocabulary.load();

        assertThat(vocabulary.role("trainer")).hasValueSatisfying(role -> {
            assertThat(role.layer()).contains(Layer.MODEL);
            assertThat(role.plane()).contains(Plane.DATA);
        });
        assertThat(vocabulary.role(Role.UNKNOWN))
                .hasValueSatisfying(role -> assertThat(role.layer()).isEmpty());
        assertThat(vocabulary.linkKinds())
                .extracting(Term::id)
                .contains("runs-as", "mounts", "exposes", "routes", "may-do", "pulls");
        assertThat(vocabulary.property("classification"))
                .hasValueSatisfying(property -> assertThat(property.values())
                        .containsExactly("public", "internal", "confidential", "restricted"));
        assertThat(vocabulary.zone("internet"))
                .hasValueSatisfying(zone -> assertThat(zone.trust()).isEqualTo(Zone.Trust.UNTRUSTED));
    }

    @Test
    void everyAreaOfTheDesignIsThere() {
        assertThat(Vocabulary.load().areas())
                .extracting(Term::id)
                .containsExactly(
                        "workload",
                        "identity",
                        "cluster",
                        "network",
                        "data",
                        "pipeline",
                        "serving",
                        "notebooks",
                        "accelerators",
                        "secrets",
                        "artifacts");
    }

    @Test
    void aSmallVocabularyIsRead() {
        assertThat(problems(SMALL)).isEmpty();
    }

    @Test
    void aMisspeltLayerNamesTheNearestOneAndItsPlace() {
        var problems = problems(SMALL.replace("layer: model", "layer: modle"));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("modle").contains("did you mean 'model'");
            assertThat(problem.location()).hasValueSatisfying(location -> {
                assertThat(location.line()).isEqualTo(18);
                assertThat(location.pointer()).isEqualTo("/roles/0/layer");
            });
        });
    }

    @Test
    void aPropertyOfAnUnknownRoleOrSetterIsRefused() {
        var problems = problems(SMALL.replace("set-by: [bartizan.yaml]", "roles: [trainr], set-by: [bartizan.yml]"));

        assertThat(problems)
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "'trainr' is no role; did you mean 'trainer'?",
                        "'bartizan.yml' is no setter of a property; did you mean 'bartizan.yaml'?");
    }

    @Test
    void whatIsToBeRecordedNamesKnownRolesOnce() {
        String telemetry =
                "telemetry:\n  - {roles: [trainr], record: jobs}\n  - {roles: [trainer, trainer], record: jobs}\n";

        assertThat(problems(SMALL.stripTrailing() + "\n" + telemetry))
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "'trainr' is no role; did you mean 'trainer'?",
                        "The telemetry of the role 'trainer' stands twice.");
        assertThat(Vocabulary.load().telemetry())
                .containsKey("inference-endpoint")
                .doesNotContainKey("unknown");
    }

    @Test
    void aWordStandsOnce() {
        var problems = problems(SMALL.replace("areas:\n", "areas:\n  - {id: workload, meaning: again}\n"));

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("The area 'workload' stands twice."));
    }

    @Test
    void aPropertyThatCanBeUnknownNeedsAQuestion() {
        assertThat(problems(SMALL.replace(", question: \"Who?\"", "")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("needs a question"));
    }

    @Test
    void aRoleOutsideTheLayersIsRefused() {
        assertThat(problems(SMALL.replace("layer: model, ", "")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("needs a layer and a plane"));
    }

    private static List<Problem> problems(String text) {
        return switch (Vocabulary.read(new KnowledgeFile("vocabulary.yaml", text))) {
            case Loaded.Good<Vocabulary> _ -> List.of();
            case Loaded.Bad<Vocabulary> bad -> bad.problems();
        };
    }
}
