package dev.bartizan.exchange;

import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.exchange.tree.Json;
import dev.bartizan.exchange.tree.JsonText;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Redacted;
import dev.bartizan.source.SourceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model whose texts went past the detector of secrets, for files that are neither YAML nor JSON: what is read from those is masked while their trees are
 * built.
 *
 * @param problems one for each secret
 */
record MaskedModel(ThreatModel model, List<Problem> problems) {
    static MaskedModel of(ThreatModel model) {
        List<Part> parts = model.all();
        Json tree = Json.items(parts.stream().map(MaskedModel::texts).toList());
        Node masked = SourceReader.parse("model", JsonText.of(tree))
                .documents()
                .getFirst()
                .root()
                .orElseThrow(() -> new IllegalStateException("what was written cannot be read"));
        var problems = new ArrayList<Problem>();
        var others = new ArrayList<Part>();
        for (int i = 0; i < parts.size(); i++) {
            others.add(part(parts.get(i), masked.get(i), problems));
        }
        List<Part> rest =
                others.stream().filter(part -> part.kind() != Kind.MODEL).toList();
        return new MaskedModel(ThreatModel.of(others.getFirst(), rest), List.copyOf(problems));
    }

    /** Attributes under their names, which may be what gives a secret away; what has a field of ours is prose. */
    private static Json texts(Part part) {
        Json.Fields texts = Json.object();
        part.values().forEach((field, values) -> {
            if (!field.isReference()) {
                texts.put("field " + field.word(), Json.texts(values));
            }
        });
        return texts.textsByKey("attributes", part.attributes()).end();
    }

    private static Part part(Part part, Node masked, List<Problem> problems) {
        Part.Draft draft = part.more();
        for (Field field : part.values().keySet()) {
            if (!field.isReference()) {
                draft.texts(
                        field,
                        masked.get("field " + field.word()).items().stream()
                                .map(value -> text(value, part, problems))
                                .toList());
            }
        }
        part.attributes()
                .keySet()
                .forEach(name ->
                        draft.attribute(name, Optional.of(text(masked.at("attributes", name), part, problems))));
        return draft.end();
    }

    private static String text(Node value, Part part, List<Problem> problems) {
        if (value instanceof Redacted) {
            problems.add(secret(part.location()));
        }
        return value.text("");
    }

    /** A secret in a threat model is not handed on, and that is told. */
    static Problem secret(Location location) {
        return Problem.warning(
                "threat-model-secret",
                "What looks like a secret stands here; it was masked and is written nowhere.",
                "if it is one, take it out of the model and change it",
                location);
    }
}
