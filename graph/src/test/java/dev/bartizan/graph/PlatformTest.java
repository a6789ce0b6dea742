package dev.bartizan.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bartizan.source.Location;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlatformTest {
    private static final Location PLACE = new Location("platform.yaml", 3, 1, "/metadata/name");

    @Test
    void linksAreFoundFromBothEnds() {
        var platform = platform(
                List.of(asset("a"), asset("b"), asset("c"), asset("d")),
                List.of(
                        new Link(2, 0, "mounts", PLACE),
                        new Link(0, 1, "runs-as", PLACE),
                        new Link(2, 1, "runs-as", PLACE)));

        assertThat(platform.linksFrom(2)).extracting(Link::to).containsExactly(0, 1);
        assertThat(platform.linksFrom(3)).isEmpty();
        assertThat(platform.linksTo(1)).extracting(Link::from).containsExactly(0, 2);
        assertThat(platform.linksTo(2)).isEmpty();
    }

    @Test
    void theOrderOfLinksDoesNotMatter() {
        var one = new Link(0, 1, "mounts", PLACE);
        var other = new Link(1, 0, "calls", PLACE);
        var assets = List.of(asset("a"), asset("b"));

        assertThat(platform(assets, List.of(one, other))).isEqualTo(platform(assets, List.of(other, one)));
    }

    @Test
    void assetsAreFoundByTheirId() {
        var platform = platform(List.of(asset("a"), asset("b"), asset("c")), List.of());

        assertThat(platform.index("c")).contains(2);
        assertThat(platform.index("bb")).isEmpty();
        assertThat(platform.property(1, "owner")).contains("ml-platform");
        assertThat(platform.property(0, "owner")).isEmpty();
        assertThat(platform.property(1, "colour")).isEmpty();
    }

    @Test
    void unsortedOrRepeatedIdsAreRefused() {
        assertThatThrownBy(() -> platform(List.of(asset("b"), asset("a")), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not sorted");
        assertThatThrownBy(() -> platform(List.of(asset("a"), asset("a")), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Platform platform(List<Asset> assets, List<Link> links) {
        return new Platform(
                "test",
                assets,
                links,
                new TreeMap<>(Map.of("owner", new TreeMap<>(Map.of(1, "ml-platform")))),
                Completeness.NONE);
    }

    private static Asset asset(String id) {
        return new Asset(id, "Deployment", "apps", "v1", "ml", id, "ml", Classification.UNKNOWN, List.of(PLACE));
    }
}
