package dev.bartizan.ingest.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathEndingsTest {
    @Test
    void theShortestEndThatTellsApart() {
        assertThat(PathEndings.of(List.of("a.yaml", "b.yaml"))).containsExactly("a.yaml", "b.yaml");
        assertThat(PathEndings.of(List.of("x/dev/a.yaml", "x/prod/a.yaml", "x/prod/b.yaml")))
                .containsExactly("dev/a.yaml", "prod/a.yaml", "b.yaml");
        assertThat(PathEndings.of(List.of("a.yaml", "x/a.yaml", "y/x/a.yaml")))
                .containsExactly("a.yaml", "x/a.yaml", "y/x/a.yaml");
    }

    @Test
    void oneFileTwiceHasItsWholePathTwice() {
        assertThat(PathEndings.of(List.of("x/a.yaml", "x/a.yaml", "b.yaml")))
                .containsExactly("x/a.yaml", "x/a.yaml", "b.yaml");
    }
}
