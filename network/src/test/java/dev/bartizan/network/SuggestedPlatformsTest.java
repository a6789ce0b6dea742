package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.network.Suggestion.Kind;
import dev.bartizan.testkit.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applied to real platforms, the suggested policies allow exactly what is meant. */
class SuggestedPlatformsTest {
    private static Suggestion suggest(Path path, Suggestion.Question question) {
        var snapshot = Clusters.read(List.of(path));
        return Suggestion.of(snapshot, Connectivity.of(snapshot, CniProfile.KUBERNETES), question);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../shared/platforms/online-boutique/kubernetes-manifests",
                "../shared/platforms/online-boutique",
                "../shared/platforms/kubeflow/platform-rendered.yaml"
            })
    void theReanalysisShowsTheIntendedPairs(String platform) {
        Path path = Repository.path(platform);
        Assumptions.assumeTrue(Files.exists(path), platform + " is not beside this repository");

        var suggestion = suggest(path, Suggestion.Question.plain());

        assertThat(suggestion.isProven())
                .as(String.join("\n", suggestion.summary()))
                .isTrue();
        assertThat(suggestion.files().get("pairs.csv")).doesNotContain("extra");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindAllowsTheIntendedPairsOfTheReferencePlatformAndWhatIsForced(Kind kind) {
        Path path = Repository.path("examples/reference-platform/hardened");

        var suggestion = suggest(path, Suggestion.Question.of(kind));

        assertThat(suggestion.isProven())
                .as(String.join("\n", suggestion.summary()))
                .isTrue();
        assertThat(suggestion.files().get("pairs.csv"))
                .doesNotContain("missing")
                .doesNotContain(",extra,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"as-found", "hardened"})
    void onTheReferencePlatformOnlyLabelsForceMore(String edition) {
        Path path = Repository.path("examples/reference-platform").resolve(edition);

        var suggestion = suggest(path, Suggestion.Question.plain());

        assertThat(suggestion.isProven())
                .as(String.join("\n", suggestion.summary()))
                .isTrue();
    }
}
