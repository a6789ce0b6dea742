package dev.bartizan.source;

import dev.bartizan.source.secrets.Clip;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads single values for {@link StrictReader}. */
final class ScalarReading {
    private final List<Problem> problems;

    ScalarReading(List<Problem> problems) {
        this.problems = problems;
    }

    Optional<Object> read(Node node, String pointer, Class<?> type) {
        if (!(node instanceof Scalar scalar) || !scalar.hasValue()) {
            problems.add(wrongType(node, pointer, wanted(type)));
            return Optional.empty();
        }
        if (type.isEnum()) {
            return word(scalar, pointer, type);
        }
        Optional<Object> value = convert(scalar, type);
        if (value.isEmpty()) {
            problems.add(wrongType(node, pointer, wanted(type)));
        }
        return value;
    }

    /** The text of a {@link Default}, which a developer wrote: a wrong one is a bug. */
    Optional<Object> defaultOf(String text, Type type) {
        var scalar = new Scalar(SourceFile.unread("default"), text, 0, 0, Scalar.Style.PLAIN);
        Class<?> raw = (Class<?>) type;
        Optional<Object> value = raw.isEnum() ? constant(scalar.raw(), raw) : convert(scalar, raw);
        if (value.isEmpty()) {
            throw new IllegalStateException("the default '" + text + "' is not " + wanted(raw));
        }
        return value;
    }

    private static Optional<Object> convert(Scalar scalar, Class<?> type) {
        if (type == String.class) {
            return Optional.of(scalar.raw());
        }
        if (type == int.class) {
            return scalar.integer().filter(value -> value == value.intValue()).map(Long::intValue);
        }
        if (type == long.class) {
            return scalar.integer().map(value -> value);
        }
        if (type == double.class || type == Double.class) {
            return number(scalar);
        }
        if (type == boolean.class) {
            return scalar.type() == ScalarType.BOOLEAN ? Optional.of(scalar.isTrue()) : Optional.empty();
        }
        if (type == LocalDate.class) {
            return date(scalar);
        }
        throw new IllegalStateException("the strict reader knows no component of " + type);
    }

    private static Optional<Object> number(Scalar scalar) {
        return switch (scalar.type()) {
            case INTEGER -> scalar.integer().map(Long::doubleValue);
            case FLOAT ->
                NumberResolution.decimal(scalar.raw()).filter(Double::isFinite).map(value -> value);
            case STRING, NULL, BOOLEAN -> Optional.empty();
        };
    }

    private static Optional<Object> date(Scalar scalar) {
        try {
            return Optional.of(LocalDate.parse(scalar.raw()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private Optional<Object> word(Scalar scalar, String pointer, Class<?> type) {
        Optional<Object> constant = constant(scalar.raw(), type);
        if (constant.isEmpty()) {
            List<String> allowed = words(type);
            problems.add(Problem.error(
                    "unknown-word",
                    "Unknown word '" + Clip.of(scalar.raw()) + "'" + Spelling.suggestion(scalar.raw(), allowed),
                    "allowed here: " + String.join(", ", allowed),
                    scalar.location(pointer)));
        }
        return constant;
    }

    private static Optional<Object> constant(String word, Class<?> type) {
        return Arrays.stream(constants(type))
                .filter(constant -> RecordShape.word(constant).equals(word))
                .findFirst()
                .map(constant -> constant);
    }

    private static List<String> words(Class<?> type) {
        return Arrays.stream(constants(type)).map(RecordShape::word).toList();
    }

    private static Enum<?>[] constants(Class<?> type) {
        return (Enum<?>[]) type.getEnumConstants();
    }

    static Problem wrongType(Node node, String pointer, String wanted) {
        String found = switch (node) {
            case Mapping _ -> "a mapping";
            case Sequence _ -> "a list";
            case Absent _ -> "nothing";
            case Scalar scalar ->
                switch (scalar.type()) {
                    case STRING -> "a string";
                    case NULL -> "nothing";
                    case BOOLEAN -> "true or false";
                    case INTEGER -> "a whole number";
                    case FLOAT -> "a number";
                };
        };
        return Problem.error(
                "wrong-type",
                "This is " + found + ", but must be " + wanted + ".",
                "write " + wanted,
                node.location(pointer));
    }

    private static String wanted(Class<?> type) {
        if (type == int.class || type == long.class) {
            return type == int.class ? "a whole number of at most 32 bits" : "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-01-31";
        }
        return type.isEnum() ? "one of " + String.join(", ", words(type)) : "a string";
    }
}
