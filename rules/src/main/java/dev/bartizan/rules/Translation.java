package dev.bartizan.rules;

import static dev.bartizan.rules.Expression.Formula.Unknown.UNKNOWN;

import dev.bartizan.rules.loops.KnownLoops;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * Makes closures of a checked expression. What is unknown is a value here, not an error, and {@code && || ?:} and loops treat it as CEL's runtime treats
 * errors (cel-spec, "Logical Operators" and "Macros"), so both give the same answers; this way takes a small part of the time. What conditions rarely use,
 * such as regular expressions, numbers with fractions or maps, is left to the runtime of the library.
 */
final class Translation {
    private static final Set<CelType> COMPARABLE = Set.of(SimpleType.STRING, SimpleType.INT, SimpleType.BOOL);

    private static final Set<String> ABSORBING = Set.of("_&&_", "_||_");

    private final Language language;
    private final CelAbstractSyntaxTree tree;
    private final Map<String, Integer> slots = new HashMap<>();
    private int depth;
    private int mostSlots;
    private boolean isWhole = true;

    private Translation(Language language, CelAbstractSyntaxTree tree) {
        this.language = language;
        this.tree = tree;
    }

    /**
     * A formula, and what it needs.
     *
     * @param slots how many values of loops it keeps at once
     */
    record Translated(Expression.Formula formula, int slots) {}

    /** Empty when a part of it is the library's alone. */
    static Optional<Translated> of(Language language, CelAbstractSyntaxTree tree) {
        var translation = new Translation(language, tree);
        Expression.Formula formula = translation.formula(tree.getExpr());
        return translation.isWhole ? Optional.of(new Translated(formula, translation.mostSlots)) : Optional.empty();
    }

    private Expression.Formula formula(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT -> constant(expression.constant());
            case IDENT -> variable(expression.ident().name());
            case SELECT -> property(expression);
            case CALL -> call(expression);
            case LIST -> list(expression.list());
            case COMPREHENSION -> loop(expression.comprehension());
            case STRUCT, MAP, NOT_SET -> foreign();
        };
    }

    /** Never evaluated: the whole expression goes to the library. */
    private Expression.Formula foreign() {
        isWhole = false;
        return evaluation -> UNKNOWN;
    }

    private Expression.Formula constant(CelConstant constant) {
        Object value = switch (constant.getKind()) {
            case STRING_VALUE -> constant.stringValue();
            case INT64_VALUE -> constant.int64Value();
            case BOOLEAN_VALUE -> constant.booleanValue();
            case NOT_SET, NULL_VALUE, UINT64_VALUE, DOUBLE_VALUE, BYTES_VALUE, DURATION_VALUE, TIMESTAMP_VALUE ->
                UNKNOWN;
        };
        return value == UNKNOWN ? foreign() : evaluation -> value;
    }

    private Expression.Formula variable(String name) {
        Integer slot = slots.get(name);
        if (slot != null) {
            int known = slot;
            return evaluation -> evaluation.slot(known);
        }
        return evaluation -> evaluation.thing(name);
    }

    private Expression.Formula property(CelExpr expression) {
        CelExpr.CelSelect select = expression.select();
        if (!(type(select.operand()) instanceof StructType struct)) {
            return foreign();
        }
        Expression.Formula owner = formula(select.operand());
        String name = select.field();
        boolean isFlag =
                struct.findField(name).stream().anyMatch(field -> field.type().equals(SimpleType.BOOL));
        Expression.Formula value = evaluation ->
                owner.of(evaluation) instanceof Thing thing ? evaluation.property(thing, name, isFlag) : UNKNOWN;
        // Whether a property is set is as unknown as the property.
        return select.testOnly() ? evaluation -> value.of(evaluation) == UNKNOWN ? UNKNOWN : true : value;
    }

    private CelType type(CelExpr expression) {
        return tree.getType(expression.id()).orElse(SimpleType.DYN);
    }

    private Expression.Formula list(CelExpr.CelList list) {
        if (!list.optionalIndices().isEmpty()) {
            return foreign();
        }
        List<Expression.Formula> elements =
                list.elements().stream().map(this::formula).toList();
        if (list.elements().stream().allMatch(one -> one.getKind() == CelExpr.ExprKind.Kind.CONSTANT) && isWhole) {
            List<Object> constants = elements.stream()
                    .map(one -> one.of(Evaluation.of(Map.of(), 0)))
                    .toList();
            return evaluation -> constants;
        }
        return evaluation -> {
            var values = new ArrayList<Object>(elements.size());
            for (Expression.Formula element : elements) {
                Object value = element.of(evaluation);
                if (value == UNKNOWN) {
                    return UNKNOWN;
                }
                values.add(value);
            }
            return values;
        };
    }

    private Expression.Formula call(CelExpr expression) {
        CelExpr.CelCall call = expression.call();
        var arguments = new ArrayList<CelExpr>();
        call.target().ifPresent(arguments::add);
        arguments.addAll(call.args());
        return language.functions().stream()
                .filter(function -> function.name().equals(call.function()))
                .findFirst()
                .map(function -> function(function, arguments))
                .orElseGet(() -> operation(call.function(), arguments));
    }

    private Expression.Formula operation(String name, List<CelExpr> of) {
        return switch (name) {
            case "_&&_" -> connection(of, false);
            case "_||_" -> connection(of, true);
            case "!_" -> not(formula(of.getFirst()));
            case "_?_:_" -> choice(formula(of.get(0)), formula(of.get(1)), formula(of.get(2)));
            case "@not_strictly_false" -> unlessFalse(formula(of.getFirst()));
            case "_==_" -> areComparable(of) ? both(of, Object::equals) : foreign();
            case "_!=_" -> areComparable(of) ? both(of, (one, other) -> !one.equals(other)) : foreign();
            case "_<_" -> order(of, difference -> difference < 0);
            case "_<=_" -> order(of, difference -> difference <= 0);
            case "_>_" -> order(of, difference -> difference > 0);
            case "_>=_" -> order(of, difference -> difference >= 0);
            case "@in" -> isMember(of);
            case "_+_" -> sum(of);
            case "size" -> size(of);
            case "startsWith" -> texts(of, String::startsWith);
            case "endsWith" -> texts(of, String::endsWith);
            case "contains" -> texts(of, String::contains);
            default -> foreign();
        };
    }

    /** Decided by one side alone if that side decides it; else unknown when a side is. */
    private Expression.Formula connection(List<CelExpr> sides, boolean deciding) {
        Expression.Formula[] formulas = sides.stream().map(this::formula).toArray(Expression.Formula[]::new);
        return evaluation -> {
            Object result = !deciding;
            for (Expression.Formula formula : formulas) {
                Object value = formula.of(evaluation);
                if (value == UNKNOWN) {
                    result = UNKNOWN;
                } else if ((Boolean) value == deciding) {
                    return value;
                }
            }
            return result;
        };
    }

    private static Expression.Formula not(Expression.Formula formula) {
        return evaluation -> {
            Object value = formula.of(evaluation);
            return value == UNKNOWN ? UNKNOWN : !(Boolean) value;
        };
    }

    private static Expression.Formula choice(
            Expression.Formula condition, Expression.Formula yes, Expression.Formula no) {
        return evaluation -> {
            Object value = condition.of(evaluation);
            return value == UNKNOWN ? UNKNOWN : ((Boolean) value ? yes : no).of(evaluation);
        };
    }

    private static Expression.Formula unlessFalse(Expression.Formula formula) {
        return evaluation -> {
            Object value = formula.of(evaluation);
            return value == UNKNOWN ? true : value;
        };
    }

    /** Things are compared by the library: whether two are the same is its business. */
    private boolean areComparable(List<CelExpr> sides) {
        return sides.stream().allMatch(side -> COMPARABLE.contains(type(side)))
                && type(sides.getFirst()).equals(type(sides.getLast()));
    }

    private Expression.Formula both(List<CelExpr> sides, BiPredicate<Object, Object> test) {
        Expression.Formula left = formula(sides.getFirst());
        Expression.Formula right = formula(sides.getLast());
        return evaluation -> {
            Object one = left.of(evaluation);
            Object other = one == UNKNOWN ? UNKNOWN : right.of(evaluation);
            return other == UNKNOWN ? UNKNOWN : test.test(one, other);
        };
    }

    private Expression.Formula order(List<CelExpr> sides, LongPredicate test) {
        return sides.stream().allMatch(side -> type(side).equals(SimpleType.INT))
                ? both(sides, (one, other) -> test.test(Long.compare((Long) one, (Long) other)))
                : foreign();
    }

    private Expression.Formula texts(List<CelExpr> of, BiPredicate<String, String> test) {
        return of.size() == 2 && of.stream().allMatch(side -> type(side).equals(SimpleType.STRING))
                ? both(of, (one, other) -> test.test((String) one, (String) other))
                : foreign();
    }

    private Expression.Formula isMember(List<CelExpr> of) {
        return type(of.getLast()) instanceof ListType list
                        && COMPARABLE.contains(list.elemType())
                        && list.elemType().equals(type(of.getFirst()))
                ? both(of, (one, all) -> ((List<?>) all).contains(one))
                : foreign();
    }

    private Expression.Formula sum(List<CelExpr> of) {
        if (of.stream().allMatch(side -> type(side).equals(SimpleType.INT))) {
            return strict(of, (one, other) -> Math.addExact((Long) one, (Long) other));
        }
        if (of.stream().allMatch(side -> type(side) instanceof ListType)) {
            return strict(of, (one, other) -> {
                var all = new ArrayList<Object>((List<?>) one);
                all.addAll((List<?>) other);
                return all;
            });
        }
        return foreign();
    }

    private Expression.Formula strict(List<CelExpr> sides, BinaryOperator<Object> operator) {
        Expression.Formula left = formula(sides.getFirst());
        Expression.Formula right = formula(sides.getLast());
        return evaluation -> {
            Object one = left.of(evaluation);
            Object other = one == UNKNOWN ? UNKNOWN : right.of(evaluation);
            return other == UNKNOWN ? UNKNOWN : operator.apply(one, other);
        };
    }

    private Expression.Formula size(List<CelExpr> of) {
        if (!(type(of.getFirst()) instanceof ListType)) {
            return foreign();
        }
        Expression.Formula list = formula(of.getFirst());
        return evaluation -> {
            Object value = list.of(evaluation);
            return value == UNKNOWN ? UNKNOWN : evaluation.size((List<?>) value);
        };
    }

    private Expression.Formula function(Language.Function function, List<CelExpr> arguments) {
        Expression.Formula thing = formula(arguments.getFirst());
        List<Expression.Formula> texts = arguments.stream()
                .skip(1)
                .map(this::formula)
                .map(Translation::texts)
                .toList();
        boolean isFlag = function.result().equals(Language.Kind.FLAG);
        boolean isConstant = isWhole && arguments.stream().skip(1).allMatch(Translation::isConstant);
        if (isConstant) {
            List<List<String>> known = all(texts, Evaluation.of(Map.of(), 0));
            return evaluation ->
                    thing.of(evaluation) instanceof Thing one ? evaluation.call(function, one, known, isFlag) : UNKNOWN;
        }
        return evaluation -> {
            if (!(thing.of(evaluation) instanceof Thing one)) {
                return UNKNOWN;
            }
            return texts.stream().anyMatch(text -> text.of(evaluation) == UNKNOWN)
                    ? UNKNOWN
                    : evaluation.call(function, one, all(texts, evaluation), isFlag);
        };
    }

    private static boolean isConstant(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT -> true;
            case LIST -> expression.list().elements().stream().allMatch(Translation::isConstant);
            case IDENT, SELECT, CALL, COMPREHENSION, STRUCT, MAP, NOT_SET -> false;
        };
    }

    @SuppressWarnings("unchecked") // each is a list of texts, made by texts()
    private static List<List<String>> all(List<Expression.Formula> texts, Evaluation evaluation) {
        return texts.stream().map(text -> (List<String>) text.of(evaluation)).toList();
    }

    private static Expression.Formula texts(Expression.Formula formula) {
        return evaluation -> {
            Object value = formula.of(evaluation);
            return value == UNKNOWN ? UNKNOWN : texts(value);
        };
    }

    /** A text is a list of one. */
    static List<String> texts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of(value.toString());
    }

    private Expression.Formula loop(CelExpr.CelComprehension loop) {
        Expression.Formula range = formula(loop.iterRange());
        if (!(type(loop.iterRange()) instanceof ListType) || !loop.iterVar2().isEmpty()) {
            return foreign();
        }
        Expression.Formula first = formula(loop.accuInit());
        var outer = new HashMap<>(slots);
        int element = depth;
        int result = depth + 1;
        depth += 2;
        mostSlots = Math.max(mostSlots, depth);
        slots.put(loop.iterVar(), element);
        slots.put(loop.accuVar(), result);
        Expression.Formula goesOn = formula(loop.loopCondition());
        Expression.Formula step = formula(loop.loopStep());
        // Counting and gathering end at the first that is unknown; && and || go on, another one may decide.
        boolean isStrict = !ABSORBING.contains(loop.loopStep().callOrDefault().function());
        Expression.Formula last = formula(loop.result());
        depth -= 2;
        slots.clear();
        slots.putAll(outer);
        Loop whole = (evaluation, values) -> {
            evaluation.fill(result, first.of(evaluation));
            for (Object one : values) {
                evaluation.fill(element, one);
                if (Boolean.FALSE.equals(goesOn.of(evaluation))) {
                    break;
                }
                Object value = step.of(evaluation);
                if (value == UNKNOWN && isStrict) {
                    return UNKNOWN;
                }
                evaluation.fill(result, value);
            }
            return last.of(evaluation);
        };
        Loop once = isAboutElements(loop) ? knowing(whole) : whole;
        return evaluation -> range.of(evaluation) instanceof List<?> values ? once.of(evaluation, values) : UNKNOWN;
    }

    /** A loop over these. */
    private interface Loop {
        Object of(Evaluation evaluation, List<?> values);
    }

    private static Loop knowing(Loop loop) {
        var known = new KnownLoops();
        return (evaluation, values) -> known.result(values, evaluation::unknowns, () -> loop.of(evaluation, values));
    }

    /** Whether it asks nothing but properties of its elements. */
    private boolean isAboutElements(CelExpr.CelComprehension loop) {
        var own = Set.of(loop.iterVar(), loop.accuVar());
        return Stream.of(loop.accuInit(), loop.loopCondition(), loop.loopStep(), loop.result())
                .allMatch(part -> isAbout(part, own));
    }

    private boolean isAbout(CelExpr expression, Set<String> names) {
        return switch (expression.getKind()) {
            case CONSTANT -> true;
            case IDENT -> names.contains(expression.ident().name());
            case SELECT -> isAbout(expression.select().operand(), names);
            case LIST -> expression.list().elements().stream().allMatch(element -> isAbout(element, names));
            case CALL -> {
                CelExpr.CelCall call = expression.call();
                yield language.functions().stream()
                                .noneMatch(function -> function.name().equals(call.function()))
                        && Stream.concat(call.target().stream(), call.args().stream())
                                .allMatch(argument -> isAbout(argument, names));
            }
            case COMPREHENSION, STRUCT, MAP, NOT_SET -> false;
        };
    }
}
