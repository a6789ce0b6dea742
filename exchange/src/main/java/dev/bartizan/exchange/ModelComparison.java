package dev.bartizan.exchange;

import dev.bartizan.exchange.Loss.Manner;
import dev.bartizan.exchange.dialect.Dialect;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.ThreatModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a format did to a model: the model beside what is read again from what was written. Every statement of either is looked at, so that whatever the writer
 * left out, changed or made up is found without its help.
 */
final class ModelComparison {
    private static final int LONGEST_VALUE = 60;

    private final Dialect dialect;
    private final ThreatModel model;
    private final ThreatModel written;
    private final Map<Ref, String> ids;
    private final List<Loss> losses = new ArrayList<>();

    private ModelComparison(Dialect dialect, ThreatModel model, ThreatModel written, Map<Ref, String> ids) {
        this.dialect = dialect;
        this.model = model;
        this.written = written;
        this.ids = ids;
    }

    /** @param ids what parts are called in the file, where they could not keep their ids */
    static List<Loss> of(Dialect dialect, ThreatModel model, ThreatModel written, Map<Ref, String> ids) {
        var comparison = new ModelComparison(dialect, model, written, ids);
        for (Kind kind : Kind.values()) {
            comparison.compare(kind);
        }
        return List.copyOf(comparison.losses);
    }

    private void compare(Kind kind) {
        var there = new HashMap<String, Part>();
        written.parts(kind).forEach(part -> there.putIfAbsent(part.id(), part));
        for (Part part : model.parts(kind)) {
            String id = kind == Kind.MODEL ? written.header().id() : translated(part.ref());
            Part other = there.remove(id);
            if (other == null) {
                add(Manner.DROPPED, "", label(part), part, reason(kind));
            } else {
                compare(part, other);
            }
        }
        there.values().stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(part -> losses.add(new Loss(
                        Manner.ASSUMED,
                        kind.plural(),
                        "",
                        label(part),
                        model.header().location(),
                        requires())));
    }

    private void compare(Part part, Part other) {
        if (part.id().isEmpty() && !other.id().isEmpty()) {
            add(Manner.ASSUMED, "id", "id of " + label(part) + ": " + clip(other.id()), part, requires());
        } else if (!part.id().equals(other.id())) {
            add(
                    Manner.CHANGED,
                    "id",
                    "id of " + label(part) + " became '" + clip(other.id()) + "'",
                    part,
                    "ids have another form in " + dialect.title());
        }
        for (Field field : Field.values()) {
            compare(
                    part,
                    field.word(),
                    translated(part, field),
                    other.texts(field).stream().sorted().toList());
        }
        var names = new TreeMap<>(part.told());
        other.told().forEach(names::putIfAbsent);
        names.keySet()
                .forEach(name -> compare(
                        part,
                        "attribute '" + clip(name) + "'",
                        part.attribute(name).stream().toList(),
                        other.attribute(name).stream().toList()));
    }

    private void compare(Part part, String field, List<String> mine, List<String> theirs) {
        if (mine.equals(theirs)) {
            return;
        }
        String what = field + " of " + label(part);
        if (theirs.isEmpty()) {
            add(Manner.DROPPED, field, what, part, "there is no place for it in " + dialect.title());
        } else if (mine.isEmpty()) {
            add(Manner.ASSUMED, field, what + ": " + clip(String.join(", ", theirs)), part, requires());
        } else {
            add(
                    Manner.CHANGED,
                    field,
                    what + ": " + clip(String.join(", ", mine)) + " became " + clip(String.join(", ", theirs)),
                    part,
                    "this is as near as " + dialect.title() + " comes");
        }
    }

    /** What is said of a part, with the ids that the file has for what it names. */
    private List<String> translated(Part part, Field field) {
        if (field == Field.SHAPES) {
            return part.shapes().stream()
                    .map(shape -> shape.with(translatedRef(shape.part())).written())
                    .sorted()
                    .toList();
        }
        return field.isReference()
                ? part.refs(field).stream()
                        .map(ref -> translatedRef(ref).written())
                        .sorted()
                        .toList()
                : part.texts(field).stream().sorted().toList();
    }

    private Ref translatedRef(Ref ref) {
        return new Ref(ref.kind(), translated(ref));
    }

    private String translated(Ref ref) {
        return ids.getOrDefault(ref, ref.id());
    }

    private String reason(Kind kind) {
        return dialect.lacks(kind)
                .map(reason -> dialect.title() + " cannot carry it: " + reason)
                .orElseGet(() -> "there is no place for it in " + dialect.title());
    }

    private String requires() {
        return dialect.title() + " requires it";
    }

    private void add(Manner manner, String field, String what, Part part, String why) {
        losses.add(new Loss(manner, part.kind().plural(), field, what, part.location(), why));
    }

    private static String label(Part part) {
        return part.kind() == Kind.MODEL ? "the model" : part.kind().word() + " '" + clip(part.name()) + "'";
    }

    private static String clip(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
    }
}
