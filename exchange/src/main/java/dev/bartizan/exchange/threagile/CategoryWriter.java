package dev.bartizan.exchange.threagile;

import dev.bartizan.exchange.dialect.FreeNames;
import dev.bartizan.exchange.dialect.Slugs;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.exchange.tree.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes threats as risks that somebody found by hand, which Threagile keeps in categories: those that one control counters share one. */
final class CategoryWriter {
    private final ThreatModel model;
    private final Slugs slugs;
    private final Map<Ref, String> ids;
    private final Map<String, List<Part>> controls;

    /** @param ids what parts are called in the file; what is written here is added */
    CategoryWriter(ThreatModel model, Slugs slugs, Map<Ref, String> ids) {
        this.model = model;
        this.slugs = slugs;
        this.ids = ids;
        this.controls = model.controlsByThreat();
    }

    void write(Json.Fields tree) {
        var threats = new LinkedHashMap<String, List<Part>>();
        var countered = new LinkedHashMap<String, Part>();
        for (Part control : model.controls()) {
            threats.put(slugs.of(control.ref()), new ArrayList<>());
            countered.put(slugs.of(control.ref()), control);
        }
        for (Part threat : model.threats()) {
            threats.computeIfAbsent(category(threat), _ -> new ArrayList<>()).add(threat);
        }
        if (threats.isEmpty()) {
            return;
        }
        boolean isIndividual = model.header().note(Threagile.INDIVIDUAL).isPresent();
        var byTitle = new LinkedHashMap<String, Json>();
        var list = new ArrayList<Json>();
        threats.forEach((id, members) -> {
            String title = title(id, members);
            Json.Fields fields = Json.object().put("id", id);
            Optional<Part> control = Optional.ofNullable(countered.get(id));
            if (isIndividual) {
                byTitle.put(title, category(fields, members, control));
            } else {
                list.add(category(fields.put("title", title), members, control));
            }
        });
        tree.entries(Threagile.INDIVIDUAL, byTitle).items(Threagile.CUSTOM, list);
    }

    private String category(Part threat) {
        List<Part> countering = controls.getOrDefault(threat.id(), List.of());
        return countering.isEmpty()
                ? Slugs.slug(threat.id())
                : slugs.of(countering.getFirst().ref());
    }

    private static String title(String id, List<Part> members) {
        return members.stream()
                .findFirst()
                .map(threat -> threat.attribute("category").orElse(threat.name()))
                .orElse(id);
    }

    private Json category(Json.Fields fields, List<Part> members, Optional<Part> control) {
        Optional<Part> first = members.stream().findFirst();
        fields.put(
                        "description",
                        first.flatMap(threat -> threat.text(Field.DESCRIPTION)).orElse(""))
                .put("action", control.flatMap(part -> part.text(Field.NAME)).orElse(""))
                .put(
                        "mitigation",
                        control.flatMap(part -> part.text(Field.DESCRIPTION)).orElse(""));
        for (String key : Threagile.CATEGORY_TEXTS) {
            Optional<String> text = first.flatMap(threat -> threat.attribute(key));
            switch (key) {
                case "function" -> fields.put(key, text.orElse("operations"));
                case "model_failure_possible_reason" ->
                    fields.put(key, Json.flag(text.map(Boolean::parseBoolean).orElse(false)));
                default -> fields.put(key, text.orElse(""));
            }
        }
        String stride = first.stream()
                .flatMap(threat -> threat.texts(Field.CATEGORIES).stream())
                .flatMap(category -> Threagile.STRIDE.theirs(category).stream())
                .findFirst()
                .orElse("tampering");
        return fields.put("stride", stride)
                .put("cwe", Json.number(cwe(first)))
                .put("risks_identified", risks(fields, members))
                .end();
    }

    private static String cwe(Optional<Part> threat) {
        return threat.stream()
                .flatMap(part -> part.texts(Field.REFERENCES).stream())
                .filter(reference -> reference.matches("CWE-[0-9]{1,6}"))
                .map(reference -> reference.substring("CWE-".length()))
                .findFirst()
                .orElse("0");
    }

    private Json risks(Json.Fields category, List<Part> members) {
        String id = category.end()
                .get("id")
                .map(Json.Text.class::cast)
                .orElseThrow()
                .value();
        var risks = new LinkedHashMap<String, Json>();
        var names = new FreeNames(" ");
        for (Part threat : members) {
            String name = names.take(threat.name());
            risks.put(name, risk(threat));
            String written = id + "@" + name;
            if (!written.equals(threat.id())) {
                ids.put(threat.ref(), written);
            }
        }
        return new Json.Entries(risks);
    }

    private Json risk(Part threat) {
        Json.Fields fields = Json.object()
                .text("severity", threat.text(Field.SEVERITY).flatMap(Threagile.SEVERITY::theirs))
                .text("exploitation_likelihood", threat.text(Field.LIKELIHOOD).flatMap(Threagile.LIKELIHOOD::word))
                .text("exploitation_impact", threat.text(Field.IMPACT).flatMap(Threagile.IMPACT::word))
                .text("data_breach_probability", threat.attribute("data_breach_probability"))
                .texts("data_breach_technical_assets", ThreagileWriter.list(threat, "data_breach_technical_assets"));
        for (Ref target : threat.refs(Field.TARGETS)) {
            String key = ThreagileWriter.TARGET_KEYS.getOrDefault(target.kind(), "");
            if (!key.isEmpty() && !fields.has(key)) {
                fields.put(key, target.kind() == Kind.LINK ? ids.getOrDefault(target, target.id()) : slugs.of(target));
            }
        }
        return fields.text("most_relevant_shared_runtime", threat.attribute("most_relevant_shared_runtime"))
                .end();
    }
}
