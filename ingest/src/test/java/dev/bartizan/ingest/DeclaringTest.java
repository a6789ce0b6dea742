package dev.bartizan.ingest;

import static dev.bartizan.ingest.Ingesting.asset;
import static dev.bartizan.ingest.Ingesting.ids;
import static dev.bartizan.ingest.Ingesting.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Plane;
import dev.bartizan.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaringTest {
    private static final String MANIFESTS = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: scorer, namespace: ml, labels: {team: a}}
            spec: {template: {metadata: {labels: {app: scorer}}, spec: {containers: [{name: c, image: own/scorer}]}}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: ml}}
            """;
    private static final String SCORER = "k8s:-/apps/Deployment/ml/scorer";
    private static final String SETTINGS = "k8s:-/core/ConfigMap/ml/settings";

    @TempDir
    private Path folder;

    @Test
    void assetsAndLinksThatNoManifestShowsAreDeclared() throws IOException {
        var ingested = ingest("""
                version: 1
                assets:
                  - id: ledger
                    name: Ledger of orders
                    role: database
                    zone: data
                    component: postgresql
                    exposure: node
                    controls: [C-BACKUP]
                    missing: [C-AUTHN]
                    because: managed by the finance team
                links:
                  - {from: "k8s:*/scorer", kind: reads, to: ledger}
                classification: [{value: 3, select: {ids: ["declared:ledger"]}}]
                """);

        assertThat(ingested.problems()).isEmpty();
        assertThat(asset(ingested, "declared:ledger")).satisfies(asset -> {
            assertThat(asset.kind()).isEqualTo("Declared");
            assertThat(asset.name()).isEqualTo("Ledger of orders");
            assertThat(asset.zone()).isEqualTo("data");
            assertThat(asset.location()).hasToString("bartizan.yaml:3:5");
            assertThat(asset.classification().role()).isEqualTo("database");
            assertThat(asset.classification().component()).contains("postgresql");
            assertThat(asset.classification().reason())
                    .isEqualTo("declared at bartizan.yaml:3: managed by the finance team");
        });
        assertThat(property(ingested, "declared:ledger", "exposure")).contains("node");
        assertThat(property(ingested, "declared:ledger", "value")).contains("3");
        assertThat(ingested.platform().links())
                .filteredOn(link -> link.kind().equals("reads"))
                .singleElement()
                .satisfies(link -> {
                    assertThat(ingested.platform().asset(link.from()).id()).isEqualTo(SCORER);
                    assertThat(ingested.platform().asset(link.to()).id()).isEqualTo("declared:ledger");
                    assertThat(link.evidence()).hasToString("bartizan.yaml:13:5");
                });
        assertThat(ingested.declarations().attestations())
                .extracting(word -> word.control() + " " + word.holds() + " " + word.assets())
                .containsExactly("C-BACKUP true [declared:ledger]", "C-AUTHN false [declared:ledger]");
    }

    @Test
    void wrongWordsOfDeclaredAssetsAndLinksAreToldAtTheirLine() throws IOException {
        var ingested = ingest("""
                version: 1
                assets:
                  - {id: a, role: databse}
                  - {id: b, role: database, zone: dat, component: postgres}
                  - {id: b, role: cache}
                  - {id: c, role: cache, exposure: moon}
                links:
                  - {from: b, kind: whispers, to: c}
                  - {from: bb, kind: calls, to: c}
                  - {from: "*", kind: calls, to: "nobody*"}
                """);

        assertThat(ingested.problems().stream().map(Problem::toString))
                .anyMatch(problem ->
                        problem.startsWith("bartizan.yaml:3:") && problem.contains("did you mean 'database'"))
                .anyMatch(problem -> problem.startsWith("bartizan.yaml:4:") && problem.contains("'dat' is no zone"))
                .anyMatch(problem ->
                        problem.startsWith("bartizan.yaml:4:") && problem.contains("did you mean 'postgresql'"))
                .anyMatch(problem ->
                        problem.startsWith("bartizan.yaml:5:") && problem.contains("another asset declared:b"))
                .anyMatch(
                        problem -> problem.startsWith("bartizan.yaml:6:") && problem.contains("'moon' is no exposure"))
                .anyMatch(
                        problem -> problem.startsWith("bartizan.yaml:8:") && problem.contains("'whispers' is no link"))
                .anyMatch(
                        problem -> problem.startsWith("bartizan.yaml:9:") && problem.contains("'from' names no asset"))
                .anyMatch(
                        problem -> problem.startsWith("bartizan.yaml:10:") && problem.contains("'to' names no asset"));
        assertThat(ids(ingested)).contains("declared:b", "declared:c").doesNotContain("declared:a");
        assertThat(ingested.platform().links())
                .noneMatch(link -> ingested.platform().asset(link.to()).id().equals("declared:c"));
    }

    @Test
    void whatManifestsCannotTellIsAddedToThePlatform() throws IOException {
        var ingested = ingest("""
                version: 1
                platform: {name: Acme}
                owners: [{name: team-a, select: {kinds: [apps/Deployment]}}]
                zones: [{zone: serving, select: {namespaces: ["m*"]}}]
                classification: [{classification: restricted, value: 3, select: {names: [scorer]}}]
                roles: [{role: inference-endpoint, plane: management, select: {labels: {app: scorer}}}]
                externals:
                  - {name: model hub, host: hub.example, exchanged: weights}
                  - {name: Labelling Vendor, zone: internet}
                complete: [namespace/ml]
                """);

        assertThat(ingested.problems()).isEmpty();
        assertThat(ingested.platform().name()).isEqualTo("Acme");
        assertThat(asset(ingested, SCORER).zone()).isEqualTo("serving");
        assertThat(asset(ingested, SETTINGS).zone()).isEqualTo("serving");
        assertThat(asset(ingested, SCORER).classification()).satisfies(classification -> {
            assertThat(classification.role()).isEqualTo("inference-endpoint");
            assertThat(classification.plane()).contains(Plane.MANAGEMENT);
            assertThat(classification.reason()).isEqualTo("role inference-endpoint is set at bartizan.yaml:6");
        });
        assertThat(property(ingested, SCORER, "owner")).contains("team-a");
        assertThat(property(ingested, SETTINGS, "owner")).isEmpty();
        assertThat(property(ingested, SCORER, "classification")).contains("restricted");
        assertThat(property(ingested, SCORER, "value")).contains("3");
        assertThat(property(ingested, SCORER, "trust")).contains("internal");
        assertThat(asset(ingested, "ext:hub.example").zone()).isEqualTo("partner");
        assertThat(property(ingested, "ext:hub.example", "data-exchanged")).contains("weights");
        assertThat(asset(ingested, "declared:Labelling-Vendor").classification().role())
                .isEqualTo("external-party");
        assertThat(ingested.platform().completeness().covers("ml")).isTrue();
        assertThat(ingested.platform().completeness().covers("other")).isFalse();
    }

    @Test
    void theLastOfSeveralEntriesHolds() throws IOException {
        var ingested = ingest("""
                version: 1
                zones:
                  - {zone: serving, select: {namespaces: [ml]}}
                  - {zone: vault, trust: restricted, select: {kinds: [ConfigMap]}}
                """);

        assertThat(asset(ingested, SCORER).zone()).isEqualTo("serving");
        assertThat(asset(ingested, SETTINGS).zone()).isEqualTo("vault");
        assertThat(property(ingested, SETTINGS, "trust")).contains("restricted");
    }

    @Test
    void wrongWordsAreReportedAtTheirLineAndTheRestIsApplied() throws IOException {
        var ingested = ingest("""
                version: 1
                zones:
                  - zone: servin
                    select: {namespaces: [ml]}
                roles: [{role: trainr, plane: managment, select: {names: [scorer]}}]
                classification: [{classification: secret, value: 9, select: {names: [scorer]}}]
                owners: [{name: team-a, select: {namespaces: [ml]}}, {name: b, select: {namespaces: [nowhere]}}]
                complete: [namespaces/ml]
                """);

        assertThat(ingested.problems())
                .extracting(problem -> problem.location().orElseThrow().line() + " " + problem.message())
                .containsExactly(
                        "3 'servin' is no zone; did you mean 'serving'?",
                        "5 'trainr' is no role; did you mean 'trainer'?",
                        "5 'managment' is no plane; did you mean 'management'?",
                        "6 'secret' is no classification.",
                        "6 '9' is no value.",
                        "7 This selects no asset of the input.",
                        "8 This names no place that can be complete: it was not applied.");
        assertThat(property(ingested, SCORER, "owner")).contains("team-a");
    }

    @Test
    void exceptionsAreResolvedToTheirAssets() throws IOException {
        var ingested = ingest("""
                version: 1
                baseline:
                  parameters: {allowed-registries: [docker.io/]}
                  exceptions:
                    - rule: BL-WL-012
                      reason: known
                      by: security
                      expires: 2027-01-31
                      select: {ids: ["k8s:*/Deployment/ml/*"]}
                """);

        assertThat(ingested.declarations().exceptions()).singleElement().satisfies(accepted -> {
            assertThat(accepted.rule()).isEqualTo("BL-WL-012");
            assertThat(accepted.assets()).containsExactly(SCORER);
            assertThat(accepted.expires()).isEqualTo(LocalDate.of(2027, 1, 31));
            assertThat(accepted.by()).isEqualTo("security");
            assertThat(accepted.location().line()).isEqualTo(5);
        });
        assertThat(ingested.declarations().parameters())
                .hasEntrySatisfying(
                        "allowed-registries", node -> assertThat(node.items()).hasSize(1));
    }

    @Test
    void aFileWithAMistakeIsNotAppliedAtAll() throws IOException {
        var ingested = ingest("version: 1\nplatform: {nam: Acme}\ncomplete: [cluster]\n");

        assertThat(ingested.problems())
                .extracting(Problem::message)
                .contains("Unknown key 'nam'; did you mean 'name'?");
        assertThat(ingested.platform().completeness().cluster()).isFalse();
        assertThat(ingested.platform().name()).isEmpty();
        assertThat(ingested.objects()).isEqualTo(2);
    }

    @Test
    void theClusterBecomesPartOfEveryIdentity() throws IOException {
        Files.createDirectories(folder.resolve("east"));
        Files.writeString(folder.resolve("east/app.yaml"), MANIFESTS);
        var ingested = ingest("""
                version: 1
                clusters: [{name: main}, {name: prod-east, paths: [east]}]
                """);

        assertThat(ids(ingested))
                .contains("k8s:main/core/ConfigMap/ml/settings", "k8s:prod-east/core/ConfigMap/ml/settings");
    }

    @Test
    void theCommandLineNamesTheClusterFirst() throws IOException {
        write("bartizan.yaml", "version: 1\nclusters: [{name: main}]\n");
        write("app.yaml", MANIFESTS);
        var ingested = Ingest.run(new IngestQuestion(
                Ingesting.read(folder), List.of(folder), Optional.empty(), Optional.of("live"), Ingesting.AS_OF));

        assertThat(ids(ingested)).contains("k8s:live/core/ConfigMap/ml/settings");
    }

    private Ingested ingest(String declarations) throws IOException {
        write("bartizan.yaml", declarations);
        write("app.yaml", MANIFESTS);
        return Ingesting.folder(folder);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
