package dev.bartizan.exchange.composer;

import dev.bartizan.exchange.dialect.Wording;
import dev.bartizan.exchange.dialect.Written;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.exchange.model.Words;
import dev.bartizan.exchange.tree.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes one model for Threat Composer. */
final class ComposerWriter {
    private static final int LENGTH_OF_ID = 36;
    private static final int LONGEST_COMMENT = 1000;
    private static final int LONGEST_KEY = 50;
    private static final String CUSTOM = "custom:";

    private final ThreatModel model;
    private final Map<Ref, String> ids = new HashMap<>();

    ComposerWriter(ThreatModel model) {
        this.model = model;
    }

    Written write() {
        rename(Kind.THREAT);
        rename(Kind.CONTROL);
        rename(Kind.ASSUMPTION);
        Part header = model.header();
        Json.Fields tree = Json.object()
                .put("schema", Json.number(1))
                .put(
                        "applicationInfo",
                        Json.object()
                                .text("name", header.text(Field.NAME))
                                .text("description", header.text(Field.DESCRIPTION))
                                .end());
        for (Part picture : model.parts(Kind.DIAGRAM)) {
            if (Set.of("architecture", "dataflow").contains(picture.id())) {
                tree.put(
                        picture.id(),
                        Json.object()
                                .text("image", picture.text(Field.SOURCE))
                                .text("description", picture.text(Field.DESCRIPTION))
                                .end());
            }
        }
        return new Written(
                tree.put("assumptions", all(Kind.ASSUMPTION, this::assumption))
                        .put("mitigations", all(Kind.CONTROL, this::mitigation))
                        .put("assumptionLinks", Json.items(assumptionLinks()))
                        .put("mitigationLinks", Json.items(mitigationLinks()))
                        .put("threats", all(Kind.THREAT, this::threat))
                        .end(),
                ids);
    }

    /** What has not the length of a UUID becomes a UUID made of it, always the same. */
    private void rename(Kind kind) {
        model.parts(kind).stream()
                .filter(part -> part.id().length() != LENGTH_OF_ID)
                .forEach(part -> ids.put(
                        part.ref(),
                        UUID.nameUUIDFromBytes(part.ref().written().getBytes(StandardCharsets.UTF_8))
                                .toString()));
    }

    private interface Content {
        Json.Fields of(Part part, int number);
    }

    private Json all(Kind kind, Content content) {
        var written = new ArrayList<Json>();
        for (Part part : model.parts(kind)) {
            written.add(content.of(part, written.size() + 1).end());
        }
        return Json.items(written);
    }

    private Json.Fields threat(Part threat, int number) {
        Json.Fields fields = common(threat, number);
        ThreatComposer.THREAT_TEXTS.forEach(key -> fields.text(key, threat.attribute(key)));
        ThreatComposer.THREAT_LISTS.forEach(key -> threat.attribute(key)
                .or(() -> key.equals("impactedAssets") ? targets(threat) : Optional.empty())
                .ifPresent(text -> fields.texts(key, List.of(text.split(", ")))));
        return fields.text("statement", wording(threat)).text("status", status(threat, ThreatComposer.THREAT_STATUS));
    }

    private Optional<String> targets(Part threat) {
        String names = String.join(
                ", ",
                threat.refs(Field.TARGETS).stream()
                        .flatMap(ref -> model.find(ref).stream())
                        .map(Part::name)
                        .toList());
        return Optional.of(names).filter(text -> !text.isEmpty());
    }

    private Json.Fields mitigation(Part control, int number) {
        return common(control, number)
                .put("content", wording(control))
                .text("status", status(control, ThreatComposer.CONTROL_STATUS));
    }

    private Json.Fields assumption(Part assumption, int number) {
        return common(assumption, number).put("content", wording(assumption));
    }

    private Json.Fields common(Part part, int number) {
        return Json.object()
                .put("id", id(part.ref()))
                .put("numericId", Json.number(part.note("numericId").orElse(Integer.toString(number))))
                .put("displayOrder", Json.number(part.note("displayOrder").orElse(Integer.toString(number))))
                .items("metadata", metadata(part))
                .texts("tags", part.texts(Field.TAGS));
    }

    private static List<Json> metadata(Part part) {
        var entries = new ArrayList<Json>();
        var written = new HashSet<>(ThreatComposer.THREAT_TEXTS);
        written.addAll(ThreatComposer.THREAT_LISTS);
        part.told().forEach((key, value) -> {
            String name = isOwn(key) ? key : CUSTOM + key;
            boolean fits =
                    name.length() <= LONGEST_KEY && (!key.equals("Comments") || value.length() <= LONGEST_COMMENT);
            if (!written.contains(key) && fits) {
                entries.add(entry(name, Json.text(value)));
            }
        });
        List<String> letters = part.texts(Field.CATEGORIES).stream()
                .flatMap(category -> ThreatComposer.STRIDE.theirs(category).stream())
                .toList();
        if (!letters.isEmpty()) {
            entries.add(entry("STRIDE", Json.texts(letters)));
        }
        part.text(Field.SEVERITY)
                .flatMap(ThreatComposer.PRIORITY::theirs)
                .ifPresent(priority -> entries.add(entry("Priority", Json.text(priority))));
        return entries;
    }

    /** A key of metadata without the mark of those that are nobody's in particular. */
    static String plain(String key) {
        return key.startsWith(CUSTOM) ? key.substring(CUSTOM.length()) : key;
    }

    private static boolean isOwn(String key) {
        return key.equals("Comments") || key.equals("source") || key.contains("Pack");
    }

    private static Json entry(String key, Json value) {
        return Json.object().put("key", key).put("value", value).end();
    }

    private List<Json> mitigationLinks() {
        var links = new ArrayList<Json>();
        for (Part control : model.controls()) {
            control.refs(Field.THREATS)
                    .forEach(threat -> links.add(Json.object()
                            .put("mitigationId", id(control.ref()))
                            .put("linkedId", id(threat))
                            .end()));
        }
        return links;
    }

    private List<Json> assumptionLinks() {
        var links = new ArrayList<Json>();
        for (Part assumption : model.parts(Kind.ASSUMPTION)) {
            assumption.refs(Field.ABOUT).stream()
                    .filter(about -> about.kind() == Kind.THREAT || about.kind() == Kind.CONTROL)
                    .forEach(about -> links.add(Json.object()
                            .put("type", about.kind() == Kind.THREAT ? "Threat" : "Mitigation")
                            .put("assumptionId", id(assumption.ref()))
                            .put("linkedId", id(about))
                            .end()));
        }
        return links;
    }

    private String id(Ref ref) {
        return ids.getOrDefault(ref, ref.id());
    }

    private static Optional<String> status(Part part, Words words) {
        return part.text(Field.STATUS).flatMap(words::theirs);
    }

    private static String wording(Part part) {
        return new Wording(part.text(Field.NAME, ""), part.text(Field.DESCRIPTION, "")).text();
    }
}
