package dev.bartizan.rules;

import dev.bartizan.source.Spelling;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds words in an expression that an enumerated property never is, or that a function does not know. */
final class WordCheck {
    private final Language language;
    private final CelAbstractSyntaxTree tree;
    private final List<Mistake> mistakes = new ArrayList<>();

    /**
     * A word that is none.
     *
     * @param place of it in the expression, where the compiler still knows it
     */
    record Mistake(String text, Optional<CelSourceLocation> place) {}

    WordCheck(Language language, CelAbstractSyntaxTree tree) {
        this.language = language;
        this.tree = tree;
    }

    /** What is wrong, in the order of the expression. */
    List<Mistake> mistakes() {
        visit(tree.getExpr());
        return List.copyOf(mistakes);
    }

    private void visit(CelExpr expression) {
        switch (expression.getKind()) {
            case CALL -> call(expression.call());
            case SELECT -> visit(expression.select().operand());
            case LIST -> expression.list().elements().forEach(this::visit);
            case COMPREHENSION -> {
                CelExpr.CelComprehension loop = expression.comprehension();
                List.of(loop.iterRange(), loop.accuInit(), loop.loopCondition(), loop.loopStep(), loop.result())
                        .forEach(this::visit);
            }
            case CONSTANT, IDENT, STRUCT, MAP, NOT_SET -> {}
        }
    }

    private void call(CelExpr.CelCall call) {
        call.target().ifPresent(this::visit);
        call.args().forEach(this::visit);
        language.functions().stream()
                .filter(function -> function.name().equals(call.function()))
                .forEach(function -> arguments(function, call.args()));
        if (call.args().size() == 2 && List.of("_==_", "_!=_", "@in").contains(call.function())) {
            compare(call.args().getFirst(), call.args().getLast());
            compare(call.args().getLast(), call.args().getFirst());
        }
    }

    private void arguments(Language.Function function, List<CelExpr> arguments) {
        for (int i = 0; i < Math.min(arguments.size(), function.parameters().size()); i++) {
            Language.Property parameter = function.parameters().get(i);
            if (!parameter.words().isEmpty()) {
                literals(arguments.get(i)).forEach(word -> check(parameter, word));
            }
        }
    }

    private void compare(CelExpr property, CelExpr literal) {
        enumerated(property).ifPresent(found -> literals(literal).forEach(word -> check(found, word)));
    }

    private Optional<Language.Property> enumerated(CelExpr expression) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.SELECT) {
            return Optional.empty();
        }
        CelExpr.CelSelect select = expression.select();
        Optional<CelType> owner = tree.getType(select.operand().id());
        return owner.filter(StructType.class::isInstance)
                .flatMap(type -> language.type(type.name()))
                .flatMap(type -> type.property(select.field()))
                .filter(property -> !property.words().isEmpty());
    }

    private static List<CelExpr> literals(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT ->
                expression.constant().getKind() == CelConstant.Kind.STRING_VALUE ? List.of(expression) : List.of();
            case LIST ->
                expression.list().elements().stream()
                        .flatMap(element -> literals(element).stream())
                        .toList();
            case CALL, SELECT, COMPREHENSION, IDENT, STRUCT, MAP, NOT_SET -> List.of();
        };
    }

    private void check(Language.Property property, CelExpr literal) {
        String word = literal.constant().stringValue();
        if (!property.words().contains(word)) {
            String near = Spelling.nearest(word, property.words())
                    .map(nearest -> "; did you mean '" + nearest + "'?")
                    .orElse("");
            mistakes.add(new Mistake("'" + word + "' is no " + property.name() + near, place(literal)));
        }
    }

    private Optional<CelSourceLocation> place(CelExpr expression) {
        return Optional.ofNullable(tree.getSource().getPositionsMap().get(expression.id()))
                .flatMap(tree.getSource()::getOffsetLocation);
    }
}
