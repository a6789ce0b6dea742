package dev.bartizan.report.document;

import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Shade;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/** Writes the pieces of chapters into a page. */
final class BlockWriting {
    /** What a picture may take of a printed page, in millimetres. */
    private static final double WIDEST = 262;

    private static final double HIGHEST = 142;

    /** The same of an upright page, beside other things. */
    private static final double WIDEST_UPRIGHT = 150;

    private static final double HIGHEST_UPRIGHT = 118;

    /** Of a small picture, how wide a pixel becomes at most. */
    private static final double LARGEST_PIXEL = 0.45;

    private final PageXml page;
    private final boolean isForScreen;
    private final boolean isUpright;
    private final List<String> pictures = new ArrayList<>();

    BlockWriting(PageXml page, boolean isForScreen, Document.Form form) {
        this.page = page;
        this.isForScreen = isForScreen;
        this.isUpright = form == Document.Form.REPORT;
    }

    /** Those that elements {@code object} name by number; none on a screen. */
    List<String> pictures() {
        return pictures;
    }

    void block(Block block) throws XMLStreamException {
        switch (block) {
            case Document.Heading(var text) -> page.element("h3", "", text);
            case Document.Text(var text) -> page.element("p", "", text);
            case Document.Lead(var text) -> page.element("p", "lead", text);
            case Document.Note(var text) -> page.element("p", "note", text);
            case Document.Grid grid -> grid(grid.headings(), grid.rows(), "");
            case Document.Figures(var figures) -> figures(figures);
            case Document.Points(var points) -> points(points);
            case Document.Picture picture -> picture(picture);
            case Document.Lines(var count) -> {
                for (int i = 0; i < count; i++) {
                    page.element("div", "lines", "");
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
        page.begin("div", "grid");
        page.begin("table", type);
        columns(Room.columns(headings, rows));
        page.begin("thead", "");
        page.begin("tr", "");
        for (String heading : headings) {
            page.element("th", "", heading);
        }
        page.end();
        page.end();
        page.begin("tbody", "");
        for (List<String> row : rows) {
            page.begin("tr", "");
            for (String cell : row) {
                page.element("td", "", cell);
            }
            page.end();
        }
        page.end();
        page.end();
        page.end();
    }

    private void columns(List<Double> widths) throws XMLStreamException {
        for (double width : widths) {
            page.begin("col", "");
            page.attribute("style", String.format(Locale.ROOT, "width:%.1f%%", width));
            page.end();
        }
    }

    private void figures(List<Document.Figure> figures) throws XMLStreamException {
        page.begin("table", "figures");
        page.begin("tbody", "");
        page.begin("tr", "");
        for (Document.Figure figure : figures) {
            page.begin("td", "");
            page.element("span", "figure", figure.value());
            page.element("span", "figure-label", figure.label());
            page.end();
        }
        page.end();
        page.end();
        page.end();
    }

    private void points(List<Document.Point> points) throws XMLStreamException {
        page.begin("ul", "points");
        for (Document.Point point : points) {
            page.begin("li", "");
            if (!point.mark().word().isEmpty()) {
                page.element(
                        "span",
                        "mark " + point.mark().tone().word(),
                        point.mark().word());
                page.text(" ");
            }
            page.text(point.text());
            for (String place : point.places()) {
                page.element("div", "places", place);
            }
            page.end();
        }
        page.end();
    }

    /** On paper a picture is drawn line by line; in a browser it is an image, so that its names and colours stay its own. */
    private void picture(Document.Picture picture) throws XMLStreamException {
        double[] size = PictureDrawing.size(picture.svg());
        double pixel = Math.min(
                LARGEST_PIXEL,
                Math.min(
                        (isUpright ? WIDEST_UPRIGHT : WIDEST) / size[0],
                        (isUpright ? HIGHEST_UPRIGHT : HIGHEST) / size[1]));
        page.begin("div", "sheet");
        if (isForScreen) {
            page.begin("img", "picture");
            page.attribute("alt", picture.description());
            page.attribute("width", Integer.toString((int) size[0]));
            page.attribute("height", Integer.toString((int) size[1]));
            page.attribute(
                    "src",
                    "data:image/svg+xml;base64,"
                            + Base64.getEncoder().encodeToString(picture.svg().getBytes(StandardCharsets.UTF_8)));
        } else {
            page.begin("object", "picture");
            page.attribute("data", Integer.toString(pictures.size()));
            page.attribute(
                    "style",
                    String.format(Locale.ROOT, "width:%.1fmm;height:%.1fmm", size[0] * pixel, size[1] * pixel));
            pictures.add(picture.svg());
        }
        page.end();
        page.end();
    }

    private void matrix(Document.Matrix matrix) throws XMLStreamException {
        page.begin("div", "sheet");
        page.begin("table", "matrix");
        page.begin("tr", "");
        page.element("th", "row", "from / to");
        for (String name : matrix.names()) {
            page.element("th", "", name);
        }
        page.end();
        for (int row = 0; row < matrix.names().size(); row++) {
            page.begin("tr", "");
            page.element("th", "row", matrix.names().get(row));
            for (Shade shade : matrix.cells().get(row)) {
                page.element("td", shade.name().toLowerCase(Locale.ROOT), shade.mark());
            }
            page.end();
        }
        page.end();
        page.end();
        page.begin("p", "note");
        for (Shade shade : Shade.values()) {
            page.element("span", "key " + shade.name().toLowerCase(Locale.ROOT), shade.mark());
            page.text(" " + shade.meaning());
        }
        page.end();
    }
}
