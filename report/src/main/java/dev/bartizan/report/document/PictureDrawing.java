package dev.bartizan.report.document;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A picture of module {@code diagram} drawn onto paper. It knows what those pictures are made of, not all of SVG. */
final class PictureDrawing {
    private static final Pattern TRANSFORM = Pattern.compile("(translate|rotate)\\((-?[0-9.]+)(?: (-?[0-9.]+))?\\)");
    private static final float ARROW = 7;
    private static final float BOLD = 0.045f;

    private final Element root;
    private final PictureStyle style;
    private final Map<String, Element> named = new HashMap<>();
    private final Lettering letters;

    private PictureDrawing(Element root, Lettering letters) {
        this.root = root;
        this.letters = letters;
        this.style = new PictureStyle(root.getElementsByTagName("style").item(0).getTextContent());
    }

    /** @param svg of this house: anything else is a bug */
    static PictureDrawing of(String svg, Lettering letters) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
            return new PictureDrawing(root, letters);
        } catch (ParserConfigurationException | SAXException | IOException bug) {
            throw new IllegalArgumentException("a picture of ours is XML", bug);
        }
    }

    /** In CSS pixels. */
    static double[] size(String svg) {
        Matcher matcher =
                Pattern.compile("width=\"([0-9]+)\" height=\"([0-9]+)\"").matcher(svg);
        if (!matcher.find()) {
            throw new IllegalArgumentException("a picture has a size");
        }
        return new double[] {Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))};
    }

    /** Draws it as large as fits, at the origin. */
    void draw(Graphics2D graphics, double width, double height) {
        double scale = Math.min(width / number(root, "width"), height / number(root, "height"));
        graphics.scale(scale, scale);
        children(root, graphics);
    }

    private void children(Element parent, Graphics2D graphics) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                element(element, graphics);
            }
        }
    }

    private void element(Element element, Graphics2D graphics) {
        AffineTransform before = graphics.getTransform();
        transform(element.getAttribute("transform"), graphics);
        switch (element.getTagName()) {
            case "g" -> children(element, graphics);
            case "defs" -> remember(element);
            case "rect" -> paint(rectangle(element), element, graphics);
            case "path" -> {
                Path2D path = PathData.parse(element.getAttribute("d"));
                paint(path, element, graphics);
                arrow(path, element, graphics);
            }
            case "use" -> {
                graphics.translate(number(element, "x"), number(element, "y"));
                Optional.ofNullable(named.get(element.getAttribute("href")))
                        .ifPresent(meant -> paint(PathData.parse(meant.getAttribute("d")), element, graphics));
            }
            case "text" -> text(element, graphics);
            case String _ -> {
                // The style sheet was read before.
            }
        }
        graphics.setTransform(before);
    }

    private void remember(Element definitions) {
        for (Node child = definitions.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                named.put("#" + element.getAttribute("id"), element);
            }
        }
    }

    private static void transform(String written, Graphics2D graphics) {
        Matcher matcher = TRANSFORM.matcher(written);
        while (matcher.find()) {
            double first = Double.parseDouble(matcher.group(2));
            if (matcher.group(1).equals("rotate")) {
                graphics.rotate(Math.toRadians(first));
            } else {
                graphics.translate(first, matcher.group(3) == null ? 0 : Double.parseDouble(matcher.group(3)));
            }
        }
    }

    private static Shape rectangle(Element element) {
        double round = 2 * number(element, "rx");
        return new RoundRectangle2D.Double(
                number(element, "x"),
                number(element, "y"),
                number(element, "width"),
                number(element, "height"),
                round,
                round);
    }

    private void paint(Shape shape, Element element, Graphics2D graphics) {
        PictureStyle.Properties properties = style.of(element.getTagName(), element.getAttribute("class"));
        double opacity = properties.number("opacity", 1);
        properties
                .colour("fill", "#000000", opacity * properties.number("fill-opacity", 1))
                .ifPresent(colour -> {
                    graphics.setColor(colour);
                    graphics.fill(shape);
                });
        properties
                .colour("stroke", "none", opacity * properties.number("stroke-opacity", 1))
                .ifPresent(colour -> {
                    graphics.setColor(colour);
                    graphics.setStroke(stroke(element, properties));
                    graphics.draw(shape);
                });
    }

    private static BasicStroke stroke(Element element, PictureStyle.Properties properties) {
        float width = (float) properties.number("stroke-width", 1);
        String dashes = element.hasAttribute("stroke-dasharray")
                ? element.getAttribute("stroke-dasharray")
                : properties.text("stroke-dasharray").orElse("");
        if (dashes.isEmpty()) {
            return new BasicStroke(width);
        }
        String[] parts = dashes.split(" ", -1);
        float[] lengths = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            lengths[i] = Float.parseFloat(parts[i]);
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, lengths, 0);
    }

    /** The head at the end of a line, in the line's colour. */
    private void arrow(Path2D path, Element element, Graphics2D graphics) {
        if (element.getAttribute("marker-end").isEmpty()) {
            return;
        }
        PictureStyle.Properties properties = style.of("path", element.getAttribute("class"));
        var points = new double[6];
        double fromX = 0;
        double fromY = 0;
        double x = 0;
        double y = 0;
        for (PathIterator each = path.getPathIterator(null); !each.isDone(); each.next()) {
            int kind = each.currentSegment(points);
            int last = kind == PathIterator.SEG_QUADTO ? 2 : kind == PathIterator.SEG_CUBICTO ? 4 : 0;
            fromX = last == 0 ? x : points[last - 2];
            fromY = last == 0 ? y : points[last - 1];
            x = points[last];
            y = points[last + 1];
        }
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(Math.atan2(y - fromY, x - fromX));
        double size = Math.max(1, properties.number("stroke-width", 1) * 0.8);
        graphics.scale(size, size);
        var head = new Path2D.Double();
        head.moveTo(-ARROW, -3);
        head.lineTo(0, 0);
        head.lineTo(-ARROW, 3);
        head.closePath();
        properties.colour("stroke", "#000000", 1).ifPresent(graphics::setColor);
        graphics.fill(head);
        graphics.setTransform(before);
    }

    private void text(Element element, Graphics2D graphics) {
        PictureStyle.Properties properties = style.of("text", element.getAttribute("class"));
        double size = properties.number("font-size", 12);
        String words = element.getTextContent();
        double shift = letters.width(words, size)
                * before(properties.text("text-anchor").orElse("start"));
        graphics.translate(number(element, "x") - shift, number(element, "y"));
        Shape outline = letters.outline(words, size);
        properties.colour("fill", "#000000", 1).ifPresent(graphics::setColor);
        graphics.fill(outline);
        if (properties.number("font-weight", 400) >= 600) {
            graphics.setStroke(new BasicStroke((float) size * BOLD));
            graphics.draw(outline);
        }
    }

    /** The share of a text that stands before its point. */
    private static double before(String anchor) {
        return switch (anchor) {
            case "middle" -> 0.5;
            case "end" -> 1;
            case String _ -> 0;
        };
    }

    private static double number(Element element, String name) {
        String value = element.getAttribute(name);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }
}
