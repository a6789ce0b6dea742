package dev.bartizan.ingest.declarations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationsReaderTest {

    @Test
    void everySectionIsRead() {
        var answer = DeclarationsReader.read("bartizan.yaml", """
                version: 1
                platform: {name: Acme, description: All of it}
                clusters: [{name: prod, paths: [manifests]}]
                owners: [{name: team, contact: a@example.org, select: {namespaces: [ml]}}]
                zones: [{zone: serving, select: {namespaces: [ml]}}]
                classification: [{classification: restricted, value: 3, because: b, select: {kinds: [Secret]}}]
                externals: [{name: hub, host: hub.example, zone: partner, exchanged: weights}]
                roles: [{role: trainer, because: ours, select: {labels: {app: x}}}]
                complete: [cluster, namespace/ml]
                baseline:
                  parameters: {allowed-registries: [docker.io]}
                  exceptions: [{rule: BL-WL-001, reason: driver, by: me, expires: 2027-01-31, select: {names: [x]}}]
                """);

        assertThat(answer.problems()).isEmpty();
        assertThat(answer.file()).hasValueSatisfying(file -> {
            assertThat(file.platform().orElseThrow().name()).isEqualTo("Acme");
            assertThat(file.baseline().orElseThrow().exceptions()).hasSize(1);
        });
    }

    @Test
    void aMisspeltKeyNamesTheNearestOneAtItsLine() {
        assertThat(problems("version: 1\nzones:\n  - zone: edge\n    selekt: {namespaces: [a]}\n"))
                .contains("4 Unknown key 'selekt'; did you mean 'select'?");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThat(problems("""
                                version: 1
                                platfrm: {name: x}
                                zones: [{zone: edge, select: {}}]
                                baseline:
                                  exceptions:
                                    - {rule: R, reason: "", expires: 2027-01-31, select: {names: [x]}}
                                    - {rule: R, expires: soon, select: {names: [x]}}
                                """))
                .containsExactly(
                        "2 Unknown key 'platfrm'; did you mean 'platform'?",
                        "3 A selection names ids, namespaces, kinds, names or labels; this one names nothing.",
                        "6 An exception needs a reason.",
                        "7 The key 'reason' is missing.",
                        "7 This is a string, but must be a date such as 2026-01-31.");
    }

    @Test
    void aSectionOfALaterVersionSaysSo() {
        var answer = DeclarationsReader.read(
                "bartizan.yaml", "version: 1\nincludes: [others.yaml]\nbaseline: {profile: strict}\n");

        assertThat(answer.file()).isPresent();
        assertThat(answer.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "'includes' comes with a later version: it was not applied.",
                        "'baseline.profile' comes with a later version: it was not applied.");
    }

    @Test
    void anotherVersionIsRefused() {
        assertThat(problems("version: 2\n")).containsExactly("1 This is version 2; only version 1 is known.");
    }

    @Test
    void whatIsNoDocumentIsNotApplied() {
        assertThat(problems("")).singleElement().asString().contains("holds one document, this one 0");
        assertThat(problems("version: 1\n---\nversion: 1\n"))
                .singleElement()
                .asString()
                .contains("holds one document, this one 2");
        assertThat(problems("version: [\n")).hasSize(1);
        assertThat(problems("- a\n")).containsExactly("1 This is a list, but must be a mapping.");
    }

    private static List<String> problems(String text) {
        return DeclarationsReader.read("bartizan.yaml", text).problems().stream()
                .map(problem -> problem.location().orElseThrow().line() + " " + problem.message())
                .toList();
    }
}
