package dev.bartizan.rules;

import dev.cel.common.CelErrorCode;
import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.values.StructValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A thing as the runtime of expressions sees it during one evaluation. */
@SuppressWarnings("Immutable") // of the library's values; this one lives for one evaluation and gathers its gaps
final class ThingValue extends StructValue<String, Object> {
    private final Thing thing;
    private final String type;
    private final Evaluation evaluation;

    /**
     * One evaluation: the gaps that were met.
     *
     * @param assumed what flags that nobody knows are taken to be, by gap
     */
    record Evaluation(Map<String, StructType> types, SortedSet<String> gaps, SortedMap<String, Boolean> assumed) {
        static Evaluation of(Map<String, StructType> types) {
            return new Evaluation(types, new TreeSet<>(), new TreeMap<>());
        }

        Gap gap(String what) {
            gaps.add(what);
            return new Gap(what);
        }
    }

    /** Thrown on what is unknown: the runtime absorbs errors in {@code && || exists all} exactly as Kleene's logic asks. */
    static final class Gap extends CelRuntimeException {
        Gap(String what) {
            super(new Missing(what), CelErrorCode.ATTRIBUTE_NOT_FOUND);
        }

        /** Nobody reads the stack, and filling it costs five times the evaluation. */
        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }

        private static final class Missing extends RuntimeException {
            Missing(String what) {
                super(what, null, false, false);
            }
        }
    }

    /** Of whom nothing is known: one of those that may be there beside the ones that were read. */
    private record Stranger(String gap) implements Thing {
        @Override
        public String name() {
            return gap;
        }

        @Override
        public Value property(String property) {
            return new Thing.Unknown(gap);
        }
    }

    /** How many there are; not known when one of them stands for those that were not read. */
    static long size(List<?> values) {
        for (Object value : values) {
            if (value instanceof ThingValue one && one.thing instanceof Stranger stranger) {
                throw one.evaluation.gap(stranger.gap());
            }
        }
        return values.size();
    }

    ThingValue(Thing thing, String type, Evaluation evaluation) {
        this.thing = thing;
        this.type = type;
        this.evaluation = evaluation;
    }

    /** Calls a function with the arguments of the runtime. */
    static Object call(Language.Function function, Object[] arguments) {
        var self = (ThingValue) arguments[0];
        if (self.thing instanceof Stranger stranger) {
            throw self.evaluation.gap(stranger.gap());
        }
        var texts = new ArrayList<List<String>>();
        for (int i = 1; i < arguments.length; i++) {
            texts.add(texts(arguments[i]));
        }
        return self.unwrap(function.body().call(self.thing, texts), function.result());
    }

    private static List<String> texts(Object argument) {
        if (argument instanceof List<?> list) {
            return list.stream().map(Object::toString).toList();
        }
        return List.of(argument.toString());
    }

    private Object unwrap(Thing.Value value, Language.Kind kind) {
        return switch (value) {
            case Thing.Text text -> text.text();
            case Thing.Figure number -> number.number();
            case Thing.Flag flag -> flag.isTrue();
            case Thing.One one -> new ThingValue(one.thing(), typeOf(kind), evaluation);
            case Thing.Several several -> several(several, typeOf(kind));
            case Thing.Unknown unknown -> {
                Boolean assumed =
                        kind.equals(Language.Kind.FLAG) ? evaluation.assumed().get(unknown.gap()) : null;
                if (assumed == null) {
                    throw evaluation.gap(unknown.gap());
                }
                yield assumed;
            }
        };
    }

    private List<Object> several(Thing.Several several, String of) {
        var values = new ArrayList<Object>();
        several.things().forEach(one -> values.add(new ThingValue(one, of, evaluation)));
        several.rest().ifPresent(gap -> values.add(new ThingValue(new Stranger(gap), of, evaluation)));
        return values;
    }

    private static String typeOf(Language.Kind kind) {
        return ((Language.Kind.OfType) kind).type();
    }

    @Override
    public Object select(String property) {
        return unwrap(thing.property(property), kind(property));
    }

    private Language.Kind kind(String property) {
        CelType declared =
                ((StructType) celType()).findField(property).orElseThrow().type();
        return switch (declared) {
            case StructType struct -> Language.Kind.thing(struct.name());
            case ListType list when list.elemType() instanceof StructType struct -> Language.Kind.things(struct.name());
            case SimpleType simple when simple.equals(SimpleType.BOOL) -> Language.Kind.FLAG;
            default -> Language.Kind.TEXT;
        };
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
        StructType known = evaluation.types().get(type);
        if (known == null) {
            throw new IllegalStateException("no type is called " + type);
        }
        return known;
    }
}
