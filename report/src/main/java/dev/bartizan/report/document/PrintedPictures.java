package dev.bartizan.report.document;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Shape;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Draws the pictures of a document where its elements {@code object} stand. */
final class PrintedPictures implements FSObjectDrawerFactory, FSObjectDrawer {
    private final List<String> pictures;
    private final Lettering letters = new Lettering();

    PrintedPictures(List<String> pictures) {
        this.pictures = List.copyOf(pictures);
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
        return this;
    }

    @Override
    public boolean isReplacedObject(Element element) {
        return element.getTagName().equals("object");
    }

    @Override
    public Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        var drawing = PictureDrawing.of(pictures.get(Integer.parseInt(element.getAttribute("data"))), letters);
        double pixelsWide = width / dotsPerPixel;
        double pixelsHigh = height / dotsPerPixel;
        device.drawWithGraphics(
                (float) x,
                (float) y,
                (float) pixelsWide,
                (float) pixelsHigh,
                graphics -> drawing.draw(graphics, pixelsWide, pixelsHigh));
        return Map.of();
    }
}
