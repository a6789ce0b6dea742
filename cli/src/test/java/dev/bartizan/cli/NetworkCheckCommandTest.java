package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.source.Node;
import dev.bartizan.source.SourceReader;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkCheckCommandTest {
    private static final String AS_FOUND =
            Repository.path("examples/reference-platform/as-found").toString();
    private static final String HARDENED =
            Repository.path("examples/reference-platform/hardened").toString();

    @TempDir
    private Path folder;

    @Test
    void afterTheFixesEveryIntentIsProvenOrAboutNobody() {
        var run = Ran.of("network", "check", HARDENED, "--fail-on", "broken,undecided", "--format", "json");

        assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCode.DONE);
        assertThat(verdicts(run.out(), "vacuous")).containsExactly("model-server-admin-ports");
        assertThat(verdicts(run.out(), "proven")).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void whatWasPlantedBreaksTheIntents() {
        var run = Ran.of("network", "check", AS_FOUND, "--format", "json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(verdicts(run.out(), "broken"))
                .containsExactly(
                        "training-job-to-itself",
                        "ray-control-ports",
                        "notebook-ports",
                        "consoles-from-the-bastion",
                        "bastion-to-consoles-only",
                        "training-egress",
                        "notebook-egress",
                        "ingestion-egress",
                        "inference-through-gateway",
                        "gpu-metrics",
                        "node-metadata");
        for (Node weakness : plantedInPolicies()) {
            String file = weakness.get("file").text("?");
            String pointer = weakness.get("pointer").text("?");
            assertThat(steps(run.out())).as(file + " " + pointer).anySatisfy(place -> {
                assertThat(place.get("file").text("?")).endsWith(file);
                assertThat(pointer).startsWith(place.get("pointer").text("?"));
            });
        }
    }

    /** But for the one that needs somebody to set a label: what holds for the labels of today is no break. */
    private static List<Node> plantedInPolicies() {
        return AnswerKey.read(Repository.path("examples/reference-platform/weaknesses.yaml")).weaknesses().stream()
                .filter(weakness -> weakness.get("analysis").text("").equals("connectivity"))
                .filter(weakness -> !weakness.get("file").text("").equals("registry/clients.yaml"))
                .toList();
    }

    @Test
    void aFileOfIntentsStandsAmongThePaths() throws IOException {
        Path intents = Files.writeString(folder.resolve("design.yaml"), """
                intents:
                  - id: chat-through-gateway
                    demand: only
                    from: [{roles: [ai-gateway]}]
                    to: [{names: [vllm-chat]}]
                    ports: ["8000"]
                """);

        var held = Ran.of("network", "check", intents.toString(), HARDENED);
        var broken = Ran.of("network", "check", AS_FOUND, intents.toString(), "--format", "junit");
        var both = Ran.of("network", "check", intents.toString(), HARDENED, "--library");

        assertThat(held.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(held.out()).startsWith("PROVEN     chat-through-gateway").contains("19 proven, 0 broken");
        assertThat(broken.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(broken.out()).contains("tests=\"20\" failures=\"12\"").contains("network-policies.yaml");
        assertThat(both.out()).contains("notebook-egress");
    }

    @Test
    void intentsOfTheSettingsNeedNoFileOfTheirOwn() throws IOException {
        Path settings = Files.writeString(folder.resolve("bartizan.yaml"), """
                version: 1
                network:
                  intents:
                    - id: chat-through-gateway
                      demand: only
                      from: [{roles: [ai-gateway]}]
                      to: [{names: [vllm-chat]}]
                      ports: [8000]
                """);
        Path out = folder.resolve("out");
        var run = Ran.of("network", "check", AS_FOUND, "--config", settings.toString());
        var assessed = Ran.of("assess", HARDENED, "--config", settings.toString(), "--out", out.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(run.out())
                .startsWith("BROKEN")
                .contains("chat-through-gateway")
                .contains("0 proven, 1 broken");
        assertThat(assessed.exitCode()).as(assessed.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(out.resolve("assessment.json")))
                .contains("{\"id\":\"chat-through-gateway\"", "\"verdict\":\"proven\"");
    }

    @Test
    void anIntentOfTheSettingsThatCannotBeReadIsNotOneThatHolds() throws IOException {
        Path settings = Files.writeString(folder.resolve("bartizan.yaml"), """
                version: 1
                network:
                  intents: [{id: a, demand: only, to: [{roles: [notebok]}]}]
                """);
        var run = Ran.of("network", "check", HARDENED, "--config", settings.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains("bartizan.yaml:3", "notebok", "notebook");
    }

    @Test
    void everyFormIsWritten() {
        assertThat(Ran.of("network", "check", AS_FOUND, "--fail-on", "never", "--format", "md")
                        .out())
                .contains("| intent | verdict | |", "### Only the control plane reaches the ports that control Ray");
        assertThat(Ran.of("network", "check", AS_FOUND, "--fail-on", "never", "--format", "sarif")
                        .out())
                .contains("\"ruleId\":\"ray-control-ports\"", "training/capacity-rayjob.yaml");
        assertThat(Ran.of("network", "check", AS_FOUND, "--fail-on", "never").out())
                .contains("why: Dashboard, job API");
    }

    @Test
    void underTheRightsOfTheClusterTheOpenLabelIsNoBoundary() {
        var run = Ran.of("network", "check", AS_FOUND, "--under", "rbac", "--fail-on", "breakable");

        assertThat(run.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(run.out())
                .contains(
                        "create a pod in ml-notebooks with meridian-parcel.example/registry-client=true: Group meridian:data-science",
                        "registry/clients.yaml:33:7");
        assertThat(Ran.of("network", "check", AS_FOUND, "--under", "magic").err())
                .contains("--under takes rbac");
    }

    @Test
    void misuseIsTold() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "intents: [{id: a, demand: deny, to: []}]");

        assertThat(Ran.of("network", "check", wrong.toString(), HARDENED).err()).contains("wrong.yaml:1");
        assertThat(Ran.of("network", "check", HARDENED, "--fail-on", "sometimes")
                        .err())
                .contains("--fail-on takes broken, undecided, vacuous, breakable or never");
        assertThat(Ran.of("network", "check", HARDENED, "--format", "pdf").err())
                .contains("--format takes txt");
    }

    private static List<String> verdicts(String json, String verdict) {
        return root(json).get("intents").items().stream()
                .filter(intent -> intent.get("verdict").text("").equals(verdict))
                .map(intent -> intent.get("id").text("?"))
                .toList();
    }

    private static List<Node> steps(String json) {
        return root(json).get("intents").items().stream()
                .flatMap(intent -> intent.get("examples").items().stream())
                .flatMap(example -> example.get("path").items().stream())
                .map(step -> step.get("location"))
                .filter(Node::isPresent)
                .toList();
    }

    private static Node root(String json) {
        return SourceReader.parse("intents.json", json)
                .documents()
                .getFirst()
                .root()
                .orElseThrow();
    }
}
