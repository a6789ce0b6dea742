package dev.bartizan.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.diagram.MapLayout.Box;
import dev.bartizan.diagram.MapLayout.Bundle;
import dev.bartizan.diagram.MapLayout.Lane;
import dev.bartizan.diagram.MapLayout.LaneKind;
import dev.bartizan.diagram.MapLayout.Node;
import dev.bartizan.diagram.MapLayout.Point;
import dev.bartizan.diagram.MapLayout.Zone;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformMapTest {
    private static final String SIZES = """
            1, 1
            30, 6
            300, 20
            400, 1
            2000, 60
            """;

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void assetsOfAZoneDoNotOverlapAndStayInside(int workloads, int zones) {
        for (Zone zone : map(workloads, zones).zones()) {
            var inside = new Box(0, 0, zone.drawing().width(), zone.drawing().height());
            List<Box> boxes = zone.drawing().nodes().stream().map(Node::box).toList();
            assertThat(boxes).allMatch(inside::contains);
            assertThat(overlaps(boxes)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void zonesStandApartInTheLaneOfTheirPlane(int workloads, int zones) {
        MapLayout map = map(workloads, zones);
        var page = new Box(0, 0, map.width(), map.height());
        assertThat(overlaps(map.zones().stream().map(Zone::box).toList())).isZero();
        assertThat(overlaps(map.lanes().stream().map(Lane::box).toList())).isZero();
        assertThat(map.lanes()).allMatch(lane -> page.contains(lane.box()));
        for (Zone zone : map.zones()) {
            assertThat(map.lanes())
                    .filteredOn(lane -> lane.kind() == zone.lane())
                    .singleElement()
                    .matches(lane -> lane.box().contains(zone.box()));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void openZonesHoldTheirDrawing(int workloads, int zones) {
        assertThat(map(workloads, zones).zones())
                .filteredOn(Zone::open)
                .allMatch(zone -> zone.box().width() >= zone.drawing().width() + 2 * MapLayout.ZONE_PADDING)
                .allMatch(zone -> zone.box().height() >= zone.drawing().height() + MapLayout.ZONE_HEADER);
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void bundlesCrossNoZone(int workloads, int zones) {
        MapLayout map = map(workloads, zones);
        for (Bundle bundle : map.bundles()) {
            assertThat(map.zones())
                    .as("bundle from %s to %s", bundle.from(), bundle.to())
                    .noneMatch(zone -> crosses(bundle.points(), zone.box()));
        }
    }

    @Test
    void theSameSnapshotGivesTheSameMap() {
        Snapshot snapshot = SyntheticPlatform.generated(300, 20);
        MapLayout one = PlatformMap.layout(snapshot, MapOptions.DEFAULT);
        MapLayout other = PlatformMap.layout(SyntheticPlatform.generated(300, 20), MapOptions.DEFAULT);
        assertThat(one).isEqualTo(other);
        assertThat(Svg.of(one, snapshot.platform(), Svg.Theme.AUTO))
                .isEqualTo(Svg.of(other, snapshot.platform(), Svg.Theme.AUTO));
    }

    @Test
    void beyondTheBoundTheWorstAssetsKeepTheirPlace() {
        Snapshot snapshot = SyntheticPlatform.generated(5_000, 200);
        MapLayout map = PlatformMap.layout(snapshot, MapOptions.DEFAULT);
        MapLayout whole = PlatformMap.layout(snapshot, new MapOptions(400, 10_000, 160, 400));

        assertThat(nodes(map)).hasSize(2_000);
        assertThat(map.omittedNodes()).isEqualTo(3_000);
        assertThat(critical(map)).isPositive().isEqualTo(critical(whole));
        assertThat(map.zones().stream().mapToInt(Zone::assets).sum()).isEqualTo(5_000);
    }

    @Test
    void theOverviewOpensTheWorstZonesWithinItsRoom() {
        MapLayout map = PlatformMap.layout(SyntheticPlatform.generated(300, 20), new MapOptions(400, 2_000, 60, 400));
        List<Zone> open = map.zones().stream().filter(Zone::open).toList();
        Tally worst =
                map.zones().stream().map(Zone::tally).min(Tally.WORST_FIRST).orElse(Tally.NONE);

        assertThat(open.stream().mapToInt(zone -> zone.drawing().nodes().size()).sum())
                .isBetween(1, 60);
        assertThat(open).extracting(Zone::tally).contains(worst);
    }

    @Test
    void bundlesBeyondTheBoundAreCounted() {
        Snapshot snapshot = SyntheticPlatform.generated(300, 20);
        MapLayout all = PlatformMap.layout(snapshot, new MapOptions(400, 2_000, 160, 10_000));
        MapLayout few = PlatformMap.layout(snapshot, new MapOptions(400, 2_000, 160, 10));

        assertThat(few.bundles()).hasSize(10);
        assertThat(few.omittedBundles()).isEqualTo(all.bundles().size() - 10);
        int thinnest = few.bundles().stream().mapToInt(Bundle::count).min().orElse(0);
        assertThat(all.bundles().stream().skip(10)).allMatch(bundle -> bundle.count() <= thinnest);
    }

    @Test
    void zonesBeyondTheBoundAreCounted() {
        Snapshot snapshot = SyntheticPlatform.generated(300, 20);
        MapLayout map = PlatformMap.layout(snapshot, new MapOptions(5, 2_000, 160, 400));
        assertThat(map.zones()).hasSize(5);
        assertThat(map.omittedZones()).isEqualTo(15);
        assertThat(map.omittedNodes())
                .isEqualTo(300 - map.zones().stream().mapToInt(Zone::assets).sum());
    }

    @Test
    void aPlatformWithoutAssetsHasAnEmptyMap() {
        MapLayout map = PlatformMap.layout(new SyntheticPlatform().snapshot(), MapOptions.DEFAULT);
        assertThat(map.zones()).isEmpty();
        assertThat(map.lanes()).isEmpty();
    }

    @Test
    void externalPartiesStandOutsideWhateverTheirPlane() {
        var platform = new SyntheticPlatform();
        String workload = platform.workload("ml", "chat");
        String party = platform.external("api.example.com");
        platform.link(workload, party, "calls");
        platform.link(workload, party, "pulls");
        MapLayout map = PlatformMap.layout(platform.snapshot(), MapOptions.DEFAULT);

        assertThat(map.lanes()).extracting(Lane::kind).containsExactly(LaneKind.OUTSIDE, LaneKind.DATA);
        assertThat(map.bundles())
                .singleElement()
                .satisfies(bundle -> assertThat(bundle.kinds())
                        .as("image pulls draw no line of their own")
                        .containsOnlyKeys("calls"));
    }

    @Test
    void aFindingCountsOncePerZoneWhateverItTouchesThere() {
        var platform = new SyntheticPlatform();
        String account = platform.core("ServiceAccount", "ml", "runner");
        for (String name : List.of("one", "two", "three")) {
            platform.link(platform.workload("ml", name), account, "runs-as");
        }
        platform.finding(account, Severity.HIGH, true);
        platform.finding(account, Severity.CRITICAL, false);
        MapLayout map = PlatformMap.layout(platform.snapshot(), MapOptions.DEFAULT);

        var expected = new Tally(0, 1, 0, 0, 0, 1);
        assertThat(map.zones()).extracting(Zone::tally).containsExactly(expected);
        assertThat(nodes(map)).hasSize(3).extracting(Node::tally).containsOnly(expected);
    }

    @Test
    void aFindingAboutANamespaceCountsForItsZone() {
        var platform = new SyntheticPlatform();
        platform.workload("ml", "trainer");
        platform.workload("another", "trainer");
        String namespace = platform.core("Namespace", "-", "ml");
        platform.finding(namespace, Severity.MEDIUM, true);
        MapLayout map = PlatformMap.layout(platform.snapshot(), MapOptions.DEFAULT);

        assertThat(map.zones()).extracting(Zone::tally).containsExactly(Tally.NONE, new Tally(0, 0, 1, 0, 0, 0));
        assertThat(nodes(map)).extracting(Node::tally).containsOnly(Tally.NONE);
    }

    @Test
    void aFindingAboutTheClusterCountsForNoExternalParty() {
        var platform = new SyntheticPlatform();
        platform.external("api.example.com");
        platform.finding(platform.core("Namespace", "-", "-"), Severity.HIGH, true);
        MapLayout map = PlatformMap.layout(platform.snapshot(), MapOptions.DEFAULT);

        assertThat(map.zones()).extracting(Zone::tally).containsExactly(Tally.NONE);
    }

    private static MapLayout map(int workloads, int zones) {
        return PlatformMap.layout(SyntheticPlatform.generated(workloads, zones), MapOptions.DEFAULT);
    }

    private static List<Node> nodes(MapLayout map) {
        return map.zones().stream()
                .flatMap(zone -> zone.drawing().nodes().stream())
                .toList();
    }

    private static long critical(MapLayout map) {
        return nodes(map).stream().filter(node -> node.tally().critical() > 0).count();
    }

    private static long overlaps(List<Box> boxes) {
        return IntStream.range(0, boxes.size())
                .mapToLong(i -> boxes.subList(0, i).stream()
                        .filter(boxes.get(i)::overlaps)
                        .count())
                .sum();
    }

    /** Whether a part of the line lies inside the box; its ends may touch the border. */
    private static boolean crosses(List<Point> points, Box box) {
        var inside = new Box(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2);
        return IntStream.range(1, points.size()).anyMatch(i -> {
            Point one = points.get(i - 1);
            Point other = points.get(i);
            int x = Math.min(one.x(), other.x());
            int y = Math.min(one.y(), other.y());
            return inside.overlaps(new Box(x, y, Math.abs(one.x() - other.x()) + 1, Math.abs(one.y() - other.y()) + 1));
        });
    }
}
