package dev.bartizan.report.document;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a picture: what the attribute {@code d} of SVG 1.1 says, chapter 8.3, but for arcs, which our pictures have none of. */
final class PathData {
    private static final Pattern TOKEN = Pattern.compile("[a-zA-Z]|-?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)");

    private final List<String> tokens;
    private final Path2D.Double path = new Path2D.Double();
    private int next;
    private double x;
    private double y;
    private double controlX;
    private double controlY;

    private PathData(String data) {
        this.tokens = new ArrayList<>(
                TOKEN.matcher(data).results().map(match -> match.group()).toList());
    }

    static Path2D parse(String data) {
        var parsed = new PathData(data);
        parsed.run();
        return parsed.path;
    }

    private void run() {
        char command = 'M';
        while (next < tokens.size()) {
            if (Character.isLetter(tokens.get(next).charAt(0))) {
                command = tokens.get(next++).charAt(0);
            }
            boolean isRelative = Character.isLowerCase(command);
            step(Character.toUpperCase(command), isRelative ? x : 0, isRelative ? y : 0);
            if (command == 'M' || command == 'm') {
                command = isRelative ? 'l' : 'L';
            }
        }
    }

    private void step(char command, double originX, double originY) {
        switch (command) {
            case 'M' -> {
                to(originX + number(), originY + number());
                path.moveTo(x, y);
            }
            case 'L' -> line(originX + number(), originY + number());
            case 'H' -> line(originX + number(), y);
            case 'V' -> line(x, originY + number());
            case 'Q' -> {
                double bendX = originX + number();
                double bendY = originY + number();
                to(originX + number(), originY + number());
                path.quadTo(bendX, bendY, x, y);
            }
            case 'C' -> curve(originX + number(), originY + number(), originX, originY);
            case 'S' -> curve(2 * x - controlX, 2 * y - controlY, originX, originY);
            case 'Z' -> path.closePath();
            default -> throw new IllegalArgumentException("no such line: " + command);
        }
    }

    private void curve(double firstX, double firstY, double originX, double originY) {
        double secondX = originX + number();
        double secondY = originY + number();
        to(originX + number(), originY + number());
        path.curveTo(firstX, firstY, secondX, secondY, x, y);
        controlX = secondX;
        controlY = secondY;
    }

    private void line(double toX, double toY) {
        to(toX, toY);
        path.lineTo(x, y);
    }

    private void to(double toX, double toY) {
        x = toX;
        y = toY;
        controlX = toX;
        controlY = toY;
    }

    private double number() {
        return Double.parseDouble(tokens.get(next++));
    }
}
