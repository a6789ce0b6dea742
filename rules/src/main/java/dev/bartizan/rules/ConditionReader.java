package dev.bartizan.rules;

import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads conditions and finds all their mistakes: misspelt operators, roots and parameters, paths that are none. A condition has one of these
 * forms:
 *
 * <pre>
 * all: [condition, ...]            any: [condition, ...]            not: condition
 * path: container.securityContext.privileged     is: true           one value, one operator ({@link OperatorReader})
 * path: [container.x, pod.x]       ...                              the first of these that is set
 * flag: --trust-remote-code        ...                              an argument of the container
 * some: container.env              as: env     where: condition     also none, every; over a list, a mapping or a relation
 * doubt: {when: condition, because: text}                           true, but undecided when something unread may change it
 * </pre>
 */
public final class ConditionReader {
    private static final int DEEPEST = 12;
    private static final List<String> FORMS =
            List.of("all", "any", "not", "path", "flag", "some", "none", "every", "doubt");

    private final Parameters parameters;
    private final Mistakes mistakes = new Mistakes();

    private ConditionReader(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Reads a condition; its mistakes are added to the problems.
     *
     * @param pointer of the node within its document
     * @return absent exactly when a problem was added
     */
    public static Optional<Condition> read(
            Node node, String pointer, Scope scope, Parameters parameters, List<Problem> problems) {
        var reader = new ConditionReader(parameters);
        var condition = reader.condition(new Place(node, pointer), scope, 0);
        problems.addAll(reader.mistakes.problems());
        return reader.mistakes.problems().isEmpty() ? condition : Optional.empty();
    }

    /** Reads a text as a path of this scope, only to find its mistakes. */
    public static void path(String text, Location location, Scope scope, List<Problem> problems) {
        try {
            PathReader.read(text, scope);
        } catch (SyntaxException mistake) {
            String message =
                    mistake.root().isEmpty() ? mistake.mistake() : "no root is called '" + mistake.root() + "'";
            problems.add(Problem.error("condition", message, "", location));
        }
    }

    static Optional<Path> path(Place place, Scope scope, Mistakes mistakes) {
        try {
            return Optional.of(PathReader.read(place.node().text(""), scope));
        } catch (SyntaxException mistake) {
            var roots = Stream.concat(
                    Stream.concat(scope.trees().stream(), scope.texts().stream()),
                    scope.relations().stream().map(RelationType::name));
            return mistake.root().isEmpty()
                    ? mistakes.add(place, mistake.mistake(), "")
                    : mistakes.unknown(place, "root", mistake.root(), roots.toList());
        }
    }

    private Optional<Condition> condition(Place place, Scope scope, int depth) {
        if (!(place.node() instanceof Mapping mapping) || depth > DEEPEST) {
            return mistakes.add(
                    place,
                    "a condition is a mapping, and nests at most " + DEEPEST + " deep",
                    "write one of " + String.join(", ", FORMS));
        }
        var forms = mapping.keys().stream().filter(FORMS::contains).toList();
        if (forms.isEmpty()) {
            String first = mapping.size() == 0 ? "" : mapping.key(0);
            return mistakes.unknown(place, "form of a condition", first, FORMS);
        }
        if (forms.size() > 1) {
            return mistakes.add(
                    place, "a condition has one form, not " + String.join(" and ", forms), "join them with all or any");
        }
        String form = forms.getFirst();
        return switch (form) {
            case "all" -> parts(place, form, scope, depth).map(AllOf::new);
            case "any" -> parts(place, form, scope, depth).map(Condition::any);
            case "not" ->
                hasOnly(place, form)
                        ? condition(place.get(form), scope, depth + 1).map(Condition::not)
                        : Optional.empty();
            case "path" -> value(place.get(form), scope).flatMap(value -> test(place, form, scope, value));
            case "flag" -> flag(place.get(form), scope).flatMap(flag -> test(place, form, scope, flag));
            case "doubt" -> doubt(place, scope, depth);
            default -> quantified(place, form, scope, depth);
        };
    }

    private Optional<List<Condition>> parts(Place place, String form, Scope scope, int depth) {
        if (!hasOnly(place, form)) {
            return Optional.empty();
        }
        var list = place.get(form);
        if (!(list.node() instanceof Sequence sequence) || sequence.size() == 0) {
            return mistakes.add(list, "'" + form + "' holds a list of conditions", "write - before each");
        }
        var parts = new ArrayList<Condition>();
        for (int i = 0; i < sequence.size(); i++) {
            condition(list.get(i), scope, depth + 1).ifPresent(parts::add);
        }
        return parts.size() == sequence.size() ? Optional.of(parts) : Optional.empty();
    }

    private Optional<Condition> test(Place place, String form, Scope scope, Operand operand) {
        return new OperatorReader(scope, parameters, mistakes).read(place, form, operand);
    }

    private Optional<Operand> value(Place place, Scope scope) {
        if (place.node() instanceof Sequence sequence) {
            return sequence.size() == 0
                    ? mistakes.add(place, "at least one path is expected", "")
                    : firstOf(place, sequence, scope);
        }
        String written = place.node().text("");
        Optional<Integer> text = scope.text(written);
        return text.isPresent()
                ? text.map(slot -> new Operand.OfText(written, slot))
                : path(place, scope, mistakes).map(path -> new Operand.OfTree(List.of(path)));
    }

    private Optional<Operand> firstOf(Place place, Sequence sequence, Scope scope) {
        var paths = new ArrayList<Path>();
        for (int i = 0; i < sequence.size(); i++) {
            path(place.get(i), scope, mistakes).ifPresent(paths::add);
        }
        return paths.size() < sequence.size() ? Optional.empty() : Optional.of(new Operand.OfTree(paths));
    }

    private Optional<Operand> flag(Place place, Scope scope) {
        var names = place.node() instanceof Sequence sequence
                ? sequence.items().stream().map(item -> item.text("")).toList()
                : List.of(place.node().text(""));
        if (names.isEmpty() || names.stream().anyMatch(name -> !name.startsWith("-"))) {
            return mistakes.add(place, "a flag starts with a hyphen", "write it as on the command line");
        }
        Optional<Integer> container = scope.tree("container");
        return container.isEmpty()
                ? mistakes.add(place, "there is no container here whose arguments could be read", "use path")
                : container.map(slot -> new Operand.OfFlag(slot, new CommandLine(names)));
    }

    private Optional<Condition> quantified(Place place, String form, Scope scope, int depth) {
        if (!hasOnly(place, form, "as", "where")) {
            return Optional.empty();
        }
        var where = place.get("where");
        if (form.equals("every") && !where.node().isPresent()) {
            return mistakes.add(place, "'every' needs 'where'", "say what every item must be");
        }
        String variable = place.node().get("as").text("item");
        Optional<RelationType> relation = place.node().get(form).text().flatMap(scope::relation);
        Optional<Path> list = relation.isPresent() ? Optional.empty() : path(place.get(form), scope, mistakes);
        Scope inner = relation.map(type -> scope.withItem(variable, type)).orElseGet(() -> scope.withItem(variable));
        Optional<Condition> written = where.node().isPresent() ? condition(where, inner, depth + 1) : Optional.empty();
        Optional<Condition> asked = form.equals("every") ? written.map(Condition::not) : written;
        Optional<Condition> some = relation.isPresent()
                ? relation.map(type -> new SomeRelated(
                        type, scope.trees().size(), scope.texts().size(), asked))
                : list.map(path ->
                        new SomeItem(path, scope.trees().size(), scope.texts().size(), asked));
        return form.equals("some") ? some : some.map(Condition::not);
    }

    private Optional<Condition> doubt(Place place, Scope scope, int depth) {
        var body = place.get("doubt");
        if (!hasOnly(place, "doubt") || !hasOnly(body, "when", "because")) {
            return Optional.empty();
        }
        String because = body.node().get("because").text("");
        return because.isBlank()
                ? mistakes.add(body, "a doubt says why", "add because: what would have to be known")
                : condition(body.get("when"), scope, depth + 1).map(when -> new Condition.Doubt(when, because));
    }

    private boolean hasOnly(Place place, String... allowed) {
        var keys = place.node() instanceof Mapping mapping ? mapping.keys() : List.<String>of();
        var unknown =
                keys.stream().filter(key -> !List.of(allowed).contains(key)).toList();
        unknown.forEach(key -> mistakes.unknown(place.get(key), "key", key, List.of(allowed)));
        return unknown.isEmpty() && !keys.isEmpty();
    }
}
