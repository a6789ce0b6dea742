package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.testkit.Repository;
import org.junit.jupiter.api.Test;

/** {@code --under rbac} of list and explain. */
class NetworkRightsCommandTest {
    private static final String AS_FOUND =
            Repository.path("examples/reference-platform/as-found").toString();

    @Test
    void explainNamesTheCallThePeopleAndThePacket() {
        var run = Ran.of(
                "network",
                "explain",
                "ml-notebooks/jupyterhub",
                "ml-registry/postgres",
                "5432",
                "--in",
                AS_FOUND,
                "--under",
                "rbac");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains(
                        "DENIED All Connections",
                        "Under the rights that the input shows:",
                        "create a pod in ml-notebooks with meridian-parcel.example/registry-client=true: Group"
                                + " meridian:data-science",
                        "registry/clients.yaml:13:7");
    }

    @Test
    void listTellsItAfterTheConnectionsOfToday() {
        var text = Ran.of("network", "list", AS_FOUND, "--to", "ml-registry/postgres", "--under", "rbac");
        var json = Ran.of(
                "network", "list", AS_FOUND, "--to", "ml-registry/postgres", "--under", "rbac", "--format", "json");

        assertThat(text.out())
                .contains(
                        "=> ml-registry/postgres[StatefulSet] : TCP 5432\n",
                        "\n\nUnder the rights that the input shows:\n",
                        "create a pod in ml-notebooks");
        assertThat(json.out()).startsWith("{\n\"connections\": [").contains("\"underRights\": [", "\"opens\": [{");
    }

    @Test
    void misuseIsTold() {
        assertThat(Ran.of("network", "list", AS_FOUND, "--under", "magic").err())
                .contains("--under takes rbac");
        assertThat(Ran.of("network", "list", AS_FOUND, "--under", "rbac", "--format", "csv")
                        .err())
                .contains("--under is told as txt or json");
        assertThat(Ran.of("network", "explain", "a", "b", "--in", AS_FOUND, "--under", "rbac", "--format", "np-guard")
                        .err())
                .contains("--under is told in our own words");
    }
}
