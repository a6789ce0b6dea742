package dev.bartizan.exchange.tree;

import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tree of JSON values. Two are equal when they mean the same: the order of keys does not count, and {@code 1.0} is {@code 1}. */
public sealed interface Json {
    /** A text. */
    record Text(String value) implements Json {}

    /**
     * A number in its shortest form; equal numbers have equal forms.
     *
     * @param text {@code 12}, {@code 0.5}, {@code 1E+30}
     */
    record Numeral(String text) implements Json {}

    /** True or false. */
    record Flag(boolean value) implements Json {}

    /** Nothing, written down. */
    record Null() implements Json {}

    /** A list. */
    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** An object, its keys in the order to write them in. */
    record Entries(Map<String, Json> values) implements Json {
        public Entries {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        public Optional<Json> get(String key) {
            return Optional.ofNullable(values.get(key));
        }
    }

    static Json text(String value) {
        return new Text(value);
    }

    static Json number(long value) {
        return new Numeral(Long.toString(value));
    }

    /** The number that a text spells; the text itself when it spells none. */
    static Json number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            boolean isPlain = shortest.scale() > -20 && shortest.scale() < 40;
            return new Numeral(isPlain ? shortest.toPlainString() : shortest.toString());
        } catch (NumberFormatException noNumber) {
            return new Text(text);
        }
    }

    static Json flag(boolean value) {
        return new Flag(value);
    }

    static Json texts(Collection<String> values) {
        return new Items(values.stream().map(Json::text).toList());
    }

    static Json items(List<Json> values) {
        return new Items(values);
    }

    /** Starts an object. */
    static Fields object() {
        return new Fields();
    }

    /** The tree that was read, aliases written out, secrets masked. */
    static Json of(Node node) {
        return switch (node) {
            case Mapping mapping -> {
                var entries = new LinkedHashMap<String, Json>();
                for (int i = 0; i < mapping.size(); i++) {
                    entries.put(mapping.key(i), of(mapping.value(i)));
                }
                yield new Entries(entries);
            }
            case Sequence sequence ->
                new Items(sequence.items().stream().map(Json::of).toList());
            case Scalar scalar -> ofScalar(scalar);
            case Absent _ -> new Null();
        };
    }

    private static Json ofScalar(Scalar scalar) {
        return switch (scalar.type()) {
            case STRING -> new Text(scalar.raw());
            case NULL -> new Null();
            case BOOLEAN -> new Flag(scalar.isTrue());
            case INTEGER -> scalar.integer().map(value -> number(value)).orElseGet(() -> number(scalar.raw()));
            case FLOAT -> number(scalar.raw().replace("_", ""));
        };
    }

    /** An object that is being put together; what is empty is left out unless it is asked for. */
    final class Fields {
        private final Map<String, Json> values = new LinkedHashMap<>();

        private Fields() {}

        public Fields put(String key, Json value) {
            values.put(key, value);
            return this;
        }

        public Fields put(String key, String value) {
            return put(key, new Text(value));
        }

        /** Only if it is not empty. */
        public Fields text(String key, String value) {
            return value.isEmpty() ? this : put(key, value);
        }

        public Fields text(String key, Optional<String> value) {
            value.ifPresent(present -> put(key, present));
            return this;
        }

        public Fields flag(String key, Optional<Boolean> value) {
            value.ifPresent(present -> put(key, new Flag(present)));
            return this;
        }

        /** Only if it is not empty. */
        public Fields texts(String key, Collection<String> value) {
            return value.isEmpty() ? this : put(key, Json.texts(value));
        }

        /** Only if it is not empty. */
        public Fields items(String key, List<Json> value) {
            return value.isEmpty() ? this : put(key, new Items(value));
        }

        /** Only if it is not empty. */
        public Fields entries(String key, Map<String, ? extends Json> value) {
            return value.isEmpty() ? this : put(key, new Entries(new LinkedHashMap<>(value)));
        }

        /** Texts by key, only if there are some. */
        public Fields textsByKey(String key, Map<String, String> value) {
            var entries = new LinkedHashMap<String, Json>();
            value.forEach((name, text) -> entries.put(name, new Text(text)));
            return entries(key, entries);
        }

        public boolean has(String key) {
            return values.containsKey(key);
        }

        public boolean isEmpty() {
            return values.isEmpty();
        }

        public Entries end() {
            return new Entries(values);
        }
    }

    /** The values of a list, or none. */
    default List<Json> list() {
        return this instanceof Items items ? items.values() : List.of();
    }
}
