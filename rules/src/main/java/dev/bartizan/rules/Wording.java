package dev.bartizan.rules;

import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Redaction;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import java.util.List;
import java.util.stream.Collectors;

/** Says what was seen, in words a person can check against the file. */
final class Wording {
    private static final int LONGEST_VALUE = 80;
    private static final int MOST_ITEMS = 8;

    private static final List<String> WITHOUT_SAYING = List.of("container.", "object.", "pod.");
    private static final List<String> NAMES = List.of("name", "mountPath", "containerPort");

    private Wording() {}

    static String seen(String what, Node value) {
        return what + " is " + value(value);
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

    /** What people tell the items of a list apart by: a name, else the key or the position. */
    private static String item(Place place) {
        String step = place.pointer().substring(place.pointer().lastIndexOf('/') + 1);
        return NAMES.stream()
                .flatMap(name -> place.node().get(name).text().stream())
                .findFirst()
                .map(Wording::clipped)
                .orElse(step.replace("~1", "/").replace("~0", "~"));
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
        return redaction.isKnownDefault() ? "a published default credential" : "a secret in plain sight";
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
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
    }
}
