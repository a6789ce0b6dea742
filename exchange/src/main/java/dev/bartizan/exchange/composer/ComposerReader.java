package dev.bartizan.exchange.composer;

import dev.bartizan.exchange.dialect.Spot;
import dev.bartizan.exchange.dialect.Wording;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.ThreatModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one file of Threat Composer. */
final class ComposerReader {
    private final Spot root;
    private final Map<String, Part.Draft> controls = new LinkedHashMap<>();
    private final Map<String, Part.Draft> assumptions = new LinkedHashMap<>();

    ComposerReader(Spot root) {
        this.root = root;
    }

    ThreatModel read() {
        var parts = new ArrayList<Part>();
        List.of("architecture", "dataflow").forEach(key -> {
            if (root.has(key)) {
                parts.add(picture(key, root.get(key)));
            }
        });
        root.items("threats").forEach(spot -> parts.add(threat(spot)));
        root.items("mitigations").forEach(spot -> controls.putIfAbsent(spot.text("id"), control(spot)));
        root.items("assumptions").forEach(spot -> assumptions.putIfAbsent(spot.text("id"), assumption(spot)));
        root.items("mitigationLinks")
                .forEach(link -> Optional.ofNullable(controls.get(link.text("mitigationId")))
                        .ifPresent(control -> control.addRef(Field.THREATS, Ref.threat(link.text("linkedId")))));
        root.items("assumptionLinks")
                .forEach(link -> Optional.ofNullable(assumptions.get(link.text("assumptionId")))
                        .ifPresent(assumption -> assumption.addRef(Field.ABOUT, linked(link))));
        controls.values().forEach(draft -> parts.add(draft.end()));
        assumptions.values().forEach(draft -> parts.add(draft.end()));
        Spot application = root.get("applicationInfo");
        return ThreatModel.of(
                Part.draft(Kind.MODEL, "", application.location())
                        .text(Field.NAME, application.text("name"))
                        .text(Field.DESCRIPTION, application.text("description"))
                        .end(),
                parts);
    }

    private static Ref linked(Spot link) {
        return new Ref(link.text("type").equals("Threat") ? Kind.THREAT : Kind.CONTROL, link.text("linkedId"));
    }

    private static Part picture(String key, Spot spot) {
        return Part.draft(Kind.DIAGRAM, key, spot.location())
                .text(Field.DESCRIPTION, spot.text("description"))
                .text(Field.SOURCE, spot.text("image"))
                .end();
    }

    private static Part threat(Spot spot) {
        Part.Draft draft = named(Kind.THREAT, spot, spot.text("statement"))
                .text(Field.STATUS, ThreatComposer.THREAT_STATUS.ours(spot.text("status")));
        ThreatComposer.THREAT_TEXTS.forEach(key -> draft.attribute(key, spot.optional(key)));
        ThreatComposer.THREAT_LISTS.forEach(key -> draft.attribute(
                key, Optional.of(String.join(", ", spot.texts(key))).filter(text -> !text.isEmpty())));
        return draft.end();
    }

    private static Part.Draft control(Spot spot) {
        return named(Kind.CONTROL, spot, spot.text("content"))
                .text(Field.STATUS, ThreatComposer.CONTROL_STATUS.ours(spot.text("status")));
    }

    private static Part.Draft assumption(Spot spot) {
        return named(Kind.ASSUMPTION, spot, spot.text("content"));
    }

    private static Part.Draft named(Kind kind, Spot spot, String content) {
        Wording wording = Wording.of(content);
        Part.Draft draft = Part.draft(kind, spot.text("id"), spot.location())
                .text(Field.NAME, wording.name())
                .text(Field.DESCRIPTION, wording.description())
                .texts(Field.TAGS, spot.texts("tags"))
                .note("numericId", spot.text("numericId"))
                .note("displayOrder", spot.text("displayOrder"));
        for (Spot entry : spot.items("metadata")) {
            Spot value = entry.get("value");
            switch (entry.text("key")) {
                case "STRIDE" ->
                    draft.texts(
                            Field.CATEGORIES,
                            value.items().stream()
                                    .flatMap(letter -> letter.text().stream())
                                    .flatMap(letter -> ThreatComposer.STRIDE.ours(letter).stream())
                                    .toList());
                case "Priority" -> draft.text(Field.SEVERITY, value.text().flatMap(ThreatComposer.PRIORITY::ours));
                default -> draft.attribute(ComposerWriter.plain(entry.text("key")), value.text());
            }
        }
        return draft;
    }
}
