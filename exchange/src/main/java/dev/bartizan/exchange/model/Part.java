package dev.bartizan.exchange.model;

import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing of a threat model and all that is said of it. Every statement is a field with its values, so that two models can be compared statement by
 * statement and none is forgotten.
 *
 * @param id unique among the parts of its kind
 * @param location where it was read
 * @param values by field; a field without values is absent
 * @param attributes what has no field but a name and a value
 */
public record Part(
        Kind kind,
        String id,
        Location location,
        Map<Field, List<String>> values,
        SortedMap<String, String> attributes) {
    /** What notes begin with among the attributes. */
    private static final String NOTE = ".";

    public Part {
        var copy = new EnumMap<Field, List<String>>(Field.class);
        values.forEach((field, list) -> {
            if (!list.isEmpty()) {
                copy.put(field, List.copyOf(list));
            }
        });
        values = Collections.unmodifiableMap(copy);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** What a reader noted. */
    public Optional<String> note(String name) {
        return attribute(NOTE + name);
    }

    /** Starts one. */
    public static Draft draft(Kind kind, String id, Location location) {
        return new Draft(kind, id, location);
    }

    public Ref ref() {
        return new Ref(kind, id);
    }

    public List<String> texts(Field field) {
        return values.getOrDefault(field, List.of());
    }

    public Optional<String> text(Field field) {
        return texts(field).stream().findFirst();
    }

    public String text(Field field, String otherwise) {
        return text(field).orElse(otherwise);
    }

    /** Its name, or its id when it has none. */
    public String name() {
        return text(Field.NAME, id);
    }

    public List<Ref> refs(Field field) {
        return texts(field).stream().map(Ref::of).toList();
    }

    public Optional<Ref> ref(Field field) {
        return refs(field).stream().findFirst();
    }

    /** The ids of what a field names. */
    public List<String> ids(Field field) {
        return refs(field).stream().map(Ref::id).toList();
    }

    public Optional<Boolean> flag(Field field) {
        return text(field).map(Boolean::parseBoolean);
    }

    public List<Shape> shapes() {
        return texts(Field.SHAPES).stream().map(Shape::of).toList();
    }

    /** The attributes that say something about it, without what a reader noted for its own writer ({@link Draft#note}). */
    public SortedMap<String, String> told() {
        var told = new TreeMap<>(attributes);
        told.keySet().removeIf(name -> name.startsWith(NOTE));
        return told;
    }

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** The same with more. */
    public Draft more() {
        var draft = new Draft(kind, id, location);
        values.forEach(draft::texts);
        draft.attributes.putAll(attributes);
        return draft;
    }

    /** A part that is being read. What is empty is not said. */
    public static final class Draft {
        private final Kind kind;
        private final String id;
        private final Location location;
        private final Map<Field, List<String>> values = new EnumMap<>(Field.class);
        private final SortedMap<String, String> attributes = new TreeMap<>();

        private Draft(Kind kind, String id, Location location) {
            this.kind = kind;
            this.id = id;
            this.location = location;
        }

        public Draft text(Field field, String value) {
            return value.isEmpty() ? this : texts(field, List.of(value));
        }

        public Draft text(Field field, Optional<String> value) {
            value.ifPresent(text -> text(field, text));
            return this;
        }

        public Draft texts(Field field, Collection<String> value) {
            values.put(field, List.copyOf(value));
            return this;
        }

        public Draft flag(Field field, Optional<Boolean> value) {
            return text(field, value.map(Object::toString));
        }

        public Draft refs(Field field, Collection<Ref> value) {
            return texts(field, value.stream().map(Ref::written).toList());
        }

        public Draft ref(Field field, Optional<Ref> value) {
            value.ifPresent(ref -> refs(field, List.of(ref)));
            return this;
        }

        /** One more beside those that are there; each counts once. */
        public Draft addRef(Field field, Ref value) {
            var list = new ArrayList<>(values.getOrDefault(field, List.of()));
            if (!list.contains(value.written())) {
                list.add(value.written());
            }
            return texts(field, list);
        }

        public Draft shapes(List<Shape> shapes) {
            return texts(Field.SHAPES, shapes.stream().map(Shape::written).toList());
        }

        public Draft attribute(String name, Optional<String> value) {
            value.ifPresent(text -> attributes.put(name, text));
            return this;
        }

        /** Something about the file that its own format needs to be as it was, and nobody else. */
        public Draft note(String name, String value) {
            return attribute(NOTE + name, Optional.of(value));
        }

        public Part end() {
            return new Part(kind, id, location, values, attributes);
        }
    }
}
