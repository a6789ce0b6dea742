package dev.bartizan.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.AppetiteResult;
import dev.bartizan.graph.RiskFacts.AppetiteResult.Verdict;
import dev.bartizan.graph.RiskFacts.Curve;
import dev.bartizan.graph.RiskFacts.Curves;
import dev.bartizan.graph.RiskFacts.Point;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class LossCurvePictureTest {
    @Test
    void theCurvesTheirBandsAndWhatIsBorneAreDrawn() throws Exception {
        RiskFacts risks = facts(curve(4e6), curve(1e6), Optional.of(borne(new Point(2e6, 0.04), new Point(1e7, 0.01))));

        String svg = LossCurvePicture.svg(risks, Svg.Theme.AUTO).orElseThrow();

        var document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("path").getLength()).isGreaterThan(12);
        assertThat(svg)
                .contains(
                        "class=\"band-before\"",
                        "class=\"after\"",
                        "class=\"borne\"",
                        ">1 M<",
                        ">0.1 %<",
                        "loss of a year, EUR &lt;b&gt;")
                .doesNotContain("<b>");
        assertThat(LossCurvePicture.svg(risks, Svg.Theme.AUTO)).contains(svg);
    }

    @Test
    void withoutCurvesThereIsNoPicture() {
        assertThat(LossCurvePicture.svg(facts(Optional.empty(), Optional.empty()), Svg.Theme.LIGHT))
                .isEmpty();
    }

    @Test
    void whatIsAllUndecidedHasABandDownToNothing() {
        Curve open = new Curve(List.of(), List.of(), falling(1e6), 0, List.of(), 0);

        String svg = LossCurvePicture.svg(facts(open, open, Optional.empty()), Svg.Theme.LIGHT)
                .orElseThrow();

        assertThat(svg)
                .contains("class=\"band-after\" d=\"M66")
                .contains("L66 360Z")
                .doesNotContain("class=\"after\" d=\"M66 70L");
    }

    @Test
    void theAxesEndWhereAYearIsTooRare() {
        LossScale scale = LossScale.of(new Curves(curve(4e6), curve(1e6)), List.of(new Point(1e9, 0.0002)));

        assertThat(scale.mostLoss()).isEqualTo(9);
        assertThat(scale.leastLikely()).isEqualTo(-4);
        assertThat(scale.up(0.01)).isCloseTo(0.5, within(1e-12));
        assertThat(scale.inSight(falling(1e6)))
                .allSatisfy(point -> assertThat(point.probability()).isGreaterThanOrEqualTo(1e-4))
                .last()
                .satisfies(point -> assertThat(point.probability()).isEqualTo(1e-4));
    }

    @Test
    void amountsAndSharesAreRoundNumbers() {
        assertThat(IntStream.of(0, 3, 5, 6, 10).mapToObj(LossScale::amount))
                .containsExactly("1", "1 k", "100 k", "1 M", "10 bn");
        assertThat(IntStream.of(0, -1, -2, -3, -4).mapToObj(LossScale::share))
                .containsExactly("100 %", "10 %", "1 %", "0.1 %", "0.01 %");
    }

    private static Curve curve(double scale) {
        return new Curve(falling(scale), falling(scale / 3), falling(scale * 3), scale, List.of(), 1e-6);
    }

    /** An exponential tail. */
    private static List<Point> falling(double scale) {
        return IntStream.range(0, 40)
                .mapToObj(step -> Math.pow(10, 3 + step * 0.15))
                .map(loss -> new Point(loss, Math.exp(-loss / scale)))
                .toList();
    }

    private static AppetiteResult borne(Point... points) {
        return new AppetiteResult(Verdict.EXCEEDED, List.of(points), Optional.of(points[0]), 0.1, true, List.of());
    }

    private static RiskFacts facts(Curve inherent, Curve residual, Optional<AppetiteResult> appetite) {
        return facts(Optional.of(new Curves(inherent, residual)), appetite);
    }

    private static RiskFacts facts(Optional<Curves> curves, Optional<AppetiteResult> appetite) {
        return new RiskFacts("EUR <b>", List.of(), List.of(), curves, appetite, List.of(), List.of());
    }
}
