package dev.bartizan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The specific supersedes the general, where both rest on the same values. */
class SupersessionTest {
    private static TestPlatform pod(String mounts, String volumes) {
        return TestPlatform.of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: node}
                spec:
                  containers: [{name: main, image: a, volumeMounts: %s}]
                  volumes: %s
                """.formatted(mounts, volumes));
    }

    @Test
    void aWritableHostPathIsNotToldTwice() {
        var platform = pod("[{name: cache, mountPath: /c}]", "[{name: cache, hostPath: {path: /mnt/cache}}]");
        assertThat(platform.members("BL-WL-005")).hasSize(1);
        assertThat(platform.members("BL-WL-004")).isEmpty();
        assertThat(platform.verdict("BL-WL-004"))
                .as("it still counts for coverage")
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void anotherHostPathThatIsReadOnlyStays() {
        var platform = pod(
                "[{name: cache, mountPath: /c}, {name: logs, mountPath: /l, readOnly: true}]",
                "[{name: cache, hostPath: {path: /mnt/cache}}, {name: logs, hostPath: {path: /mnt/logs}}]");
        assertThat(platform.members("BL-WL-005")).hasSize(1);
        assertThat(platform.members("BL-WL-004"))
                .singleElement()
                .satisfies(member -> assertThat(member.location().pointer()).startsWith("/spec/volumes/1"));
    }

    @Test
    void theRuntimeSocketStandsForBoth() {
        var platform = pod("[{name: run, mountPath: /r}]", "[{name: run, hostPath: {path: /var/run/docker.sock}}]");
        assertThat(platform.members("BL-WL-006")).hasSize(1);
        assertThat(platform.members("BL-WL-005")).isEmpty();
        assertThat(platform.members("BL-WL-004")).isEmpty();
    }

    @Test
    void aMovingTagStandsForTheMissingDigest() {
        var platform = TestPlatform.of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec: {containers: [{name: a, image: "a:latest"}, {name: b, image: "b:1"}]}
                """);
        assertThat(platform.members("BL-WL-019")).hasSize(1);
        assertThat(platform.members("BL-WL-018"))
                .singleElement()
                .satisfies(member -> assertThat(member.part()).isEqualTo("container/b"));
    }

    @Test
    void aPublishedDefaultStandsForTheSecretInTheManifest() {
        var platform = TestPlatform.of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: minio}
                spec: {containers: [{name: minio, image: minio, env: [{name: MINIO_ROOT_PASSWORD, value: minio123}]}]}
                """);
        assertThat(platform.members("BL-DT-006")).hasSize(1);
        assertThat(platform.members("BL-SE-001")).isEmpty();
    }
}
