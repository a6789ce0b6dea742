package dev.bartizan.rules;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Compiles expressions of a language about certain variables. */
@SuppressWarnings(
        "Immutable") // the library asks for it; nothing here changes once it is made, which the compiler cannot see
final class ExpressionCompiler {
    private final Language language;
    private final SortedMap<String, String> variables;
    private final Map<String, StructType> types = new HashMap<>();
    private final CelCompiler compiler;
    /** Made when an expression needs it: most do not. */
    private final Supplier<CelRuntime> runtime = Suppliers.memoize(this::runtime);

    ExpressionCompiler(Language language, SortedMap<String, String> variables) {
        this.language = language;
        this.variables = variables;
        for (Language.Type type : language.types()) {
            ImmutableSet<String> names =
                    type.properties().stream().map(Language.Property::name).collect(ImmutableSet.toImmutableSet());
            types.put(
                    type.name(),
                    StructType.create(
                            type.name(), names, name -> type.property(name).map(found -> type(found.kind()))));
        }
        this.compiler = compiler();
    }

    private CelType type(Language.Kind kind) {
        return switch (kind) {
            case Language.Kind.OfType of -> {
                StructType type = Objects.requireNonNull(types.get(of.type()), of.type());
                yield of.isList() ? ListType.create(type) : type;
            }
            case Language.Kind.Plain plain ->
                switch (plain.name()) {
                    case "number" -> SimpleType.INT;
                    case "flag" -> SimpleType.BOOL;
                    case "texts" -> ListType.create(SimpleType.STRING);
                    default -> SimpleType.STRING;
                };
        };
    }

    private CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(provider())
                .setResultType(SimpleType.BOOL);
        variables.forEach((name, type) -> builder.addVar(name, type(Language.Kind.thing(type))));
        language.functions().forEach(function -> builder.addFunctionDeclarations(declaration(function)));
        return builder.build();
    }

    /** @param isLibrarys whether the library is to evaluate it in any case */
    Optional<Expression> compile(String source, boolean isLibrarys, Location location, List<Problem> problems) {
        CelValidationResult result = compiler.compile(source);
        if (result.hasError()) {
            result.getErrors()
                    .forEach(issue -> problems.add(
                            problem(withCaret(issue.getMessage(), issue.getSourceLocation(), source), location)));
            return Optional.empty();
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            List<WordCheck.Mistake> mistakes = new WordCheck(language, tree).mistakes();
            if (!mistakes.isEmpty()) {
                mistakes.forEach(mistake -> problems.add(problem(
                        mistake.place()
                                .map(place -> withCaret(mistake.text(), place, source))
                                .orElse(mistake.text() + "\n    " + source.strip()),
                        location)));
                return Optional.empty();
            }
            return Optional.of(Optional.of(tree)
                    .filter(one -> !isLibrarys)
                    .flatMap(one -> Translation.of(language, one))
                    .map(ours -> new Expression(source, ours.formula(), ours.slots()))
                    .orElseGet(() -> new Expression(source, library(source, tree), 0)));
        } catch (CelValidationException exception) {
            throw new IllegalStateException("it was just found right", exception);
        }
    }

    private Expression.Formula library(String source, CelAbstractSyntaxTree tree) {
        try {
            return new ThingValue.Library(source, runtime.get().createProgram(tree), variables, types);
        } catch (CelEvaluationException exception) {
            throw new IllegalStateException("it was just found right", exception);
        }
    }

    private static String withCaret(String message, CelSourceLocation place, String source) {
        int line = Math.max(1, place.getLine());
        String text = source.lines().skip(line - 1L).findFirst().orElse("");
        String caret = " ".repeat(Math.max(0, place.getColumn())) + "^";
        return message + "\n    " + text + "\n    " + caret;
    }

    private static Problem problem(String message, Location location) {
        return Problem.error("condition", message, "see the language of conditions in the guide", location);
    }

    private CelTypeProvider provider() {
        return new CelTypeProvider() {
            @Override
            public ImmutableCollection<CelType> types() {
                return ImmutableList.copyOf(types.values());
            }

            @Override
            public Optional<CelType> findType(String name) {
                return Optional.ofNullable(types.get(name));
            }
        };
    }

    private CelFunctionDecl declaration(Language.Function function) {
        List<CelType> parameters = function.parameters().stream()
                .map(parameter -> type(parameter.kind()))
                .collect(Collectors.toList());
        return CelFunctionDecl.newFunctionDeclaration(
                function.name(),
                CelOverloadDecl.newGlobalOverload(overload(function), type(function.result()), parameters));
    }

    private static String overload(Language.Function function) {
        return function.name() + "_of_thing";
    }

    private CelRuntime runtime() {
        CelRuntimeBuilder builder = CelRuntimeFactory.plannerRuntimeBuilder()
                .setTypeProvider(provider())
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .excludeFunctions(CelStandardFunctions.StandardFunction.SIZE)
                        .build())
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        "size",
                        CelFunctionBinding.from("size_list", List.class, ThingValue::size),
                        CelFunctionBinding.from("list_size", List.class, ThingValue::size)));
        for (Language.Function function : language.functions()) {
            ImmutableList<Class<?>> parameters = function.parameters().stream()
                    .map(parameter -> javaType(parameter.kind()))
                    .collect(ImmutableList.toImmutableList());
            builder.addFunctionBindings(CelFunctionBinding.fromOverloads(
                    function.name(),
                    CelFunctionBinding.from(
                            overload(function), parameters, arguments -> ThingValue.call(function, arguments))));
        }
        return builder.build();
    }

    private static Class<?> javaType(Language.Kind kind) {
        return switch (kind) {
            case Language.Kind.OfType of -> of.isList() ? List.class : ThingValue.class;
            case Language.Kind.Plain plain ->
                switch (plain.name()) {
                    case "number" -> Long.class;
                    case "flag" -> Boolean.class;
                    case "texts" -> List.class;
                    default -> String.class;
                };
        };
    }
}
