package dev.bartizan.exchange.tm7;

import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML that may be an attack: no document type, no entity of its own, nothing fetched, bounded in depth and in number of elements. */
final class XmlTree {
    private static final int DEEPEST = 100;
    private static final int MOST_ELEMENTS = 2_000_000;
    private static final String INSTANCE = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

    /** What came of it. */
    sealed interface Read {}

    record Ok(XmlElement root) implements Read {}

    record Failed(Problem problem) implements Read {}

    private final String file;
    private int elements;

    private XmlTree(String file) {
        this.file = file;
    }

    static Read read(String file, byte[] bytes) {
        return new XmlTree(file).read(bytes);
    }

    private Read read(byte[] bytes) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            javax.xml.stream.Location place = broken.getLocation();
            return new Failed(Problem.error(
                    "xml-broken",
                    "This is no well-formed XML, or has a document type, which is not read.",
                    "save the model again with the Threat Modeling Tool",
                    place == null ? Location.ofFile(file) : location(place, "")));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory;
    }

    private Read read(XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = new XmlElement("", "", true, Location.ofFile(file));
        open.push(root);
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement parent = open.element();
                    XmlElement element = element(reader, parent);
                    parent.add(element);
                    open.push(element);
                    if (open.size() > DEEPEST || ++elements > MOST_ELEMENTS) {
                        return new Failed(Problem.error(
                                "xml-too-large",
                                "The file nests deeper than " + DEEPEST + " or has more than " + MOST_ELEMENTS
                                        + " elements.",
                                "split the model",
                                element.location()));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.element().add(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return new Failed(Problem.error(
                            "xml-entity",
                            "The file has a document type or entities of its own, which are not read.",
                            "save the model again with the Threat Modeling Tool",
                            location(reader.getLocation(), "")));
                }
                default -> {}
            }
        }
        return new Ok(root.children().getFirst());
    }

    private XmlElement element(XMLStreamReader reader, XmlElement parent) {
        String name = reader.getLocalName();
        String type = attribute(reader, "type");
        return new XmlElement(
                name,
                type.substring(type.indexOf(':') + 1),
                attribute(reader, "nil").equals("true"),
                location(reader.getLocation(), parent.location().pointer() + "/" + name));
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(INSTANCE, name);
        return value == null ? "" : value;
    }

    private Location location(javax.xml.stream.Location place, String pointer) {
        return new Location(file, Math.max(1, place.getLineNumber()), Math.max(1, place.getColumnNumber()), pointer);
    }
}
