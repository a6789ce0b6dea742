package dev.bartizan.ingest.custom;

import static dev.bartizan.ingest.EffectivePods.podsOf;
import static dev.bartizan.ingest.EffectivePods.value;
import static dev.bartizan.ingest.Ingesting.links;
import static dev.bartizan.ingest.Ingesting.pods;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Mapping;
import org.junit.jupiter.api.Test;

class RayJobsTest {
    private static final String CLUSTER =
            "{headGroupSpec: {template: {spec: {containers: [{name: head, image: ray:2}]}}}}";

    private static String job(String spec) {
        return "apiVersion: ray.io/v1\nkind: RayJob\nmetadata: {name: tune}\nspec: " + spec + "\n";
    }

    @Test
    void theSubmitterRunsTheImageOfTheHead() {
        var ingested = text(job("{rayClusterSpec: " + CLUSTER + "}"));
        var submitter = podsOf(ingested, "RayJob", "tune").getLast();

        assertThat(pods(ingested))
                .containsExactly(
                        "RayJob/tune /spec/rayClusterSpec/headGroupSpec/template/spec POD",
                        "RayJob/tune /spec/submitterPodTemplate/spec POD");
        assertThat(value(submitter, "containers", "0", "image"))
                .isEqualTo("ray:2 at test.yaml:4 /spec/rayClusterSpec/headGroupSpec/template/spec/containers/0/image");
        assertThat(value(submitter, "containers", "0", "name")).startsWith("ray-job-submitter");
        assertThat(((Mapping) submitter.spec().get("containers").get(0)).gap()).isEmpty();
    }

    @Test
    void ofASelectedClusterItIsTheImageOfThatOne() {
        var ingested = text("apiVersion: ray.io/v1\nkind: RayCluster\nmetadata: {name: shared}\nspec: " + CLUSTER
                + "\n---\n" + job("{clusterSelector: {ray.io/cluster: shared}}"));
        var unknown = text(job("{clusterSelector: {ray.io/cluster: elsewhere}}"));

        assertThat(value(podsOf(ingested, "RayJob", "tune").getFirst(), "containers", "0", "image"))
                .startsWith("ray:2 at test.yaml:4");
        assertThat(links(ingested)).anyMatch(link -> link.startsWith("ray.io/RayJob/default/tune -uses-> "));
        assertThat(((Mapping) podsOf(unknown, "RayJob", "tune")
                                .getFirst()
                                .spec()
                                .get("containers")
                                .get(0))
                        .gap())
                .isEqualTo("what the RayCluster of the job sets");
    }

    @Test
    void aWrittenSubmitterStaysAndOtherModesHaveNone() {
        assertThat(pods(text(job("{rayClusterSpec: " + CLUSTER + ", submissionMode: HTTPMode}"))))
                .hasSize(1);
        assertThat(pods(text(job("{rayClusterSpec: " + CLUSTER
                        + ", submitterPodTemplate: {spec: {containers: [{name: s, image: own}]}}}"))))
                .containsExactly(
                        "RayJob/tune /spec/rayClusterSpec/headGroupSpec/template/spec POD",
                        "RayJob/tune /spec/submitterPodTemplate/spec POD");
        assertThat(pods(text(job("[wrong]")))).isEmpty();
        assertThat(pods(text(job("{rayClusterSpec: {headGroupSpec: [a]}}")))).hasSize(1);
    }
}
