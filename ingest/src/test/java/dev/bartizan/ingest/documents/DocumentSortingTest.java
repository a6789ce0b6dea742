package dev.bartizan.ingest.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Input.SetAside;
import dev.bartizan.ingest.Ingesting;
import dev.bartizan.source.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentSortingTest {

    @Test
    void everyDocumentIsCounted() {
        var sorting = sort(
                "app.yaml",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a}
                ---
                # only a comment
                ---
                some: [other, yaml]
                ---
                broken: [
                ---
                - a list
                ---
                just text
                """,
                "chart/Chart.yaml",
                "name: chart\nversion: 1.0.0\n",
                "chart/values.yaml",
                "replicas: 2\n",
                "overlay/kustomization.yaml",
                "resources: [../base]\n",
                "bartizan.yaml",
                "version: 1\n");

        assertThat(sorting.counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "object", 1,
                        "empty", 1,
                        "broken", 1,
                        "other-yaml", 3,
                        "helm-chart", 1,
                        "values", 1,
                        "kustomization", 1,
                        "bartizan.yaml", 1));
        assertThat(sorting.setAside())
                .extracting(SetAside::outcome)
                .containsExactlyInAnyOrder(
                        "other-yaml",
                        "broken",
                        "other-yaml",
                        "other-yaml",
                        "helm-chart",
                        "values",
                        "kustomization",
                        "bartizan.yaml");
    }

    @Test
    void aHelmTemplateThatIsNoYamlSaysHowToRenderIt() {
        var sorting = sort("charts/web/templates/deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: {{ include "web.fullname" . }}
                {{- if .Values.extra }}
                  labels: {a: b}
                {{- end }}
                """);

        assertThat(sorting.counts()).containsOnlyKeys("helm-template");
        assertThat(sorting.setAside())
                .singleElement()
                .satisfies(aside -> assertThat(aside.reason())
                        .isEqualTo("no object until it is rendered: render first: helm template charts/web"));
        assertThat(sorting.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.level()).isEqualTo(Problem.Level.ERROR);
            assertThat(problem.remedy()).isEqualTo("render first: helm template charts/web | bartizan assess -");
        });
        assertThat(sorting.explained()).hasSize(1);
    }

    @Test
    void aTemplateThatHappensToBeYamlIsToldByItsChartOrItsName() {
        String quoted = """
                apiVersion: v1
                kind: Service
                metadata: {name: "{{ .Release.Name }}-web"}
                """;
        String named = """
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec: {type: "{{ .Values.type }}"}
                """;

        assertThat(sort("web.yaml", quoted).counts()).containsOnlyKeys("helm-template");
        assertThat(sort("c/Chart.yaml", "name: c\n", "c/templates/web.yaml", named)
                        .counts())
                .containsOnlyKeys("helm-chart", "helm-template");
        assertThat(sort("web.yaml", named).counts()).containsOnlyKeys("object");
    }

    @Test
    void bracesOfOtherToolsMakeNoHelmTemplate() {
        var sorting = sort("workflow.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {generateName: "greet-{{workflow.name}}-"}
                spec:
                  templates: [{name: a, container: {image: "{{inputs.parameters.image}}"}}]
                """);

        assertThat(sorting.counts()).containsOnlyKeys("object");
    }

    @Test
    void oneProblemPerChartHoweverManyTemplates() {
        var sorting = sort(
                "c/templates/a.yaml", "a: {{ .Values.a }}\nb: [\n",
                "c/templates/b.yaml", "a: {{ .Values.a }}\nb: [\n");

        assertThat(sorting.setAside()).hasSize(2);
        assertThat(sorting.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).isEqualTo("Not read: templates of a Helm chart (2 documents)."));
    }

    @Test
    void aKustomizationSaysHowToBuildIt() {
        var sorting = sort(
                "overlays/prod/kustomization.yaml",
                "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../../base]\n");

        assertThat(sorting.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.level()).isEqualTo(Problem.Level.WARNING);
            assertThat(problem.remedy()).startsWith("render first: kubectl kustomize overlays/prod");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "values.yaml, values",
        "values-prod.yaml, values",
        "prod-values.yaml, values",
        "team/values.prod.yaml, values",
        "evaluation.yaml, other-yaml",
        "Chart.yaml, helm-chart",
        "Kustomization, kustomization",
        "package.json, other-yaml",
    })
    void filesWithoutAKindAreToldByTheirNames(String name, String outcome) {
        assertThat(sort(name, "name: x\n").counts()).containsOnlyKeys(outcome);
    }

    @Test
    void halfAnObjectIsReported() {
        var sorting = sort("a.yaml", "kind: Deployment\nspec: {}\n---\napiVersion: v1\n---\napiVersion: 1\nkind: []\n");

        assertThat(sorting.problems())
                .extracting(Problem::code)
                .containsExactly("incomplete-object", "incomplete-object", "wrong-type");
        assertThat(sorting.counts()).containsOnlyKeys("other-yaml");
    }

    @Test
    void anOpenShiftTemplateHasToBeProcessed() {
        var sorting = sort("t.yaml", "apiVersion: template.openshift.io/v1\nkind: Template\nobjects: []\n");

        assertThat(sorting.counts()).containsOnlyKeys("openshift-template");
        assertThat(sorting.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).contains("oc process -f t.yaml"));
    }

    private static DocumentSorting sort(String... namesAndTexts) {
        return DocumentSorting.of(Ingesting.reading(namesAndTexts).documents());
    }
}
