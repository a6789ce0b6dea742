package dev.bartizan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ClusterDumpTest {
    private static final String DEPLOYMENT = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio-injection: enabled}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: "own/web:1", env: [{name: FLAG, value: "True"}]}]}
            """;

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    @Test
    void ownersAreExpandedWithTheirOldRevisions() {
        String dump = ClusterDump.of(List.of(DEPLOYMENT));

        assertThat(count(dump, "\"kind\": \"ReplicaSet\",\n\"metadata\"")).isEqualTo(4);
        assertThat(count(dump, "\"kind\": \"Pod\",\n\"metadata\"")).isEqualTo(2);
        assertThat(count(dump, "\"replicas\": 0")).isEqualTo(3);
        assertThat(dump).contains("istio-proxy", "managedFields", "last-applied-configuration", "\"True\"");
    }

    @Test
    void itIsTheSameEveryTime() {
        assertThat(ClusterDump.of(List.of(DEPLOYMENT))).isEqualTo(ClusterDump.of(List.of(DEPLOYMENT)));
    }
}
