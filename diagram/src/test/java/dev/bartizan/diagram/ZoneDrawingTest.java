package dev.bartizan.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.diagram.MapLayout.Box;
import dev.bartizan.diagram.MapLayout.Drawing;
import dev.bartizan.diagram.MapLayout.MapLink;
import dev.bartizan.diagram.MapLayout.Node;
import dev.bartizan.diagram.MapLayout.Point;
import dev.bartizan.diagram.ZoneDrawing.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ZoneDrawingTest {
    @Test
    void whatIsLinkedRunsFromLeftToRight() {
        Drawing drawing = ZoneDrawing.of(nodes(3), List.of(link(0, 1), link(1, 2)));
        assertThat(drawing.nodes())
                .extracting(node -> node.box().x())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatStandsAloneGoesBelowWhatIsLinked() {
        Drawing drawing = ZoneDrawing.of(nodes(4), List.of(link(0, 1)));
        int linkedBottom = Math.max(
                drawing.nodes().get(0).box().bottom(),
                drawing.nodes().get(1).box().bottom());
        assertThat(drawing.nodes().subList(2, 4)).allMatch(node -> node.box().y() > linkedBottom);
    }

    @Test
    void linksOfSeveralKindsAreOneLine() {
        Drawing drawing = ZoneDrawing.of(nodes(2), List.of(new MapLink(0, 1, "calls"), new MapLink(0, 1, "mounts")));
        assertThat(drawing.edges())
                .singleElement()
                .satisfies(edge -> assertThat(edge.kinds()).containsExactly("calls", "mounts"));
    }

    @Test
    void linesEndAtTheirAssets() {
        Drawing drawing = ZoneDrawing.of(nodes(3), List.of(link(0, 1), link(2, 1)));
        drawing.edges().forEach(edge -> {
            assertThat(touches(
                            drawing.nodes().get(edge.from()).box(),
                            edge.points().getFirst()))
                    .isTrue();
            assertThat(touches(
                            drawing.nodes().get(edge.to()).box(), edge.points().getLast()))
                    .isTrue();
        });
    }

    @Test
    void aLongChainIsNoRibbon() {
        var chain = IntStream.range(0, 29).mapToObj(i -> link(i, i + 1)).toList();
        Drawing drawing = ZoneDrawing.of(nodes(30), chain);
        assertThat(drawing.width()).isLessThan(4 * drawing.height());
    }

    @Test
    void aZoneWithTooManyLinksBecomesAGridWithoutLines() {
        var links = new ArrayList<MapLink>();
        for (int from = 0; from < 30; from++) {
            for (int to = 0; to < 30; to++) {
                if (from != to) {
                    links.add(link(from, to));
                }
            }
        }
        Drawing drawing = ZoneDrawing.of(nodes(30), links);
        assertThat(drawing.edges()).isEmpty();
        assertThat(drawing.nodes()).extracting(node -> node.box().y()).isSorted();
    }

    @Test
    void aZoneWithManyLinksForEachAssetBecomesAGridWithStraightLines() {
        var links = IntStream.range(0, 50)
                .boxed()
                .flatMap(from -> IntStream.rangeClosed(1, 4).mapToObj(step -> link(from, (from + 7 * step) % 50)))
                .toList();
        Drawing drawing = ZoneDrawing.of(nodes(50), links);
        assertThat(drawing.edges()).hasSize(200).allMatch(edge -> edge.points().size() == 2);
    }

    @Test
    void aZoneWithTooManyAssetsBecomesAGridWithStraightLines() {
        var links = IntStream.range(0, 299).mapToObj(i -> link(i, i + 1)).toList();
        Drawing drawing = ZoneDrawing.of(nodes(300), links);
        assertThat(drawing.edges()).hasSize(299).allMatch(edge -> edge.points().size() == 2);
        assertThat(drawing.nodes()).extracting(node -> node.box().y()).isSorted();
    }

    @Test
    void whatElkCannotLayOutIsReportedAsSuch() {
        assertThat(LayeredLayout.of(List.of(1), List.of(new Wire(1, 2, List.of("calls")))))
                .isEmpty();
    }

    private static List<Node> nodes(int count) {
        return IntStream.range(0, count)
                .mapToObj(asset -> new Node(asset, new Box(0, 0, 0, 0), List.of(), Tally.NONE))
                .toList();
    }

    private static MapLink link(int from, int to) {
        return new MapLink(from, to, "calls");
    }

    private static boolean touches(Box box, Point point) {
        return new Box(box.x() - 1, box.y() - 1, box.width() + 2, box.height() + 2)
                .contains(new Box(point.x(), point.y(), 0, 0));
    }
}
