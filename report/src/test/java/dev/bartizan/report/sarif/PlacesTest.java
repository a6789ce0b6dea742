package dev.bartizan.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    @ParameterizedTest
    @CsvSource({
        "team/a.yaml, team/a.yaml",
        "a b.yaml, a%20b.yaml",
        "100%.yaml, 100%25.yaml",
        "c:/x.yaml, c%3A/x.yaml",
        "q?#[1].yaml, q%3F%23%5B1%5D.yaml",
        "Größe/東.yaml, Gr%C3%B6%C3%9Fe/%E6%9D%B1.yaml",
        "-, -",
        "back\\slash.yaml, back%5Cslash.yaml"
    })
    void aPathIsARelativeReference(String path, String uri) {
        assertThat(Places.uri(path)).isEqualTo(uri);
        assertThat(URI.create(uri).isAbsolute()).isFalse();
        assertThat(URI.create(uri).getPath()).isEqualTo(path);
    }
}
