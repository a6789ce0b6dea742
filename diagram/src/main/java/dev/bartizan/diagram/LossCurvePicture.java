package dev.bartizan.diagram;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.AppetiteResult;
import dev.bartizan.graph.RiskFacts.Curve;
import dev.bartizan.graph.RiskFacts.Curves;
import dev.bartizan.graph.RiskFacts.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How likely a year's loss exceeds an amount, as a picture: without and with controls, each with its band, against what is borne. Both axes are logarithmic, so
 * that the rare large loss is seen. The same figures give the same bytes; the picture stands alone and its letters are still read at half its size.
 */
public final class LossCurvePicture {
    private static final int HEIGHT = 430;
    private static final LossPlot PLOT = new LossPlot(66, 70, 470, 290);
    private static final int WIDTH = PLOT.right() + 24;

    private static final String STYLE = """
            .grid{stroke:var(--line);stroke-width:1} .axis{fill:none;stroke:var(--muted);stroke-width:1.2}
            .tick{font-size:14px;fill:var(--muted)} .below{text-anchor:middle} .beside{text-anchor:end} .title{font-size:14px;text-anchor:middle}
            .band-before{fill:var(--wire);fill-opacity:.22} .band-after{fill:var(--low);fill-opacity:.28}
            .before{fill:none;stroke:var(--muted);stroke-width:2.2;stroke-dasharray:7 4} .after{fill:none;stroke:var(--low);stroke-width:3}
            .borne{fill:none;stroke:var(--critical);stroke-width:2;stroke-dasharray:2 3} .limit{fill:var(--critical)}
            .over{fill:none;stroke:var(--critical);stroke-width:2.4} .legend{font-size:14px}
            """;

    private final Markup markup = new Markup();
    private final LossScale scale;

    private LossCurvePicture(LossScale scale) {
        this.scale = scale;
    }

    /** Empty when there is no curve. */
    public static Optional<String> svg(RiskFacts risks, Svg.Theme theme) {
        return risks.curves().map(curves -> {
            var picture = new LossCurvePicture(LossScale.of(curves, tolerance(risks)));
            picture.draw(risks, curves, theme);
            return picture.markup.toString();
        });
    }

    private static List<Point> tolerance(RiskFacts risks) {
        return risks.appetite().map(AppetiteResult::tolerance).orElse(List.of());
    }

    private void draw(RiskFacts risks, Curves curves, Svg.Theme theme) {
        markup.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%\" height=\"%\" viewBox=\"0 0 % %\" role=\"img\" aria-label=\"%\">",
                WIDTH, HEIGHT, WIDTH, HEIGHT, "How likely a year's loss exceeds an amount, without and with controls");
        markup.add("<style>%</style>", SvgStyle.of(theme) + STYLE);
        axes(risks);
        band("band-before", curves.inherent());
        band("band-after", curves.residual());
        line("before", curves.inherent().points());
        line("after", curves.residual().points());
        appetite(risks);
        legend(!tolerance(risks).isEmpty());
        markup.add("</svg>");
    }

    private void axes(RiskFacts risks) {
        for (int decade = scale.leastLoss(); decade <= scale.mostLoss(); decade++) {
            int x = x(Math.pow(10, decade));
            markup.add("<path class=\"grid\" d=\"M% %V%\"/>", x, PLOT.top(), PLOT.bottom());
            text("tick below", x, PLOT.bottom() + 20, LossScale.amount(decade));
        }
        for (int decade = 0; decade >= scale.leastLikely(); decade--) {
            int y = y(Math.pow(10, decade));
            markup.add("<path class=\"grid\" d=\"M% %H%\"/>", PLOT.left(), y, PLOT.right());
            text("tick beside", PLOT.left() - 8, y + 5, LossScale.share(decade));
        }
        markup.add("<path class=\"axis\" d=\"M% %V%H%\"/>", PLOT.left(), PLOT.top(), PLOT.bottom(), PLOT.right());
        String unit = "loss of a year, " + risks.currency();
        text("title", PLOT.left() + PLOT.width() / 2, PLOT.bottom() + 44, Label.fit(unit, 14, PLOT.width()));
        if (!risks.isCalibrated()) {
            text(
                    "tick below",
                    PLOT.left() + PLOT.width() / 2,
                    PLOT.bottom() + 63,
                    "placeholders: read orders of magnitude, not amounts");
        }
    }

    /** Between the low and the high curve, up to the largest loss that was asked about. */
    private void band(String styleClass, Curve curve) {
        List<int[]> outline = new ArrayList<>(pixels(curve.high()));
        if (outline.isEmpty()) {
            return;
        }
        outline.add(new int[] {outline.getLast()[0], PLOT.bottom()});
        List<int[]> back = pixels(curve.low());
        outline.addAll(back.isEmpty() ? List.of(new int[] {PLOT.left(), PLOT.bottom()}) : back.reversed());
        markup.add("<path class=\"%\" d=\"%Z\"/>", styleClass, path(outline));
    }

    private void line(String styleClass, List<Point> points) {
        List<int[]> pixels = pixels(points);
        if (pixels.size() > 1) {
            markup.add("<path class=\"%\" d=\"%\"/>", styleClass, path(pixels));
        }
    }

    /** What is borne is stated at points: a mark at each, a thin line to lead the eye. */
    private void appetite(RiskFacts risks) {
        List<Point> tolerance = tolerance(risks);
        List<int[]> marks = tolerance.stream()
                .map(point -> new int[] {x(point.loss()), y(point.probability())})
                .toList();
        if (marks.size() > 1) {
            markup.add("<path class=\"borne\" d=\"%\"/>", path(marks));
        }
        marks.forEach(mark -> diamond("limit", mark[0], mark[1], 6));
        risks.appetite()
                .flatMap(AppetiteResult::crossing)
                .ifPresent(crossing -> diamond("over", x(crossing.loss()), y(crossing.probability()), 10));
    }

    private void diamond(String styleClass, int x, int y, int size) {
        markup.add(
                "<path class=\"%\" d=\"M% %L% %L% %L% %Z\"/>",
                styleClass, x, y - size, x + size, y, x, y + size, x - size, y);
    }

    private void legend(boolean isBorne) {
        int left = PLOT.left();
        int middle = PLOT.left() + 232;
        markup.add("<path class=\"before\" d=\"M% 18h30\"/>", left);
        text("legend", left + 38, 23, "without controls");
        markup.add("<path class=\"after\" d=\"M% 44h30\"/>", left);
        text("legend", left + 38, 49, "with the evidenced controls");
        markup.add("<rect class=\"band-after\" x=\"%\" y=\"37\" width=\"30\" height=\"14\"/>", middle + 40);
        text("legend", middle + 78, 49, "9 in 10 chance to lie here");
        if (isBorne) {
            diamond("limit", middle + 55, 18, 6);
            text("legend", middle + 78, 23, "what is borne at most");
        }
    }

    private void text(String styleClass, int x, int y, String text) {
        markup.add("<text class=\"%\" x=\"%\" y=\"%\">%</text>", styleClass, x, y, text);
    }

    private List<int[]> pixels(List<Point> points) {
        return scale.inSight(points).stream()
                .map(point -> new int[] {x(point.loss()), y(point.probability())})
                .toList();
    }

    private int x(double loss) {
        return PLOT.left() + (int) Math.round(scale.across(loss) * PLOT.width());
    }

    private int y(double probability) {
        return PLOT.bottom() - (int) Math.round(scale.up(probability) * PLOT.height());
    }

    private static String path(List<int[]> points) {
        var path = new StringBuilder();
        for (int[] point : points) {
            path.append(path.isEmpty() ? 'M' : 'L').append(point[0]).append(' ').append(point[1]);
        }
        return path.toString();
    }

    /** Where the curves are drawn, in pixels. */
    private record LossPlot(int left, int top, int width, int height) {
        int right() {
            return left + width;
        }

        int bottom() {
            return top + height;
        }
    }
}
