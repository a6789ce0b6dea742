package dev.bartizan.exchange.tm7;

import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An element of an XML file with its place; names without their namespaces, which the format does not need to tell elements apart. */
final class XmlElement {
    private final String name;
    private final String type;
    private final boolean isNil;
    private final Location location;
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean isRead;

    /**
     * @param type what the attribute {@code i:type} says, without its prefix
     * @param isNil whether the attribute {@code i:nil} says that there is no value
     */
    XmlElement(String name, String type, boolean isNil, Location location) {
        this.name = name;
        this.type = type;
        this.isNil = isNil;
        this.location = location;
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void add(String characters) {
        text.append(characters);
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    Location location() {
        return location;
    }

    /** Its own text; whoever asks for it has read it. */
    Optional<String> text() {
        isRead = true;
        return isNil || text.toString().isBlank() ? Optional.empty() : Optional.of(text.toString());
    }

    /** The text of the first child of this name, empty when there is none. */
    String text(String child) {
        return children(child).findFirst().flatMap(XmlElement::text).orElse("");
    }

    double number(String child) {
        try {
            double number = Double.parseDouble(text(child).strip());
            return Double.isFinite(number) ? number : 0;
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    boolean has(String child) {
        return children(child).findFirst().isPresent();
    }

    List<XmlElement> children() {
        return children;
    }

    Stream<XmlElement> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    /** Those at the end of this way down. */
    Stream<XmlElement> all(String... names) {
        Stream<XmlElement> found = Stream.of(this);
        for (String step : names) {
            found = found.flatMap(element -> element.children(step));
        }
        return found;
    }

    /** Says that it holds nothing about a system. */
    void skip() {
        isRead = true;
        children.forEach(XmlElement::skip);
    }

    /** The elements with a text that nobody asked for. */
    void unread(List<XmlElement> unread) {
        if (!isRead && !isNil && children.isEmpty() && !text.toString().isBlank()) {
            unread.add(this);
        }
        children.forEach(child -> child.unread(unread));
    }
}
