package dev.bartizan.report.document;

import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Form;
import dev.bartizan.report.document.Document.Shade;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A document as one page of XHTML that needs nothing else; for a browser, for a printer and as the source of the PDF. */
final class DocumentHtml {
    /** What a picture may take of a printed page, in millimetres. */
    private static final double WIDEST = 262;

    private static final double HIGHEST = 142;

    /** Of a small picture, how wide a pixel becomes at most. */
    private static final double LARGEST_PIXEL = 0.45;

    private final XMLStreamWriter xml;
    private final Form form;
    private final boolean isForScreen;
    private final List<String> pictures = new ArrayList<>();

    /**
     * The source of a PDF.
     *
     * @param pictures those that elements {@code object} name by number
     */
    record Printed(String html, List<String> pictures) {}

    private DocumentHtml(XMLStreamWriter xml, Form form, boolean isForScreen) {
        this.xml = xml;
        this.form = form;
        this.isForScreen = isForScreen;
    }

    /** For a browser: readers may have dark pages. */
    static String screen(Document document) {
        return written(document, true).html();
    }

    /** For paper, which has no dark pages. */
    static Printed printed(Document document) {
        return written(document, false);
    }

    private static Printed written(Document document, boolean isForScreen) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            var html = new DocumentHtml(xml, document.form(), isForScreen);
            html.write(document);
            xml.close();
            return new Printed(text.toString(), html.pictures);
        } catch (XMLStreamException neverIntoMemory) {
            throw new IllegalStateException(neverIntoMemory);
        }
    }

    private String style() {
        boolean areSlides = form == Form.SLIDES;
        return sheet("paper.css") + (areSlides ? sheet("slides.css") : "")
                + (isForScreen && areSlides ? sheet("screen.css") : "") + (isForScreen ? sheet("dark.css") : "");
    }

    private static String sheet(String name) {
        try (InputStream in = DocumentHtml.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the documents lack their part " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Document document) throws XMLStreamException {
        xml.writeDTD("<!DOCTYPE html>");
        xml.writeStartElement("html");
        xml.writeAttribute("lang", "en");
        xml.writeAttribute("xmlns", "http://www.w3.org/1999/xhtml");
        xml.writeStartElement("head");
        element("title", "", document.title() + ", " + document.subtitle());
        meta("viewport", "width=device-width, initial-scale=1");
        meta("color-scheme", isForScreen ? "light dark" : "light");
        xml.writeStartElement("style");
        xml.writeCharacters(style());
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("body");
        switch (document.form()) {
            case PAPER -> paper(document);
            case SLIDES -> slides(document);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void meta(String name, String content) throws XMLStreamException {
        xml.writeStartElement("meta");
        xml.writeAttribute("name", name);
        xml.writeAttribute("content", content);
        xml.writeEndElement();
    }

    private void paper(Document document) throws XMLStreamException {
        title(document);
        for (Chapter chapter : document.chapters()) {
            boolean isToSign = chapter.blocks().stream().anyMatch(Document.Signatures.class::isInstance);
            element("h2", isToSign ? "page" : "", chapter.heading());
            blocks(chapter);
        }
    }

    private void slides(Document document) throws XMLStreamException {
        boolean isFirst = true;
        for (Chapter chapter : document.chapters()) {
            begin("section", isFirst ? "slide first" : "slide");
            if (isFirst) {
                title(document);
            } else {
                element("h2", "", chapter.heading());
            }
            blocks(chapter);
            xml.writeEndElement();
            isFirst = false;
        }
    }

    private void title(Document document) throws XMLStreamException {
        element("h1", "", document.title());
        element("p", "about", document.subtitle());
        String seal = document.seal().isEmpty() ? "" : ", graph " + document.seal();
        element("p", "footing", document.title() + ", " + document.date() + seal);
    }

    private void blocks(Chapter chapter) throws XMLStreamException {
        for (Block block : chapter.blocks()) {
            block(block);
        }
    }

    private void block(Block block) throws XMLStreamException {
        switch (block) {
            case Document.Text(var text) -> element("p", "", text);
            case Document.Lead(var text) -> element("p", "lead", text);
            case Document.Note(var text) -> element("p", "note", text);
            case Document.Grid grid -> grid(grid.headings(), grid.rows(), "");
            case Document.Figures(var figures) -> figures(figures);
            case Document.Points(var points) -> points(points);
            case Document.Picture picture -> picture(picture);
            case Document.Lines(var count) -> {
                for (int i = 0; i < count; i++) {
                    element("div", "lines", "");
                }
            }
            case Document.Matrix matrix -> matrix(matrix);
            case Document.Blank(var headings, var rows) ->
                grid(headings, Collections.nCopies(rows, Collections.nCopies(headings.size(), "")), "sign");
            case Document.Signatures(var roles) ->
                grid(
                        List.of("Role", "Name", "Date", "Signature"),
                        roles.stream().map(role -> List.of(role, "", "", "")).toList(),
                        "sign");
        }
    }

    private void grid(List<String> headings, List<List<String>> rows, String type) throws XMLStreamException {
        begin("div", "grid");
        begin("table", type);
        columns(Room.columns(headings, rows));
        xml.writeStartElement("thead");
        xml.writeStartElement("tr");
        for (String heading : headings) {
            element("th", "", heading);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("tbody");
        for (List<String> row : rows) {
            xml.writeStartElement("tr");
            for (String cell : row) {
                element("td", "", cell);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void columns(List<Double> widths) throws XMLStreamException {
        for (double width : widths) {
            xml.writeStartElement("col");
            xml.writeAttribute("style", String.format(Locale.ROOT, "width:%.1f%%", width));
            xml.writeEndElement();
        }
    }

    private void figures(List<Document.Figure> figures) throws XMLStreamException {
        begin("table", "figures");
        xml.writeStartElement("tbody");
        xml.writeStartElement("tr");
        for (Document.Figure figure : figures) {
            xml.writeStartElement("td");
            element("span", "figure", figure.value());
            element("span", "figure-label", figure.label());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void points(List<Document.Point> points) throws XMLStreamException {
        begin("ul", "points");
        for (Document.Point point : points) {
            xml.writeStartElement("li");
            if (!point.mark().word().isEmpty()) {
                element("span", "mark " + point.mark().tone().word(), point.mark().word());
                xml.writeCharacters(" ");
            }
            xml.writeCharacters(legal(point.text()));
            for (String place : point.places()) {
                element("div", "places", place);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** On paper a picture is drawn line by line; in a browser it is an image, so that its names and colours stay its own. */
    private void picture(Document.Picture picture) throws XMLStreamException {
        double[] size = PictureDrawing.size(picture.svg());
        double pixel = Math.min(LARGEST_PIXEL, Math.min(WIDEST / size[0], HIGHEST / size[1]));
        begin("div", "sheet");
        if (isForScreen) {
            begin("img", "picture");
            xml.writeAttribute("alt", legal(picture.description()));
            xml.writeAttribute("width", Integer.toString((int) size[0]));
            xml.writeAttribute("height", Integer.toString((int) size[1]));
            xml.writeAttribute(
                    "src",
                    "data:image/svg+xml;base64,"
                            + Base64.getEncoder().encodeToString(picture.svg().getBytes(StandardCharsets.UTF_8)));
        } else {
            begin("object", "picture");
            xml.writeAttribute("data", Integer.toString(pictures.size()));
            xml.writeAttribute(
                    "style",
                    String.format(
                            Locale.ROOT, "width:%.1fmm;height:%.1fmm", size[0] * pixel, size[1] * pixel));
            pictures.add(picture.svg());
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void matrix(Document.Matrix matrix) throws XMLStreamException {
        begin("div", "sheet");
        begin("table", "matrix");
        xml.writeStartElement("tr");
        element("th", "row", "from / to");
        for (String name : matrix.names()) {
            element("th", "", name);
        }
        xml.writeEndElement();
        for (int row = 0; row < matrix.names().size(); row++) {
            xml.writeStartElement("tr");
            element("th", "row", matrix.names().get(row));
            for (Shade shade : matrix.cells().get(row)) {
                element("td", shade.name().toLowerCase(Locale.ROOT), shade.mark());
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        begin("p", "note");
        for (Shade shade : Shade.values()) {
            element("span", "key " + shade.name().toLowerCase(Locale.ROOT), shade.mark());
            xml.writeCharacters(" " + shade.meaning());
        }
        xml.writeEndElement();
    }

    private void begin(String name, String type) throws XMLStreamException {
        xml.writeStartElement(name);
        if (!type.isEmpty()) {
            xml.writeAttribute("class", type);
        }
    }

    private void element(String name, String type, String text) throws XMLStreamException {
        begin(name, type);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    /** What XML 1.0 cannot hold is shown as such. */
    private static String legal(String text) {
        var legal = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean isControl = Character.isISOControl(point) && point != '\n' && point != '\t';
            boolean isLone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            legal.appendCodePoint(isControl || isLone || point == 0xFFFE || point == 0xFFFF ? 0xFFFD : point);
        });
        return legal.toString();
    }
}
