package dev.bartizan.ingest.routing;

import static dev.bartizan.ingest.Ingesting.links;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryCommandsTest {
    private static List<String> deployed(String container) {
        var ingested = text("""
                {apiVersion: v1, kind: Namespace, metadata: {name: serving}}
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: ci}}
                ---
                {apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: chat, namespace: argocd}}
                ---
                apiVersion: batch/v1
                kind: Job
                metadata: {name: release, namespace: ci}
                spec: {template: {spec: {containers: [%s]}}}
                """.formatted(container));
        return links(ingested).stream()
                .filter(link -> link.contains("-deploys-> "))
                .map(link -> link.substring(link.indexOf("-deploys-> ") + "-deploys-> ".length()))
                .toList();
    }

    @Test
    void theLineOfTheCommandIsTheEvidence() {
        assertThat(
                        deployed(
                                "{name: c, image: ci, command: [sh, -c], args: ['set -e; kubectl apply -f x.yaml -n serving']}"))
                .containsExactly("core/Namespace/-/serving at test.yaml:10 /spec/template/spec/containers/0/args/0");
        assertThat(deployed("{name: c, image: bitnami/kubectl:1, args: [set, image, deploy/x, a=b]}"))
                .containsExactly("core/Namespace/-/ci at test.yaml:10 /spec/template/spec/containers/0/args/0");
        assertThat(deployed("{name: c, image: ci, command: [/usr/bin/helm, upgrade, x, ./chart, --namespace=serving]}"))
                .singleElement()
                .asString()
                .startsWith("core/Namespace/-/serving");
        assertThat(deployed("{name: c, image: ci, args: ['argocd app sync chat']}"))
                .singleElement()
                .asString()
                .startsWith("argoproj.io/Application/argocd/chat");
    }

    @Test
    void whatOnlyReadsOrLeadsElsewhereOrIsOpenDeploysNothingHere() {
        for (String script : List.of(
                "kubectl get pods -n serving",
                "kubectl apply -f x.yaml",
                "kubectl --context prod apply -f x.yaml -n serving",
                "kubectl apply -f x.yaml -n $TARGET",
                "echo kubectl apply -n serving",
                "# kubectl apply -f x -n serving",
                "kubectl",
                "kubectl -n")) {
            assertThat(deployed("{name: c, image: ci, command: [sh, -c, '" + script + "']}"))
                    .as(script)
                    .isEqualTo(
                            script.equals("helm upgrade")
                                    ? deployed("{name: c, image: ci, args: [helm upgrade]}")
                                    : List.of());
        }
    }
}
