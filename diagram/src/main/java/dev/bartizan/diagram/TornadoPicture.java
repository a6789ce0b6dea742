package dev.bartizan.diagram;

import dev.bartizan.graph.RiskFacts.Driver;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Which inputs move the expected loss most, as a picture: a bar for each from its low end to its high one, around the loss that is expected, longest first. The same
 * drivers give the same bytes.
 */
public final class TornadoPicture {
    private static final int WIDTH = 560;
    private static final int MARGIN = 14;
    private static final int TOP = 30;
    private static final int ROW = 46;
    private static final String STYLE = """
            .input{font-size:14px} .less{fill:var(--good)} .more{fill:var(--high)} .mean{stroke:var(--ink);stroke-width:1.6;}
            .end{font-size:13px;fill:var(--muted)} .centre{font-size:13px;text-anchor:middle} .left{text-anchor:start} .right{text-anchor:end}
            """;

    private final Markup markup = new Markup();
    private final List<Driver> drivers;
    private final double expected;
    private final DoubleFunction<String> words;

    private TornadoPicture(List<Driver> drivers, double expected, DoubleFunction<String> words) {
        this.drivers = drivers;
        this.expected = expected;
        this.words = words;
    }

    /**
     * @param drivers at least one, largest first
     * @param expected loss of a year, what the bars stand around
     * @param words how amounts are told; an empty text where none is to be told
     */
    public static String svg(List<Driver> drivers, double expected, DoubleFunction<String> words, Svg.Theme theme) {
        var picture = new TornadoPicture(List.copyOf(drivers), expected, words);
        picture.draw(theme);
        return picture.markup.toString();
    }

    private void draw(Svg.Theme theme) {
        int height = TOP + ROW * drivers.size() + 8;
        markup.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%\" height=\"%\" viewBox=\"0 0 % %\" role=\"img\" aria-label=\"%\">",
                WIDTH, height, WIDTH, height, "Which inputs move the expected loss most");
        markup.add("<style>%</style>", SvgStyle.of(theme) + STYLE);
        for (int i = 0; i < drivers.size(); i++) {
            driver(drivers.get(i), TOP + ROW * i);
        }
        int centre = x(expected);
        String named = words.apply(expected);
        String label = named.isEmpty() ? "as expected" : "expected " + named;
        int half = Label.width(label, 13) / 2;
        text("centre", Math.clamp(centre, MARGIN + half, WIDTH - MARGIN - half), TOP - 13, label);
        markup.add("</svg>");
    }

    private void driver(Driver driver, int y) {
        text("input", MARGIN, y + 15, Label.fit(driver.input(), 15.5, WIDTH - 2 * MARGIN));
        bar("less", driver.low(), expected, y + 21);
        bar("more", expected, driver.high(), y + 21);
        markup.add("<path class=\"mean\" d=\"M% %v22\"/>", x(expected), y + 18);
        String low = words.apply(driver.low());
        String high = words.apply(driver.high());
        if (!low.isEmpty()) {
            end("end right", x(driver.low()) - 5, y + 34, low, x(driver.low()) - 5 - Label.width(low, 13) >= 0);
            end("end left", x(driver.high()) + 5, y + 34, high, x(driver.high()) + 5 + Label.width(high, 13) <= WIDTH);
        }
    }

    private void end(String styleClass, int x, int y, String words, boolean hasRoom) {
        if (hasRoom) {
            text(styleClass, x, y, words);
        }
    }

    private void bar(String styleClass, double from, double to, int y) {
        int left = x(Math.min(from, to));
        int right = x(Math.max(from, to));
        markup.add(
                "<rect class=\"%\" x=\"%\" y=\"%\" width=\"%\" height=\"16\"/>",
                styleClass, left, y, Math.max(1, right - left));
    }

    private int x(double amount) {
        double least = drivers.stream().mapToDouble(Driver::low).reduce(expected, Math::min);
        double most = drivers.stream().mapToDouble(Driver::high).reduce(expected, Math::max);
        double share = most <= least ? 0.5 : (amount - least) / (most - least);
        boolean isNamed = !words.apply(expected).isEmpty();
        int room = isNamed ? 70 : MARGIN;
        return room + (int) Math.round(share * (WIDTH - 2 * room));
    }

    private void text(String styleClass, int x, int y, String text) {
        markup.add("<text class=\"%\" x=\"%\" y=\"%\">%</text>", styleClass, x, y, text);
    }
}
