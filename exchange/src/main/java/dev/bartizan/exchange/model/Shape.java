package dev.bartizan.exchange.model;

import java.math.BigDecimal;

/** Where a diagram shows a part: the corner nearest to the origin, and its size, in the diagram's units. */
public record Shape(Ref part, double x, double y, double width, double height) {
    /** {@code 10 20.5 160 80 asset:web}. */
    public String written() {
        return plain(x) + " " + plain(y) + " " + plain(width) + " " + plain(height) + " " + part.written();
    }

    static Shape of(String written) {
        String[] words = written.split(" ", 5);
        return new Shape(
                Ref.of(words[4]),
                Double.parseDouble(words[0]),
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[3]));
    }

    public Shape with(Ref other) {
        return new Shape(other, x, y, width, height);
    }

    /** Whether the middle of the other lies within. */
    public boolean holds(Shape other) {
        double middleX = other.x + other.width / 2;
        double middleY = other.y + other.height / 2;
        return middleX >= x && middleX <= x + width && middleY >= y && middleY <= y + height;
    }

    public double area() {
        return width * height;
    }

    /** A number without a point where it needs none. */
    public static String plain(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(number));
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
