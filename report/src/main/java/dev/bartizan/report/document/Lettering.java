package dev.bartizan.report.document;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The letters of pictures as shapes, of the font that the library brings: no font of the machine is asked for. */
final class Lettering {
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unit;

    Lettering() {
        try (InputStream in = BundledFonts.open()) {
            this.font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            this.glyphs = font.getUnicodeCmapLookup();
            this.unit = font.getUnitsPerEm();
        } catch (IOException neverFromAJar) {
            throw new UncheckedIOException(neverFromAJar);
        }
    }

    /** How far a text goes, at this size. */
    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size;
    }

    /** The outlines of a text whose base line begins at the origin; y grows downwards. */
    Shape outline(String text, double size) {
        var outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double at = 0;
        double scale = size / unit;
        for (int point : text.codePoints().toArray()) {
            outline.append(new AffineTransform(scale, 0, 0, -scale, at, 0).createTransformedShape(glyph(point)), false);
            at += advance(point) * size;
        }
        return outline;
    }

    private Shape glyph(int point) {
        try {
            GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(point));
            return glyph == null ? new Path2D.Double() : glyph.getPath();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private double advance(int point) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(point)) / unit;
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }
}
