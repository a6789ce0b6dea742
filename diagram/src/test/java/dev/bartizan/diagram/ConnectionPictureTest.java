package dev.bartizan.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.diagram.ConnectionPicture.Arrow;
import dev.bartizan.diagram.ConnectionPicture.Node;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ConnectionPictureTest {
    private static final List<Node> NODES = List.of(
            new Node("a1", "a", "first", "Pod"),
            new Node("a2", "a", "second", ""),
            new Node("b1", "b", "third <&>", "Job"),
            new Node("b2", "b", "fourth", "Job"));

    @Test
    void whatEveryNodeOfABoxMayDoIsDrawnOnce() {
        GroupedArrows grouped = GroupedArrows.of(
                NODES,
                List.of(
                        arrow("a1", "b1", "TCP 80"),
                        arrow("a2", "b1", "TCP 80"),
                        arrow("a1", "b2", "TCP 80"),
                        arrow("a2", "b2", "TCP 80"),
                        arrow("a1", "a2", "all"),
                        arrow("a2", "a1", "all"),
                        arrow("b1", "a1", "TCP 1"),
                        arrow("b1", "a2", "TCP 1"),
                        arrow("b2", "a2", "TCP 2")));

        assertThat(grouped.arrows())
                .containsExactly(
                        arrow("group a", "group b", "TCP 80"),
                        arrow("b1", "group a", "TCP 1"),
                        arrow("b2", "a2", "TCP 2"));
        assertThat(grouped.heading("a")).contains("all");
        assertThat(grouped.heading("b")).isEmpty();
    }

    @Test
    void differentPortsAreDifferentArrows() {
        GroupedArrows grouped =
                GroupedArrows.of(NODES, List.of(arrow("a1", "b1", "TCP 80"), arrow("a2", "b1", "TCP 81")));

        assertThat(grouped.arrows()).containsExactly(arrow("a1", "b1", "TCP 80"), arrow("a2", "b1", "TCP 81"));
    }

    @Test
    void itIsAPictureWithBoxesNodesAndWords() throws Exception {
        String svg = svg(List.of(arrow("a1", "b1", "TCP 80"), new Arrow("b1", "a2", "UDP 53?", true)));
        Document document = parsed(svg);

        assertThat(document.getElementsByTagName("path").getLength()).isGreaterThanOrEqualTo(2);
        assertThat(svg)
                .contains(">first<", ">third &lt;&amp;&gt;<", ">TCP 80<", "stroke-dasharray=\"4 3\"", ">a<", ">b<")
                .doesNotContain("left out");
        assertThat(svg(List.of(arrow("a1", "b1", "TCP 80")))).isEqualTo(svg(List.of(arrow("a1", "b1", "TCP 80"))));
    }

    @Test
    void tooManyArrowsBecomeOneForEachPairOfBoxes() throws Exception {
        var nodes = new ArrayList<Node>();
        var arrows = new ArrayList<Arrow>();
        for (int i = 0; i < 12; i++) {
            nodes.add(new Node("a" + i, "a", "sender " + i, ""));
            nodes.add(new Node("b" + i, "b", "receiver " + i, ""));
            int from = i;
            IntStream.range(0, 12)
                    .filter(to -> to != from)
                    .forEach(to -> arrows.add(arrow("a" + from, "b" + to, "TCP " + (from + to))));
        }
        String svg = ConnectionPicture.svg("many", nodes, arrows, Svg.Theme.LIGHT);

        parsed(svg);
        assertThat(svg).contains(">132 pairs<", "too many arrows to follow");
    }

    @Test
    void noArrowsAreAPictureToo() throws Exception {
        parsed(svg(List.of()));
        parsed(ConnectionPicture.svg("nothing", List.of(), List.of(), Svg.Theme.DARK));
    }

    private static Arrow arrow(String from, String to, String label) {
        return new Arrow(from, to, label, false);
    }

    private static String svg(List<Arrow> arrows) {
        return ConnectionPicture.svg("Who can reach whom", NODES, arrows, Svg.Theme.LIGHT);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
