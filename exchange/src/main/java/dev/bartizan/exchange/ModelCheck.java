package dev.bartizan.exchange;

import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a threat model whatever its format: an id that two parts have, a name of a part that is not there. */
final class ModelCheck {
    private static final int MOST = 100;

    private ModelCheck() {}

    static List<Problem> problems(ThreatModel model) {
        var problems = new ArrayList<Problem>();
        Set<Ref> seen = new HashSet<>();
        for (Part part : model.all()) {
            if (part.kind() != Kind.MODEL && !seen.add(part.ref())) {
                problems.add(Problem.warning(
                        "threat-model-id-twice",
                        "Two " + part.kind().plural() + " have the id '" + clip(part.id()) + "'.",
                        "give each an id of its own",
                        part.location()));
            }
            for (Field field : part.values().keySet()) {
                if (field.isReference()) {
                    part.refs(field).stream()
                            .filter(ref -> model.find(ref).isEmpty())
                            .forEach(ref -> problems.add(Problem.warning(
                                    "threat-model-dangling",
                                    "There is no " + ref.kind().word() + " '" + clip(ref.id()) + "', which "
                                            + field.word() + " of "
                                            + part.kind().word() + " '" + clip(part.name()) + "' names.",
                                    "correct the id, or add what it names",
                                    part.location())));
                }
            }
        }
        return problems.size() <= MOST ? problems : problems.subList(0, MOST);
    }

    private static String clip(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
