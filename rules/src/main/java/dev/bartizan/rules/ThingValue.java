package dev.bartizan.rules;

import dev.cel.common.CelErrorCode;
import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.values.StructValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/** A thing as the library's runtime of expressions sees it during one evaluation. */
@SuppressWarnings("Immutable") // of the library's values; this one lives for one evaluation and gathers its gaps
final class ThingValue extends StructValue<String, Object> {
    /**
     * An expression as the library evaluates it.
     *
     * @param variables by name, their type
     */
    record Library(String source, Program program, SortedMap<String, String> variables, Map<String, StructType> types)
            implements Expression.Formula {
        /** @throws IllegalStateException if evaluating fails for another reason than something unknown */
        @Override
        public Object of(Evaluation evaluation) {
            var values = new HashMap<String, Object>();
            variables.forEach(
                    (name, type) -> values.put(name, new ThingValue(evaluation.thing(name), type, types, evaluation)));
            try {
                return program.eval(values);
            } catch (CelEvaluationException exception) {
                if (evaluation.gaps().isEmpty()) {
                    throw new IllegalStateException("evaluating '" + source + "' failed", exception);
                }
                return Expression.Formula.Unknown.UNKNOWN;
            }
        }
    }

    private final Thing thing;
    private final String type;
    private final Map<String, StructType> types;
    private final Evaluation evaluation;

    /** Thrown on what is unknown: the runtime absorbs errors in {@code && || exists all} exactly as Kleene's logic asks. */
    static final class Gap extends CelRuntimeException {
        Gap() {
            super(new Missing(), CelErrorCode.ATTRIBUTE_NOT_FOUND);
        }

        /** Nobody reads the stack, and filling it costs five times the evaluation. */
        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }

        private static final class Missing extends RuntimeException {
            Missing() {
                super("unknown", null, false, false);
            }
        }
    }

    ThingValue(Thing thing, String type, Map<String, StructType> types, Evaluation evaluation) {
        this.thing = thing;
        this.type = type;
        this.types = types;
        this.evaluation = evaluation;
    }

    /** How many there are; not known when one of them stands for those that were not read. */
    static long size(List<?> values) {
        for (Object value : values) {
            if (value instanceof ThingValue one && one.thing instanceof Thing.Stranger stranger) {
                one.evaluation.unknown(stranger.gap());
                throw new Gap();
            }
        }
        return values.size();
    }

    /** Calls a function with the arguments of the runtime. */
    static Object call(Language.Function function, Object[] arguments) {
        var self = (ThingValue) arguments[0];
        var texts = new ArrayList<List<String>>();
        for (int i = 1; i < arguments.length; i++) {
            texts.add(Translation.texts(arguments[i]));
        }
        boolean isFlag = function.result().equals(Language.Kind.FLAG);
        return self.wrap(self.evaluation.call(function, self.thing, texts, isFlag), type(function.result()));
    }

    private static String type(Language.Kind kind) {
        return kind instanceof Language.Kind.OfType of ? of.type() : "";
    }

    private Object wrap(Object value, String of) {
        return switch (value) {
            case Expression.Formula.Unknown ignored -> throw new Gap();
            case Thing one -> new ThingValue(one, of, types, evaluation);
            case List<?> several -> several.stream().map(one -> wrap(one, of)).toList();
            default -> value;
        };
    }

    @Override
    public Object select(String property) {
        CelType declared =
                ((StructType) celType()).findField(property).orElseThrow().type();
        Object value = evaluation.property(thing, property, declared.equals(SimpleType.BOOL));
        return wrap(value, declared instanceof ListType list ? list.elemType().name() : declared.name());
    }

    /** Whether a property is set is as unknown as the property. */
    @Override
    public Optional<Object> find(String property) {
        return Optional.of(select(property));
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return Objects.requireNonNull(types.get(type), type);
    }
}
