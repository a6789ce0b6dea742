package dev.bartizan.source;

import dev.bartizan.source.secrets.Clip;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One run of {@link StrictReader}; collects what is wrong on the way. */
final class RecordReading {
    private final List<Problem> problems;
    private final ScalarReading scalars;

    RecordReading(List<Problem> problems) {
        this.problems = problems;
        this.scalars = new ScalarReading(problems);
    }

    /** The record, or empty after at least one problem was noted. */
    Optional<Object> record(Node node, String pointer, Class<?> type) {
        if (!(node instanceof Mapping mapping)) {
            wrongType(node, pointer, "a mapping");
            return Optional.empty();
        }
        RecordShape shape = RecordShape.of(type);
        reportUnknownKeys(mapping, pointer, shape);
        var arguments = new ArrayList<Object>();
        for (RecordShape.Component component : shape.components()) {
            component(mapping, pointer, component).ifPresent(arguments::add);
        }
        return arguments.size() == shape.components().size()
                ? construct(shape, arguments, mapping, pointer)
                : Optional.empty();
    }

    private void reportUnknownKeys(Mapping mapping, String pointer, RecordShape shape) {
        List<String> allowed = shape.keys();
        for (int i = 0; i < mapping.size(); i++) {
            String key = mapping.key(i);
            if (!allowed.contains(key)) {
                problems.add(Problem.error(
                        "unknown-key",
                        "Unknown key '" + Clip.of(key) + "'" + Spelling.suggestion(key, allowed),
                        "allowed here: " + String.join(", ", allowed),
                        mapping.keyLocation(i, Pointer.child(pointer, Clip.of(key)))));
            }
        }
    }

    private Optional<Object> component(Mapping mapping, String pointer, RecordShape.Component component) {
        if (!component.isKey()) {
            return Optional.of(mapping.location(pointer));
        }
        Node node = mapping.get(component.key());
        String place = Pointer.child(pointer, component.key());
        if (node.hasValue()) {
            return required(value(node, place, component.type()), node, place, component);
        }
        if (component.otherwise().isPresent()) {
            return scalars.defaultOf(component.otherwise().get(), component.type());
        }
        Optional<Object> empty = component.required() ? Optional.empty() : emptyOf(node, component.type());
        if (empty.isEmpty()) {
            problems.add(Problem.error(
                    "missing-key",
                    "The key '" + component.key() + "' is missing.",
                    "add it: it is required",
                    node instanceof Absent ? mapping.location(pointer) : node.location(place)));
        }
        return empty;
    }

    private Optional<Object> required(
            Optional<Object> value, Node node, String place, RecordShape.Component component) {
        boolean empty = switch (node) {
            case Sequence sequence -> sequence.size() == 0;
            case Mapping mapping -> mapping.size() == 0;
            case Scalar _, Absent _ -> false;
        };
        if (component.required() && empty) {
            problems.add(Problem.error(
                    "missing-value",
                    "'" + component.key() + "' must not be empty.",
                    "add at least one entry",
                    node.location(place)));
            return Optional.empty();
        }
        return value;
    }

    private static Optional<Object> emptyOf(Node node, Type type) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return Optional.of(Optional.empty());
        }
        if (raw == List.class) {
            return Optional.of(List.of());
        }
        if (raw == SortedMap.class) {
            return Optional.of(Collections.emptySortedMap());
        }
        return raw == Node.class ? Optional.of(node) : Optional.empty();
    }

    private Optional<Object> value(Node node, String pointer, Type type) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return value(node, pointer, argument(type, 0)).map(value -> (Object) Optional.of(value));
        }
        if (raw == List.class) {
            return list(node, pointer, argument(type, 0));
        }
        if (raw == SortedMap.class) {
            return map(node, pointer, argument(type, 1));
        }
        if (raw == Node.class) {
            return Optional.of(node);
        }
        return raw.isRecord()
                ? record(node, pointer, raw)
                : scalars.read(
                        node, pointer, MethodType.methodType(raw).unwrap().returnType());
    }

    private Optional<Object> list(Node node, String pointer, Type itemType) {
        if (!(node instanceof Sequence sequence)) {
            return wrongType(node, pointer, "a list");
        }
        var items = new ArrayList<Object>();
        for (int i = 0; i < sequence.size(); i++) {
            value(sequence.get(i), Pointer.child(pointer, i), itemType).ifPresent(items::add);
        }
        return items.size() == sequence.size() ? Optional.of(List.copyOf(items)) : Optional.empty();
    }

    private Optional<Object> map(Node node, String pointer, Type valueType) {
        if (!(node instanceof Mapping mapping)) {
            return wrongType(node, pointer, "a mapping");
        }
        var entries = new TreeMap<String, Object>();
        for (int i = 0; i < mapping.size(); i++) {
            String key = mapping.key(i);
            value(mapping.value(i), Pointer.child(pointer, key), valueType).ifPresent(value -> entries.put(key, value));
        }
        return entries.size() == mapping.size()
                ? Optional.of(Collections.unmodifiableSortedMap(entries))
                : Optional.empty();
    }

    private Optional<Object> construct(RecordShape shape, List<Object> arguments, Mapping mapping, String pointer) {
        try {
            return Optional.of(shape.constructor().newInstance(arguments.toArray()));
        } catch (InvocationTargetException exception) {
            if (exception.getCause() instanceof IllegalArgumentException refusal) {
                problems.add(Problem.error(
                        "invalid-value",
                        String.valueOf(refusal.getMessage()),
                        "correct the value",
                        mapping.location(pointer)));
                return Optional.empty();
            }
            throw new IllegalStateException(
                    "the constructor of " + shape.constructor() + " failed", exception.getCause());
        } catch (ReflectiveOperationException exception) {
            throw new IllegalStateException("cannot construct " + shape.constructor(), exception);
        }
    }

    private Optional<Object> wrongType(Node node, String pointer, String wanted) {
        problems.add(ScalarReading.wrongType(node, pointer, wanted));
        return Optional.empty();
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
