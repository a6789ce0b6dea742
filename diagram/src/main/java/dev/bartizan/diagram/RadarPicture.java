package dev.bartizan.diagram;

import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.DomainScore;
import dev.bartizan.graph.ReadinessFacts.Point;
import dev.bartizan.graph.ReadinessFacts.Scorecard;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Readiness as a star of levels: an axis for each domain, a ring for each level, the newest stored assessment as a dashed line. The same facts give the same bytes. */
public final class RadarPicture {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 330;
    private static final int RADIUS = 125;
    private static final double HUNDREDTHS = 100;
    private static final double BESIDE = 1.1;
    private static final String STYLE = """
            .ring{fill:none;stroke:var(--line);stroke-width:1} .now{fill:var(--low);fill-opacity:.22;stroke:var(--low);stroke-width:2}
            .before{fill:none;stroke:var(--muted);stroke-width:1.6;stroke-dasharray:6 4} .domain{font-size:13px} .tick{font-size:11px;fill:var(--muted)}
            .left{text-anchor:start} .right{text-anchor:end} .centre{text-anchor:middle}
            """;

    private final Markup markup = new Markup();
    private final List<DomainScore> domains;
    private final Optional<Scorecard> before;

    private RadarPicture(ReadinessFacts facts) {
        domains = facts.platform().domains();
        before = facts.history().stream()
                .reduce((one, later) -> later)
                .map(Point::platform)
                .filter(card -> card.domains().size() == domains.size());
    }

    /** Empty when there are too few domains for a star. */
    public static Optional<String> svg(ReadinessFacts facts, Svg.Theme theme) {
        if (facts.platform().domains().size() < 3) {
            return Optional.empty();
        }
        var picture = new RadarPicture(facts);
        picture.draw(theme);
        return Optional.of(picture.markup.toString());
    }

    private void draw(Svg.Theme theme) {
        markup.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%\" height=\"%\" viewBox=\"0 0 % %\" role=\"img\" aria-label=\"%\">",
                WIDTH, HEIGHT, WIDTH, HEIGHT, "Level of readiness by domain, 0 to " + ReadinessFacts.HIGHEST);
        markup.add("<style>%</style>", SvgStyle.of(theme) + STYLE);
        for (int level = 1; level <= ReadinessFacts.HIGHEST; level++) {
            int ring = level;
            star("ring", domains.stream().map(domain -> (double) ring).toList());
        }
        for (int i = 0; i < domains.size(); i++) {
            markup.add(
                    "<path class=\"ring\" d=\"M% %L% %\"/>",
                    WIDTH / 2, HEIGHT / 2, x(i, ReadinessFacts.HIGHEST), y(i, ReadinessFacts.HIGHEST));
        }
        before.ifPresent(card -> star("before", levels(card.domains())));
        star("now", levels(domains));
        for (int level = 1; level <= ReadinessFacts.HIGHEST; level++) {
            text("tick left", WIDTH / 2 + 4, y(0, level) + 12, Integer.toString(level));
        }
        for (int i = 0; i < domains.size(); i++) {
            label(i);
        }
        markup.add("</svg>");
    }

    private static List<Double> levels(List<DomainScore> scores) {
        return scores.stream().map(domain -> domain.score() / HUNDREDTHS).toList();
    }

    private void star(String styleClass, List<Double> levels) {
        var path = new StringBuilder();
        for (int i = 0; i < levels.size(); i++) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(x(i, levels.get(i)))
                    .append(' ')
                    .append(y(i, levels.get(i)));
        }
        markup.add("<path class=\"%\" d=\"%\"/>", styleClass, path.append('Z'));
    }

    private void label(int i) {
        DomainScore domain = domains.get(i);
        int x = x(i, BESIDE * ReadinessFacts.HIGHEST);
        int y = y(i, BESIDE * ReadinessFacts.HIGHEST);
        boolean isMiddle = Math.abs(x - WIDTH / 2) < 10;
        boolean isLeft = x < WIDTH / 2;
        String words = domain.title() + String.format(Locale.ROOT, " %.2f", domain.score() / HUNDREDTHS);
        int room = isMiddle ? WIDTH : isLeft ? x : WIDTH - x;
        text(
                "domain " + (isMiddle ? "centre" : isLeft ? "right" : "left"),
                x,
                y + (y > HEIGHT / 2 + 10 ? 10 : y < HEIGHT / 2 - 10 ? 0 : 5),
                Label.fit(words, 14.5, room));
    }

    private int x(int axis, double level) {
        return WIDTH / 2 + (int) Math.round(reach(level) * StrictMath.sin(angle(axis)));
    }

    private int y(int axis, double level) {
        return HEIGHT / 2 - (int) Math.round(reach(level) * StrictMath.cos(angle(axis)));
    }

    private static double reach(double level) {
        return RADIUS * level / ReadinessFacts.HIGHEST;
    }

    private double angle(int axis) {
        return 2 * Math.PI * axis / domains.size();
    }

    private void text(String styleClass, int x, int y, String text) {
        markup.add("<text class=\"%\" x=\"%\" y=\"%\">%</text>", styleClass, x, y, text);
    }
}
