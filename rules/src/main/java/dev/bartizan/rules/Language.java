package dev.bartizan.rules;

import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A typed language of expressions (CEL): which types of things there are, what can be said about them, and which functions tell more. What is misspelt in
 * an expression, a property or a word of an enumeration, is a problem when it is compiled, never a silent false.
 *
 * <p>Expressions are three-valued. A property or function that does not know makes the expression undecided unless the rest decides it: {@code && || exists
 * all} absorb what is unknown as Kleene's strong logic does.
 */
public final class Language {
    private final SortedMap<String, Type> types = new TreeMap<>();
    private final List<Function> functions;
    private final Map<SortedMap<String, String>, ExpressionCompiler> compilers = new ConcurrentHashMap<>();

    /** What values look like. */
    public sealed interface Kind {
        Kind TEXT = new Plain("text");
        Kind NUMBER = new Plain("number");
        Kind FLAG = new Plain("flag");
        /** A list of texts. */
        Kind TEXTS = new Plain("texts");

        static Kind thing(String type) {
            return new OfType(type, false);
        }

        static Kind things(String type) {
            return new OfType(type, true);
        }

        record Plain(String name) implements Kind {}

        record OfType(String type, boolean isList) implements Kind {}
    }

    /**
     * A property, or a parameter of a function.
     *
     * @param words the only texts that it can be; empty when it can be any
     */
    public record Property(String name, Kind kind, List<String> words) {
        public Property {
            words = List.copyOf(words);
        }

        public static Property of(String name, Kind kind) {
            return new Property(name, kind, List.of());
        }
    }

    /** A type of things. */
    public record Type(String name, List<Property> properties) {
        public Type {
            properties = List.copyOf(properties);
        }

        Optional<Property> property(String property) {
            return properties.stream()
                    .filter(one -> one.name().equals(property))
                    .findFirst();
        }
    }

    /**
     * A function.
     *
     * @param parameters the first one is a thing
     */
    public record Function(String name, List<Property> parameters, Kind result, Body body) {
        public Function {
            parameters = List.copyOf(parameters);
            if (parameters.isEmpty() || !(parameters.getFirst().kind() instanceof Kind.OfType)) {
                throw new IllegalArgumentException(name + ": the first parameter is a thing");
            }
        }
    }

    /** What a function does; called only with things that are known. */
    @FunctionalInterface
    public interface Body {
        /** @param texts the parameters behind the first one, each as a list of texts */
        Thing.Value call(Thing thing, List<List<String>> texts);
    }

    private Language(List<Type> types, List<Function> functions) {
        types.forEach(type -> this.types.put(type.name(), type));
        this.functions = List.copyOf(functions);
    }

    public static Language of(List<Type> types, List<Function> functions) {
        return new Language(types, functions);
    }

    /**
     * Compiles an expression that is true or false.
     *
     * @param variables by name, the name of their type
     * @param location of the expression, for problems
     * @param problems takes everything that is wrong with it
     */
    public Optional<Expression> compile(
            String source, SortedMap<String, String> variables, Location location, List<Problem> problems) {
        return compiler(variables).compile(source, false, location, problems);
    }

    /** The same, evaluated by the library: the second opinion of tests. */
    Optional<Expression> compileForLibrary(
            String source, SortedMap<String, String> variables, Location location, List<Problem> problems) {
        return compiler(variables).compile(source, true, location, problems);
    }

    private ExpressionCompiler compiler(SortedMap<String, String> variables) {
        return compilers.computeIfAbsent(new TreeMap<>(variables), names -> new ExpressionCompiler(this, names));
    }

    List<Type> types() {
        return List.copyOf(types.values());
    }

    Optional<Type> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    List<Function> functions() {
        return functions;
    }
}
