package dev.bartizan.ingest.custom;

import static dev.bartizan.ingest.EffectivePods.metadata;
import static dev.bartizan.ingest.EffectivePods.only;
import static dev.bartizan.ingest.EffectivePods.podsOf;
import static dev.bartizan.ingest.EffectivePods.value;
import static dev.bartizan.ingest.Ingesting.files;
import static dev.bartizan.ingest.Ingesting.links;
import static dev.bartizan.ingest.Ingesting.pods;
import static dev.bartizan.ingest.Ingesting.problems;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Mapping;
import dev.bartizan.source.Redacted;
import org.junit.jupiter.api.Test;

class WorkflowsTest {
    @Test
    void aTemplateTakesFromItsWorkflowWhatItDoesNotSayItself() {
        var ingested = text("""
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: train}
                spec:
                  serviceAccountName: runner
                  securityContext: {runAsNonRoot: true}
                  podMetadata: {labels: {team: a}}
                  volumes: [{name: data}]
                  templates:
                    - name: fit
                      serviceAccountName: trainer
                      metadata: {labels: {step: fit}}
                      volumes: [{name: scratch}]
                      container: {image: trainer:1, command: [fit]}
                      sidecars: [{name: proxy, image: envoy}]
                      initContainers: [{name: fetch, image: curl}]
                    - name: rate
                      script: {image: python:3, source: "print(1)"}
                """);
        var fit = podsOf(ingested, "Workflow", "train").getFirst();
        var rate = podsOf(ingested, "Workflow", "train").getLast();

        assertThat(pods(ingested)).hasSize(2);
        assertThat(value(fit, "serviceAccountName"))
                .isEqualTo("trainer at test.yaml:11 /spec/templates/0/serviceAccountName");
        assertThat(value(rate, "serviceAccountName")).isEqualTo("runner at test.yaml:5 /spec/serviceAccountName");
        assertThat(value(fit, "securityContext", "runAsNonRoot")).startsWith("true at test.yaml:6");
        assertThat(value(fit, "containers", "0", "name")).isEqualTo("main at test.yaml:14 /spec/templates/0/container");
        assertThat(value(fit, "containers", "1", "image"))
                .isEqualTo("envoy at test.yaml:15 /spec/templates/0/sidecars/0/image");
        assertThat(value(fit, "initContainers", "0", "image")).startsWith("curl at test.yaml:16");
        assertThat(value(fit, "volumes", "1", "name"))
                .isEqualTo("scratch at test.yaml:13 /spec/templates/0/volumes/0/name");
        assertThat(metadata(fit, "labels", "team")).isEqualTo("a at test.yaml:7 /spec/podMetadata/labels/team");
        assertThat(metadata(fit, "labels", "workflows.argoproj.io/workflow")).startsWith("train at test.yaml:3");
        assertThat(value(rate, "hostNetwork")).isEqualTo("absent at test.yaml:5 /spec/hostNetwork");
    }

    private static final String TEMPLATE = """
            apiVersion: argoproj.io/v1alpha1
            kind: WorkflowTemplate
            metadata: {name: shared}
            spec:
              serviceAccountName: shared
              templates:
                - {name: go, container: {image: "go:1"}}
                - {name: flow, dag: {tasks: [{name: a, template: go}]}}
            """;

    @Test
    void aWorkflowRunsTheTemplateItRefersToWithItsOwnSettings() {
        var ingested = files("t.yaml", TEMPLATE, "w.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: CronWorkflow
                metadata: {name: nightly}
                spec: {workflowSpec: {serviceAccountName: night, workflowTemplateRef: {name: shared}}}
                """);
        var pod = only(ingested, "CronWorkflow", "nightly");

        assertThat(value(pod, "containers", "0", "image"))
                .isEqualTo("go:1 at t.yaml:7 /spec/templates/0/container/image");
        assertThat(value(pod, "serviceAccountName")).startsWith("night at w.yaml:4");
        assertThat(links(ingested))
                .contains(
                        "argoproj.io/CronWorkflow/default/nightly -uses-> argoproj.io/WorkflowTemplate/default/shared at w.yaml:4 /spec/workflowSpec/workflowTemplateRef/name");
    }

    @Test
    void aStepMayRunATemplateOfAnother() {
        var ingested = files("t.yaml", TEMPLATE, "w.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: w}
                spec:
                  serviceAccountName: own
                  templates:
                    - name: main
                      steps: [[{name: one, templateRef: {name: shared, template: flow}}]]
                    - name: inline
                      dag: {tasks: [{name: t, inline: {container: {image: alpine}}}]}
                """);

        assertThat(podsOf(ingested, "Workflow", "w"))
                .extracting(pod -> value(pod, "containers", "0", "image"))
                .containsExactly(
                        "alpine at w.yaml:10 /spec/templates/1/dag/tasks/0/inline/container/image",
                        "go:1 at t.yaml:7 /spec/templates/0/container/image");
        assertThat(podsOf(ingested, "Workflow", "w"))
                .allSatisfy(pod -> assertThat(value(pod, "serviceAccountName")).startsWith("own at w.yaml:5"));
    }

    @Test
    void templatesThatReferToEachOtherEnd() {
        var ingested = text("""
                apiVersion: argoproj.io/v1alpha1
                kind: WorkflowTemplate
                metadata: {name: a}
                spec: {templates: [{name: x, container: {image: a}}, {name: s, steps: [[{name: n, templateRef: {name: b, template: s}}]]}]}
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: WorkflowTemplate
                metadata: {name: b}
                spec:
                  workflowTemplateRef: {name: b}
                  templates: [{name: x, container: {image: b}}, {name: s, steps: [[{name: n, templateRef: {name: a, template: s}}, {name: m, templateRef: {name: b, template: s}}]]}]
                """);

        assertThat(pods(ingested)).contains("WorkflowTemplate/a /spec POD", "WorkflowTemplate/b /spec POD");
        assertThat(pods(ingested)).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void aLongChainOfTemplatesIsGoneThrough() {
        var chain = new StringBuilder("""
                apiVersion: argoproj.io/v1alpha1
                kind: WorkflowTemplate
                metadata: {name: chain}
                spec:
                  templates:
                """);
        for (int i = 0; i < 5_000; i++) {
            chain.append("    - {name: t" + i + ", dag: {tasks: [{name: go, template: t" + (i + 1) + "}]}}\n");
        }
        chain.append("    - {name: t5000, container: {image: last}}\n");
        var ingested = files("t.yaml", chain.toString(), "w.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: w}
                spec: {templates: [{name: m, steps: [[{name: s, templateRef: {name: chain, template: t0}}]]}]}
                """);

        assertThat(value(only(ingested, "Workflow", "w"), "containers", "0", "image"))
                .startsWith("last at t.yaml:5006");
    }

    @Test
    void patchesAreLaidOverThePodAtTheirOwnLines() {
        var ingested = text("""
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: run}
                spec:
                  podSpecPatch: |
                    hostNetwork: true
                    containers: [{name: main, securityContext: {privileged: true, runAsUser: 0}}]
                  templates:
                    - name: t
                      podSpecPatch: '{"hostNetwork": false, "containers": [{"name": "main", "env": [{"name": "DB_PASSWORD", "value": "hunter2hunter2"}]}]}'
                      container: {image: own:1}
                    - name: bad
                      podSpecPatch: "just text"
                      container: {image: own:2}
                """);
        var pod = ingested.trees().pods().getFirst();
        var main = pod.spec().get("containers").get(0);

        assertThat(value(pod, "hostNetwork")).startsWith("false at test.yaml:10 /spec/templates/0/podSpecPatch");
        assertThat(main.get("securityContext").get("privileged").isTrue()).isTrue();
        assertThat(value(pod, "containers", "0", "securityContext", "privileged"))
                .startsWith("true at test.yaml:5 /spec/podSpecPatch");
        assertThat(value(pod, "containers", "0", "image")).startsWith("own:1 at test.yaml:11");
        assertThat(main.get("env").get(0).get("value")).isInstanceOf(Redacted.class);
        assertThat(problems(ingested)).containsExactly("bad-patch test.yaml:13");
        assertThat(((Mapping) ingested.trees().pods().getLast().spec()).gap()).isEqualTo("what podSpecPatch changes");
    }

    @Test
    void whatIsLeftOpenIsNoError() {
        var ingested = text("""
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {generateName: run-}
                spec:
                  serviceAccountName: "{{workflow.parameters.account}}"
                  templates:
                    - name: t
                      podSpecPatch: '{"containers":[{"name":"main","resources":{"limits":{"cpu":"{{workflow.parameters.cpu}}"}}}]}'
                      container: {image: "{{inputs.parameters.image}}", envFrom: [{secretRef: {name: "{{inputs.parameters.secret}}"}}]}
                    - name: s
                      steps: [[{name: next, templateRef: {name: "{{inputs.parameters.t}}", template: x}}]]
                """);

        assertThat(problems(ingested)).containsExactly("open-parameter test.yaml:9");
        assertThat(((Mapping) ingested.trees().pods().getFirst().spec()).gap()).isEqualTo("what podSpecPatch changes");
    }

    @Test
    void anUnknownTemplateIsReportedWithItsPlace() {
        assertThat(problems(text("""
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: w}
                spec:
                  workflowTemplateRef: {name: nowhere}
                """))).containsExactly("not-in-input test.yaml:5");
    }

    @Test
    void wrongTypesAreReadAsFarAsTheyGo() {
        for (String spec : new String[] {
            "text",
            "{templates: text}",
            "{templates: [text, {container: text}, {script: [a]}, {containerSet: 7}], volumes: {a: b}}",
            "{templates: [{container: {image: i}, sidecars: text, volumes: 7, metadata: text}], podMetadata: [a]}",
            "{templateDefaults: [a], templates: [{steps: [[text], text, {name: s}], dag: {tasks: {a: b}}}]}",
            "{workflowTemplateRef: text, templates: [{steps: [[{templateRef: {name: [a]}}]]}]}",
        }) {
            assertThat(text("apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: w}\nspec: " + spec)
                            .objects())
                    .isEqualTo(1);
        }
    }
}
