package dev.bartizan.report.document;

import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Shade;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A document as one page of XHTML that needs nothing else; for a browser, for a printer and as the source of the PDF. */
final class DocumentHtml {
    private static final String STYLE = """
            @page { size: A4 landscape; margin: 16mm 14mm 18mm 14mm;
              @bottom-left { content: element(footing) }
              @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; color: #555 } }
            body { font-family: Helvetica, 'Liberation Sans', Arial, sans-serif; font-size: 10pt; color: #1b1f24; background: #fff; margin: 0 auto; max-width: 1200px; padding: 0 12px }
            h1 { font-size: 22pt; margin: 18pt 0 2pt 0 } h2 { font-size: 14pt; margin: 18pt 0 4pt 0; page-break-after: avoid }
            .about { color: #555; margin: 0 0 10pt 0 }
            table { border-collapse: collapse; width: 100%; margin: 4pt 0 10pt 0; -fs-table-paginate: paginate }
            h2.page { page-break-before: always }
            th, td { border: 0.5pt solid #c9ced6; padding: 3pt 5pt; text-align: left; vertical-align: top; word-wrap: break-word }
            th { background: #eef1f5; font-weight: bold } tr { page-break-inside: avoid } thead { display: table-header-group }
            .matrix td, .matrix th { text-align: center; font-size: 8pt; padding: 2pt } .matrix th.row { text-align: right }
            .nothing { background: #ffffff; color: #9aa3ae } .some { background: #cfe3f7 } .depends { background: #f3e3a8 } .all { background: #e7a08b }
            .sheet { overflow-x: auto } .sign td { height: 34pt } .seal { font-family: Courier, 'Liberation Sans', monospace; font-size: 9pt }
            .footing { position: running(footing); font-size: 8pt; color: #555 }
            """;

    private static final String DARK = """
            @media screen and (prefers-color-scheme: dark) {
              body { background: #14181d; color: #e6e9ee } th { background: #222932 } th, td { border-color: #3a434f } .about, .footing { color: #a8b1bd }
              .nothing { background: #14181d; color: #67717d } .some { background: #1f4467; color: #e6e9ee } .depends { background: #5d5018; color: #fff }
              .all { background: #7a3526; color: #fff } }
            """;

    private final XMLStreamWriter xml;

    private DocumentHtml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** @param isForScreen whether readers may have dark pages; a printer has not */
    static String of(Document document, boolean isForScreen) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new DocumentHtml(xml).write(document, isForScreen);
            xml.close();
        } catch (XMLStreamException neverIntoMemory) {
            throw new IllegalStateException(neverIntoMemory);
        }
        return text.toString();
    }

    private void write(Document document, boolean isForScreen) throws XMLStreamException {
        xml.writeDTD("<!DOCTYPE html>");
        xml.writeStartElement("html");
        xml.writeAttribute("lang", "en");
        xml.writeAttribute("xmlns", "http://www.w3.org/1999/xhtml");
        xml.writeStartElement("head");
        element("title", "", document.title());
        xml.writeStartElement("meta");
        xml.writeAttribute("name", "viewport");
        xml.writeAttribute("content", "width=device-width, initial-scale=1");
        xml.writeEndElement();
        xml.writeStartElement("style");
        xml.writeCharacters(isForScreen ? STYLE + DARK : STYLE);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("body");
        element("h1", "", document.title());
        element("p", "about", document.subtitle() + ", as of " + document.date());
        element("p", "footing", document.title() + ", " + document.date() + ", graph " + document.seal());
        for (Chapter chapter : document.chapters()) {
            boolean isToSign = chapter.blocks().stream().anyMatch(Document.Signatures.class::isInstance);
            element("h2", isToSign ? "page" : "", chapter.heading());
            for (Block block : chapter.blocks()) {
                block(block);
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void block(Block block) throws XMLStreamException {
        switch (block) {
            case Document.Text(var text) -> element("p", "", text);
            case Document.Grid grid -> grid(grid.headings(), grid.rows(), "");
            case Document.Matrix matrix -> matrix(matrix);
            case Document.Signatures(var roles) ->
                grid(
                        List.of("Role", "Name", "Date", "Signature"),
                        roles.stream().map(role -> List.of(role, "", "", "")).toList(),
                        "sign");
        }
    }

    private void grid(List<String> headings, List<List<String>> rows, String type) throws XMLStreamException {
        begin("table", type);
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
        for (Shade shade : Shade.values()) {
            element("span", shade.name().toLowerCase(Locale.ROOT), " " + shade.mark() + " ");
            xml.writeCharacters(" " + shade.meaning() + "   ");
        }
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
