package dev.bartizan.ingest.custom;

import static dev.bartizan.ingest.EffectivePods.metadata;
import static dev.bartizan.ingest.EffectivePods.only;
import static dev.bartizan.ingest.EffectivePods.podsOf;
import static dev.bartizan.ingest.EffectivePods.value;
import static dev.bartizan.ingest.Ingesting.pods;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Mapping;
import org.junit.jupiter.api.Test;

class SparkApplicationsTest {
    @Test
    void theOperatorsFieldsStandForThoseOfThePod() {
        var ingested = text("""
                apiVersion: sparkoperator.k8s.io/v1beta2
                kind: SparkApplication
                metadata: {name: etl}
                spec:
                  image: spark:3.5
                  volumes: [{name: data, persistentVolumeClaim: {claimName: lake}}]
                  driver:
                    serviceAccount: spark
                    memory: 2g
                    podSecurityContext: {runAsNonRoot: true}
                    securityContext: {privileged: true}
                    sidecars: [{name: logs, image: fluent}]
                  executor: {image: own:1, gpu: {name: nvidia.com/gpu, quantity: 1}}
                """);
        var driver = podsOf(ingested, "SparkApplication", "etl").getFirst();
        var executor = podsOf(ingested, "SparkApplication", "etl").getLast();

        assertThat(pods(ingested))
                .containsExactly("SparkApplication/etl /spec/driver POD", "SparkApplication/etl /spec/executor POD");
        assertThat(value(driver, "containers", "0", "image")).isEqualTo("spark:3.5 at test.yaml:5 /spec/image");
        assertThat(value(driver, "serviceAccountName")).isEqualTo("spark at test.yaml:8 /spec/driver/serviceAccount");
        assertThat(value(driver, "securityContext", "runAsNonRoot")).startsWith("true at test.yaml:10");
        assertThat(value(driver, "containers", "0", "securityContext", "privileged"))
                .isEqualTo("true at test.yaml:11 /spec/driver/securityContext/privileged");
        assertThat(value(driver, "containers", "0", "resources", "limits", "memory"))
                .startsWith("2g at test.yaml:9");
        assertThat(value(driver, "containers", "1", "image")).startsWith("fluent");
        assertThat(value(driver, "volumes", "0", "name")).startsWith("data at test.yaml:6");
        assertThat(value(executor, "containers", "0", "image")).startsWith("own:1 at test.yaml:13");
        assertThat(value(executor, "containers", "0", "resources", "limits", "nvidia.com/gpu"))
                .startsWith("1 at");
        assertThat(metadata(executor, "labels", "spark-role")).isEqualTo("executor at test.yaml:13 /spec/executor");
    }

    @Test
    void aTemplateIsBelowThemAndAScheduledApplicationHoldsOne() {
        var ingested = text("""
                apiVersion: sparkoperator.k8s.io/v1beta2
                kind: ScheduledSparkApplication
                metadata: {name: nightly}
                spec:
                  template:
                    image: spark:3.5
                    sparkConf: {spark.kubernetes.driver.podTemplateFile: s3a://b/driver.yaml}
                    driver:
                      env: [{name: A, value: b}]
                      template: {spec: {hostPID: true, containers: [{name: spark-kubernetes-driver, tty: true}]}}
                """);
        var driver = only(ingested, "ScheduledSparkApplication", "nightly");

        assertThat(value(driver, "hostPID"))
                .isEqualTo("true at test.yaml:10 /spec/template/driver/template/spec/hostPID");
        assertThat(value(driver, "containers", "0", "tty")).startsWith("true");
        assertThat(value(driver, "containers", "0", "env", "0", "value")).startsWith("b at test.yaml:9");
        assertThat(value(driver, "containers", "0", "image")).startsWith("spark:3.5 at test.yaml:6");
        assertThat(((Mapping) driver.spec()).gap())
                .isEqualTo("what the pod template file or feature steps in sparkConf set");
    }

    @Test
    void propertiesSetPodsWhereTheOperatorsFieldsDoNot() {
        var ingested = text("""
                apiVersion: sparkoperator.k8s.io/v1beta2
                kind: SparkApplication
                metadata: {name: etl}
                spec:
                  sparkConf:
                    spark.kubernetes.container.image: spark:3.5
                    spark.kubernetes.driver.container.image: driver:1
                    spark.kubernetes.authenticate.driver.serviceAccountName: spark
                    spark.kubernetes.driver.secrets.lake: /etc/lake
                    spark.kubernetes.driver.secretKeyRef.TOKEN: lake:token
                    spark.kubernetes.driverEnv.MODE: batch
                    spark.kubernetes.driver.label.team: data
                    spark.kubernetes.executor.volumes.hostPath.scratch.options.path: /mnt
                    spark.kubernetes.executor.volumes.hostPath.scratch.mount.path: /scratch
                    spark.kubernetes.executor.volumes.hostPath.scratch.mount.readOnly: "true"
                    spark.kubernetes.executor.volumes.broken: x
                    spark.kubernetes.node.selector.pool: spark
                  driver: {labels: {team: own}}
                  executor: {image: own:1}
                """);
        var driver = podsOf(ingested, "SparkApplication", "etl").getFirst();
        var executor = podsOf(ingested, "SparkApplication", "etl").getLast();

        assertThat(value(driver, "containers", "0", "image")).startsWith("driver:1 at test.yaml:7");
        assertThat(value(executor, "containers", "0", "image")).startsWith("own:1 at test.yaml:19");
        assertThat(value(driver, "serviceAccountName")).startsWith("spark at test.yaml:8");
        assertThat(value(executor, "serviceAccountName")).startsWith("spark at test.yaml:8");
        assertThat(value(driver, "volumes", "0", "secret", "secretName")).startsWith("lake at test.yaml:9");
        assertThat(value(driver, "containers", "0", "volumeMounts", "0", "mountPath"))
                .startsWith("/etc/lake at test.yaml:9");
        assertThat(value(driver, "containers", "0", "env", "1", "valueFrom", "secretKeyRef", "name"))
                .startsWith("lake at test.yaml:10");
        assertThat(value(driver, "containers", "0", "env", "0", "value")).startsWith("batch at test.yaml:11");
        assertThat(metadata(driver, "labels", "team")).startsWith("own at test.yaml:18");
        assertThat(value(executor, "volumes", "0", "hostPath", "path")).startsWith("/mnt at test.yaml:13");
        assertThat(executor.spec()
                        .get("containers")
                        .get(0)
                        .get("volumeMounts")
                        .get(0)
                        .get("readOnly")
                        .isTrue())
                .isTrue();
        assertThat(value(executor, "nodeSelector", "pool")).startsWith("spark at test.yaml:17");
        assertThat(((Mapping) driver.spec()).gap()).isEmpty();
    }

    @Test
    void wrongTypesAreReadAsFarAsTheyGo() {
        for (String spec : new String[] {
            "text",
            "{driver: text, executor: [a]}",
            "{image: [a], driver: {memory: [a], gpu: text, labels: 7, template: text, sidecars: {a: b}}}",
            "{driver: {template: {metadata: [a], spec: {containers: text}}}, volumes: 7, sparkConf: [a]}",
        }) {
            assertThat(
                            text("apiVersion: sparkoperator.k8s.io/v1beta2\nkind: SparkApplication\nmetadata: {name: s}\nspec: "
                                            + spec)
                                    .objects())
                    .isEqualTo(1);
        }
    }
}
