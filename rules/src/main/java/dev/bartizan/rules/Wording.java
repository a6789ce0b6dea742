package dev.bartizan.rules;

import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Redaction;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what was seen, in words a person can check against the file. */
final class Wording {
    private static final int LONGEST_VALUE = 80;
    private static final int MOST_ITEMS = 8;
    private static final char DELETE = 0x7f;

    private static final List<String> WITHOUT_SAYING = List.of("container.", "object.", "pod.");
    private static final List<String> NAMES = List.of("name", "mountPath", "containerPort");

    /** Steps to a thing as a whole, which tell it apart from nothing. */
    private static final List<String> WHOLE = List.of("spec", "metadata");

    /** The kind of a value of a Kubernetes Secret: that it is one is no news, that it is here is. */
    private static final String OF_SECRET = "secret-data";

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private Wording() {}

    static String seen(String what, Node value) {
        return what + " is " + value(value);
    }

    /** Of a list that has this item. */
    static String holds(String list, Node item) {
        return list + " has " + (item.text("").equals("*") ? "* (all)" : value(item));
    }

    /** A path without the root that goes without saying, or with the name of the item that a quantifier is at. */
    static String path(Path path, Frame frame) {
        String text = path.text();
        for (String prefix : WITHOUT_SAYING) {
            if (text.startsWith(prefix)) {
                return text.substring(prefix.length());
            }
        }
        int end = text.indexOf('.');
        String item = item(frame.place(path.slot()));
        String root = (end < 0 ? text : text.substring(0, end)) + (item.isEmpty() ? "" : " " + item);
        return end < 0 ? root : root + ": " + text.substring(end + 1);
    }

    /**
     * What people tell things apart by: the name of an item, of an object or of who is meant, else the key or the position. A plain value in a
     * list is its own name.
     */
    private static String item(Place place) {
        String step = place.pointer().substring(place.pointer().lastIndexOf('/') + 1);
        if (place.node() instanceof Scalar && isPosition(step)) {
            return "";
        }
        return name(place.node())
                .map(Wording::clipped)
                .orElseGet(() ->
                        WHOLE.contains(step) ? "" : step.replace("~1", "/").replace("~0", "~"));
    }

    private static boolean isPosition(String step) {
        for (int i = 0; i < step.length(); i++) {
            if (step.charAt(i) < '0' || step.charAt(i) > '9') {
                return false;
            }
        }
        return !step.isEmpty();
    }

    private static Optional<String> name(Node node) {
        for (String key : NAMES) {
            Optional<String> name = node.get(key).text();
            if (name.isPresent()) {
                return name;
            }
        }
        return node.get("metadata").get("name").text();
    }

    private static String value(Node value) {
        return switch (value) {
            case Absent _ -> "not set";
            case Scalar scalar
            when scalar.redaction().isPresent() -> secret(scalar.redaction().get());
            case Scalar scalar when !scalar.hasValue() -> "null";
            case Scalar scalar -> scalar.raw().isEmpty() ? "empty" : clipped(scalar.raw());
            case Sequence sequence when sequence.size() == 0 -> "an empty list";
            case Sequence sequence -> list(sequence);
            case Mapping mapping -> mapping.size() == 0 ? "empty" : "set";
        };
    }

    private static String secret(Redaction redaction) {
        if (redaction.isKnownDefault()) {
            return "a published default credential";
        }
        return redaction.kind().equals(OF_SECRET) ? "written in the manifest" : "a secret in plain sight";
    }

    private static String list(Sequence sequence) {
        String items = sequence.items().stream()
                .limit(MOST_ITEMS)
                .map(item -> item instanceof Scalar ? value(item) : "…")
                .collect(Collectors.joining(", "));
        return "[" + items + (sequence.size() > MOST_ITEMS ? ", …" : "") + "]";
    }

    /** On one line and short: the text is the input's, and may be anything. */
    static String clipped(String text) {
        String line = hasControls(text) ? CONTROLS.matcher(text).replaceAll(" ") : text;
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
    }

    private static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == DELETE) {
                return true;
            }
        }
        return false;
    }
}
