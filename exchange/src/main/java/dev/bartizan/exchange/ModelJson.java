package dev.bartizan.exchange;

import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.tree.Json;
import dev.bartizan.exchange.tree.JsonText;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A threat model as one JSON document, in our own words: every part with its place, what only its own format can say, and what is wrong with the file. */
final class ModelJson {
    /** What a part has one of. */
    private static final Set<Field> SEVERAL = EnumSet.of(
            Field.TAGS,
            Field.BETWEEN,
            Field.SENDS,
            Field.RECEIVES,
            Field.PROCESSES,
            Field.STORES,
            Field.SENSITIVITY,
            Field.CATEGORIES,
            Field.TARGETS,
            Field.REFERENCES,
            Field.THREATS,
            Field.ABOUT,
            Field.CONTRIBUTORS,
            Field.SHAPES);

    private ModelJson() {}

    static String of(ThreatModelFile file) {
        Json.Fields json = Json.object().put("source", file.source());
        for (Kind kind : Kind.values()) {
            List<Json> parts =
                    file.model().parts(kind).stream().map(ModelJson::part).toList();
            String key = kind.plural().replace(' ', '-');
            if (kind == Kind.MODEL) {
                json.put("model", parts.getFirst());
            } else {
                json.put(key, Json.items(parts));
            }
        }
        json.put("extensions", Json.items(extensions(file)));
        json.put(
                "problems",
                Json.items(file.problems().stream().map(ModelJson::problem).toList()));
        return JsonText.of(json.end());
    }

    private static Json part(Part part) {
        Json.Fields json = Json.object().put("id", part.id());
        part.values().forEach((field, values) -> {
            String key = field.name().toLowerCase(Locale.ROOT).replace('_', '-');
            json.put(key, SEVERAL.contains(field) ? Json.texts(values) : Json.text(values.getFirst()));
        });
        return json.textsByKey("attributes", part.told())
                .put("location", location(part.location()))
                .end();
    }

    private static List<Json> extensions(ThreatModelFile file) {
        var extensions = new ArrayList<Json>();
        for (ThreatModelFile.Extension extension : file.extensions()) {
            for (Location location : extension.values()) {
                extensions.add(Json.object()
                        .put("path", extension.change().pattern())
                        .put("location", location(location))
                        .end());
            }
        }
        return extensions;
    }

    private static Json problem(Problem problem) {
        return Json.object()
                .put("code", problem.code())
                .put("level", problem.level().name().toLowerCase(Locale.ROOT))
                .put("message", problem.message())
                .text("remedy", problem.remedy())
                .put("location", problem.location().map(ModelJson::location).orElse(new Json.Null()))
                .end();
    }

    private static Json location(Location location) {
        return Json.object()
                .put("file", location.file())
                .put("line", Json.number(location.line()))
                .put("column", Json.number(location.column()))
                .text("pointer", Optional.of(location.pointer()).filter(pointer -> !pointer.isEmpty()))
                .end();
    }
}
