package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandTest {
    private static final String PODS = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: front, labels: {app: web}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: back, labels: {app: db}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: back}
            spec:
              podSelector: {}
              ingress:
              - from: [{namespaceSelector: {}}]
                ports: [{port: 5432}]
            """;

    @TempDir
    private Path folder;

    private String platform = "";
    private String file = "";

    @BeforeEach
    void write() throws IOException {
        platform = Files.createDirectory(folder.resolve("deploy")).toString();
        file = folder.resolve("reviews").resolve("network.yaml").toString();
        Files.writeString(Path.of(platform, "all.yaml"), PODS);
    }

    private Ran review(String... words) {
        var all = new ArrayList<>(List.of("review"));
        all.addAll(List.of(words));
        all.addAll(List.of("--file", file));
        return Ran.of(all.toArray(String[]::new));
    }

    @Test
    void aReviewIsApprovedByOthersAndReopenedByANewCrossing() throws IOException {
        assertThat(review("start", platform, "--by", "ana").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(review("status", platform).exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(review("approve", platform, "--by", "ana", "--role", "security")
                        .err())
                .contains("four eyes");
        assertThat(review("comment", "Why 5432?", "--by", "ben").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(review("approve", platform, "--by", "ben", "--role", "platform-networks")
                        .out())
                .contains("To approve yet: security");
        assertThat(review("approve", platform, "--by", "cem", "--role", "security")
                        .out())
                .contains("Approved by all.");
        var approved = review("status", platform);
        assertThat(approved.exitCode()).as(approved.out()).isEqualTo(ExitCode.DONE);
        assertThat(approved.out()).contains("Why 5432?", "APPROVED");

        Files.writeString(Path.of(platform, "all.yaml"), PODS.replace("port: 5432", "port: 5432, endPort: 5433"));

        var reopened = review("status", platform);
        assertThat(reopened.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(reopened.out()).contains("new crossing: front -> back tcp/5432-5433", "REOPENED");
        assertThat(review("start", platform, "--by", "ana").out()).contains("To approve: platform-networks, security.");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(review("status", platform).err()).contains("there is no review at");
        assertThat(review("start", platform).exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(Ran.of("review").err()).contains("review needs one of: start, comment, approve, status.");
    }

    @Test
    void theDesignIsWrittenAsPageAndAsPdf() throws IOException {
        Path html = folder.resolve("design.html");
        Path pdf = folder.resolve("design.pdf");
        assertThat(Ran.of("report", platform, "--document", "network-design", "--out", html.toString())
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
        var run =
                Ran.of("report", platform, "--document", "network-design", "--format", "pdf", "--out", pdf.toString());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);

        assertThat(Files.readString(html))
                .contains("Connectivity between zones", "<td>front</td><td>back</td>", "tcp/5432", "platform-networks");
        byte[] first = Files.readAllBytes(pdf);
        assertThat(new String(first, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        Ran.of("report", platform, "--document", "network-design", "--format", "pdf", "--out", pdf.toString());
        assertThat(Files.readAllBytes(pdf)).isEqualTo(first);
        assertThat(Ran.of("report", platform, "--document", "poem").err()).contains("--document takes network-design");
    }
}
