package dev.bartizan.rules;

import java.util.List;
import java.util.Optional;

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
     * @param rest why there may be more than these; empty when there are no others
     */
    record Several(List<? extends Thing> things, Optional<String> rest) implements Value {
        public Several {
            things = List.copyOf(things);
        }
    }

    /** @param gap what would have to be known: {@code whether policies of ml-serving are kept elsewhere} */
    record Unknown(String gap) implements Value {}
}
