package dev.bartizan.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that an expression speaks about, as a type of a {@link Language} describes it. */
public interface Thing {
    /** What answers call it: {@code vllm-drafts}. */
    String name();

    /** The value of a property that the language gives its type. */
    Value property(String property);

    /** What a property or a function can say. */
    sealed interface Value {
        static Value of(String text) {
            return new Text(text);
        }

        static Value of(long number) {
            return new Figure(number);
        }

        static Value of(boolean flag) {
            return flag ? Flag.YES : Flag.NO;
        }
    }

    record Text(String text) implements Value {}

    record Figure(long number) implements Value {}

    record Flag(boolean isTrue) implements Value {
        static final Flag YES = new Flag(true);
        static final Flag NO = new Flag(false);
    }

    record One(Thing thing) implements Value {}

    /**
     * Several things.
     *
     * @param things the last one is a {@link Stranger} where there may be more
     */
    record Several(List<Thing> things) implements Value {
        public Several {
            things = List.copyOf(things);
        }

        /** All that there are. */
        public static Several of(List<? extends Thing> things) {
            return new Several(List.copyOf(things));
        }

        /** @param rest why there may be more than these; empty when there are no others */
        public static Several of(List<? extends Thing> things, Optional<String> rest) {
            return rest.isEmpty()
                    ? of(things)
                    : new Several(Stream.<Thing>concat(things.stream(), Stream.of(new Stranger(rest.get())))
                            .toList());
        }
    }

    /** Of whom nothing is known: one of those that may be there beside the ones that were read. */
    record Stranger(String gap) implements Thing {
        @Override
        public String name() {
            return gap;
        }

        @Override
        public Value property(String property) {
            return new Unknown(gap);
        }
    }

    /** @param gap what would have to be known: {@code whether policies of ml-serving are kept elsewhere} */
    record Unknown(String gap) implements Value {}
}
