package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.testkit.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applied to real platforms, the suggested policies allow exactly what is meant. */
class SuggestedPlatformsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../shared/platforms/online-boutique/kubernetes-manifests",
                "../shared/platforms/kubeflow/platform-rendered.yaml"
            })
    void theReanalysisShowsTheIntendedPairs(String platform) {
        Path path = Repository.path(platform);
        Assumptions.assumeTrue(Files.exists(path), platform + " is not beside this repository");

        var suggestion = Suggestion.of(Clusters.read(List.of(path)), Suggestion.Question.of(CniProfile.KUBERNETES));

        assertThat(suggestion.isProven())
                .as(String.join("\n", suggestion.summary()))
                .isTrue();
        assertThat(suggestion.files().get("pairs.csv")).doesNotContain("extra");
    }

    @ParameterizedTest
    @ValueSource(strings = {"as-found", "hardened"})
    void onTheReferencePlatformOnlyLabelsForceMore(String edition) {
        Path path = Repository.path("examples/reference-platform").resolve(edition);

        var suggestion = Suggestion.of(Clusters.read(List.of(path)), Suggestion.Question.of(CniProfile.KUBERNETES));

        assertThat(suggestion.isProven())
                .as(String.join("\n", suggestion.summary()))
                .isTrue();
    }
}
