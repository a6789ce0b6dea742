package dev.bartizan.report.document;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements of a page, and text in them that stays text whatever the input holds. */
record PageXml(XMLStreamWriter xml) {
    void begin(String name, String type) throws XMLStreamException {
        xml.writeStartElement(name);
        if (!type.isEmpty()) {
            attribute("class", type);
        }
    }

    void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    void text(String text) throws XMLStreamException {
        xml.writeCharacters(legal(text));
    }

    void element(String name, String type, String text) throws XMLStreamException {
        begin(name, type);
        text(text);
        end();
    }

    void end() throws XMLStreamException {
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
