package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.source.Node;
import dev.bartizan.testkit.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The threats that the answer key of the reference platform names: real as it was found, and gone after its fixes. */
@TestInstance(Lifecycle.PER_CLASS)
class ReferenceThreatsTest {
    private static final String FOLDER = "examples/reference-platform";

    private final List<Node> weaknesses =
            AnswerKey.read(Repository.path(FOLDER + "/weaknesses.yaml")).weaknesses().stream()
                    .filter(weakness -> weakness.get("threat").hasValue())
                    .toList();
    private final ThreatFacts asFound;
    private final ThreatFacts hardened;
    private final ThreatFacts unanswered;

    private final Path out;

    ReferenceThreatsTest(@TempDir Path out) {
        this.out = out;
        this.asFound = assessed("as-found", out);
        this.hardened = assessed("hardened", out);
        this.unanswered = assessed(
                "as-found",
                out,
                "--config",
                Repository.path("cli/src/test/resources/empty-bartizan.yaml").toString());
    }

    private static ThreatFacts assessed(String name, Path out, String... more) {
        Path output = out.resolve(name);
        var ran = Ran.of(Stream.concat(
                        Stream.of(
                                "assess",
                                Repository.path(FOLDER).resolve(name).toString(),
                                "--out",
                                output.toString(),
                                "--as-of",
                                "2026-11-22"),
                        Stream.of(more))
                .toArray(String[]::new));
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        Snapshot snapshot = Assessment.in(output);
        return snapshot.threats().orElseThrow();
    }

    @Test
    void eachIsRealAsFound() {
        assertThat(weaknesses)
                .hasSizeGreaterThanOrEqualTo(25)
                .allSatisfy(weakness -> assertThat(isReal(asFound, weakness))
                        .as(
                                "%s on %s",
                                weakness.get("threat").text("?"),
                                weakness.get("asset").text("?"))
                        .isTrue());
    }

    @Test
    void noneIsLeftAfterTheFixes() {
        assertThat(weaknesses)
                .filteredOn(weakness -> isReal(hardened, weakness))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Layer.class)
    void mostAreDecidedWithoutAnAnswer(Layer layer) {
        assertThat(decided(unanswered, layer)).isGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @EnumSource(Layer.class)
    void nearlyAllAreDecidedWithTheAnswersOfTheTeams(Layer layer) {
        assertThat(decided(asFound, layer)).isGreaterThanOrEqualTo(90);
        assertThat(decided(hardened, layer)).isGreaterThanOrEqualTo(90);
    }

    /** Nobody answered anything about this one. */
    @Test
    void nearlyHalfIsDecidedOfAPlatformOfOthers() {
        Path kubeflow = Repository.assumeShared("platforms/kubeflow");

        var ran = Ran.of("assess", kubeflow.toString(), "--out", out.toString(), "--as-of", "2026-11-22");

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        ThreatFacts facts = Assessment.in(out).threats().orElseThrow();
        assertThat(Layer.values())
                .allSatisfy(layer ->
                        assertThat(decided(facts, layer)).as(layer.word()).isGreaterThanOrEqualTo(45));
    }

    /** The privileged level of the device plugin's namespace is an accepted risk, and is a risk nevertheless. */
    @Test
    void afterTheFixesOnlyWhatWasAcceptedIsReal() {
        assertThat(hardened.scenarios())
                .filteredOn(scenario -> scenario.truth().isConfirmed())
                .extracting(ThreatScenario::threat)
                .containsExactly("TH-I23");
    }

    private static int decided(ThreatFacts facts, Layer layer) {
        ThreatFacts.Result all = facts.layer(layer);
        return 100 * (all.confirmed() + all.refuted()) / all.applicable();
    }

    private static boolean isReal(ThreatFacts facts, Node weakness) {
        List<String> assets = Stream.concat(Stream.of(weakness.get("asset")), weakness.get("related").items().stream())
                .flatMap(asset -> asset.text().stream())
                .toList();
        return facts.scenarios().stream()
                .filter(scenario ->
                        scenario.threat().equals(weakness.get("threat").text("?")))
                .flatMap(scenario -> scenario.places().stream())
                .anyMatch(place -> place.truth().isConfirmed() && assets.contains(place.asset()));
    }
}
