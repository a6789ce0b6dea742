package dev.bartizan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Finding;
import dev.bartizan.source.ReadOptions;
import dev.bartizan.source.SourceReader;
import dev.bartizan.testkit.Repository;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real platforms: few findings, each with its place, the same whatever the number of threads. */
class PlatformsTest {
    private static TestPlatform platform(String name) {
        Path folder = Repository.assumeShared("platforms/" + name);
        return TestPlatform.read(
                SourceReader.of(ReadOptions.defaults()).read(List.of(folder), InputStream.nullInputStream()));
    }

    @ParameterizedTest
    @CsvSource({"kubeflow, 100", "gpu-operator, 60", "kuberay, 80", "argo-workflows, 60", "feast, 30"})
    void aPlatformHasFewFindings(String name, int most) {
        var findings = platform(name).findings();
        assertThat(findings).hasSizeBetween(3, most);
        assertThat(findings).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.location().line()).isPositive());
    }

    @Test
    void theAnswerDoesNotDependOnTheNumberOfThreads() {
        var platform = platform("kubeflow");
        assertThat(platform.answer(4)).isEqualTo(platform.answer(1));
    }
}
