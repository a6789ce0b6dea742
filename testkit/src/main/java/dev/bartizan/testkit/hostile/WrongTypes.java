package dev.bartizan.testkit.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Sound objects, each once for every key and every value that does not belong there. */
final class WrongTypes {
    private static final List<String> VALUES = List.of(
            "abc",
            "\"\"",
            "42",
            "-1",
            "1e999",
            "true",
            "~",
            "[]",
            "{}",
            "[abc]",
            "[[]]",
            "[~]",
            "{a: b}",
            "{a: {b: [c]}}",
            "!!binary AAAA");

    private WrongTypes() {}

    /** Some thousands of documents. */
    static String everywhere() {
        var documents = new StringBuilder();
        for (String object : objects().split("(?m)^---\n")) {
            List<String> lines =
                    object.lines().filter(line -> !line.startsWith("#")).toList();
            for (int index = 0; index < lines.size(); index++) {
                for (String value : VALUES) {
                    documents.append("---\n").append(variant(lines, index, value));
                }
            }
        }
        return documents.toString();
    }

    /** The object with this value at this line, and without what stood below the line. */
    private static String variant(List<String> lines, int changed, String value) {
        var document = new StringBuilder();
        String line = lines.get(changed);
        lines.subList(0, changed).forEach(before -> document.append(before).append('\n'));
        document.append(beforeValue(line)).append(' ').append(value).append('\n');
        int rest = changed + 1;
        while (rest < lines.size() && depth(lines.get(rest)) > depthOfKey(line)) {
            rest++;
        }
        lines.subList(rest, lines.size())
                .forEach(after -> document.append(after).append('\n'));
        return document.toString();
    }

    /** Up to the colon of the key, or up to the dash of an item that is a scalar. */
    private static String beforeValue(String line) {
        int colon = line.indexOf(": ");
        if (colon >= 0) {
            return line.substring(0, colon + 1);
        }
        return line.endsWith(":") ? line : line.substring(0, line.indexOf('-') + 1);
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** The key of a mapping in a list stands after the dash. */
    private static int depthOfKey(String line) {
        return depth(line) + (line.stripLeading().startsWith("- ") ? 2 : 0);
    }

    private static String objects() {
        try (InputStream resource =
                WrongTypes.class.getResourceAsStream("/dev/bartizan/testkit/hostile/objects.yaml")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
