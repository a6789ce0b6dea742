package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of connections that np-guard's netpol-analyzer gives for its own examples. */
class NpGuardExamplesTest {
    @ParameterizedTest
    @CsvSource({
        "netpol-analysis-example-minimal, txt",
        "netpol-analysis-example-minimal, json",
        "netpol-analysis-example-minimal, csv",
        "netpol-analysis-example-minimal, md",
        "netpol-analysis-example-minimal, dot",
        "anp_banp_blog_demo, txt",
        "anp_banp_blog_demo, json",
        "anp_banp_blog_demo, csv",
        "anp_banp_blog_demo, md",
        "anp_banp_blog_demo, dot"
    })
    void theListIsTheSame(String example, String format) throws IOException {
        Path folder = Repository.path("../shared/exams/segmentation").resolve(example);
        Assumptions.assumeTrue(Files.isDirectory(folder), "the exams of np-guard are not beside this repository");
        var connectivity = Connectivity.of(Clusters.read(List.of(folder.resolve("input"))), CniProfile.NP_GUARD);
        String expected = Files.readString(folder.resolve("expected/" + example + "_connlist_output." + format));

        assertThat(connectivity.problems()).isEmpty();
        var list = new StringBuilder();
        ConnectionList.named(format).orElseThrow().write(connectivity.list(), list);
        assertThat(list.toString().stripTrailing()).isEqualTo(expected.stripTrailing());
    }

    @Test
    void theExplanationIsTheSame() throws IOException {
        Path folder = Repository.path("../shared/exams/segmentation/anp_banp_blog_demo");
        Assumptions.assumeTrue(Files.isDirectory(folder), "the exams of np-guard are not beside this repository");
        var connectivity = Connectivity.of(Clusters.read(List.of(folder.resolve("input"))), CniProfile.NP_GUARD);
        var explained = new StringBuilder();

        ConnectionReasons.write(connectivity.list(), explained);

        assertThat(explained)
                .hasToString(Files.readString(folder.resolve("expected/anp_banp_blog_demo_explain_output.txt")));
    }
}
