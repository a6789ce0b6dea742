package dev.bartizan.rules;

import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import java.util.Optional;

/** One step of a path downwards. */
sealed interface Step {

    /** Goes on from a value, without allocating. */
    Outcome from(Node node, Frame frame);

    /** Goes on from a place, which costs the pointer. */
    Place from(Place place, Frame frame);

    /** {@code .image} */
    record Key(String name) implements Step {
        @Override
        public Outcome from(Node node, Frame frame) {
            return child(node, name, frame);
        }

        @Override
        public Place from(Place place, Frame frame) {
            return place.get(name);
        }
    }

    /** {@code ["container.seccomp.security.alpha.kubernetes.io/${container.name}"]}: a key that ends in a text found elsewhere. */
    record KeyWith(String prefix, Path suffix) implements Step {
        @Override
        public Outcome from(Node node, Frame frame) {
            if (!(node instanceof Mapping mapping) || mapping.size() == 0) {
                return child(node, prefix, frame);
            }
            return key(frame).map(key -> child(node, key, frame)).orElse(Outcome.ABSENT);
        }

        @Override
        public Place from(Place place, Frame frame) {
            return place.get(key(frame).orElse(prefix));
        }

        private Optional<String> key(Frame frame) {
            return suffix.find(frame) == Outcome.FOUND ? frame.found().text().map(prefix::concat) : Optional.empty();
        }
    }

    /** {@code [name=web]}: the first item of a list that has this text under this key. */
    record Select(String key, String value) implements Step {
        @Override
        public Outcome from(Node node, Frame frame) {
            return switch (node) {
                case Sequence sequence -> {
                    int index = index(sequence);
                    yield index < 0 ? Outcome.ABSENT : frame.find(sequence.get(index));
                }
                case Absent _ -> Outcome.ABSENT;
                case Scalar scalar -> scalar.hasValue() ? frame.mistyped(scalar) : Outcome.ABSENT;
                case Mapping mapping -> frame.mistyped(mapping);
            };
        }

        @Override
        public Place from(Place place, Frame frame) {
            int index = place.node() instanceof Sequence sequence ? index(sequence) : -1;
            return index < 0 ? place.get("[" + key + "=" + value + "]") : place.get(index);
        }

        private int index(Sequence sequence) {
            for (int i = 0; i < sequence.size(); i++) {
                if (sequence.get(i) instanceof Mapping item
                        && item.get(key) instanceof Scalar scalar
                        && scalar.raw().equals(value)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** {@code [0]} */
    record Index(int index) implements Step {
        @Override
        public Outcome from(Node node, Frame frame) {
            return switch (node) {
                case Sequence sequence when index < sequence.size() -> valued(sequence.get(index), frame);
                case Sequence _, Absent _ -> Outcome.ABSENT;
                case Scalar scalar -> scalar.hasValue() ? frame.mistyped(scalar) : Outcome.ABSENT;
                case Mapping mapping -> frame.mistyped(mapping);
            };
        }

        @Override
        public Place from(Place place, Frame frame) {
            return place.get(index);
        }
    }

    private static Outcome child(Node node, String key, Frame frame) {
        if (node instanceof Mapping mapping) {
            // Mapping.get would allocate an Absent for every field that is not there, which is most of them.
            int index = mapping.indexOf(key);
            return index < 0 ? missing(mapping, frame) : valued(mapping.value(index), frame);
        }
        return node.hasValue() ? frame.mistyped(node) : Outcome.ABSENT;
    }

    private static Outcome missing(Mapping mapping, Frame frame) {
        String gap = mapping.gap();
        return gap.isEmpty() ? Outcome.ABSENT : frame.unknown(gap);
    }

    /** Null is what the API server drops. */
    private static Outcome valued(Node node, Frame frame) {
        return node.hasValue() ? frame.find(node) : Outcome.ABSENT;
    }
}
