package dev.bartizan.rules;

import dev.bartizan.source.Node;
import dev.bartizan.source.Scalar;
import java.util.List;
import java.util.Locale;

/** What a value is compared with. */
sealed interface Values {

    /** Written in the condition. */
    record Literals(List<String> texts) implements Values {
        public Literals {
            texts = List.copyOf(texts);
        }
    }

    /** A value found elsewhere, as the volume's name that a mount names. */
    record Elsewhere(Path path) implements Values {}

    /** A text of the scope. */
    record ElsewhereText(int slot) implements Values {}

    /** A parameter that nobody has set: what it would hold is not known. */
    record Unset(String gap) implements Values {}

    /** Whether a text is one of the values; UNKNOWN leaves the gap in the frame. ABSENT says no. */
    default Outcome contain(String text, boolean ignoreCase, Normalisation normalisation, Frame frame) {
        return switch (this) {
            case Literals literals -> {
                for (int i = 0; i < literals.texts.size(); i++) {
                    if (equal(text, literals.texts.get(i), ignoreCase, normalisation)) {
                        yield Outcome.FOUND;
                    }
                }
                yield Outcome.ABSENT;
            }
            case Elsewhere elsewhere -> {
                Outcome outcome = elsewhere.path.find(frame);
                Node other = frame.found();
                yield outcome != Outcome.FOUND
                        ? outcome
                        : other instanceof Scalar scalar && equal(text, scalar.raw(), ignoreCase, normalisation)
                                ? Outcome.FOUND
                                : Outcome.ABSENT;
            }
            case ElsewhereText elsewhere ->
                frame.textGap(elsewhere.slot).isEmpty()
                        ? equal(text, frame.text(elsewhere.slot), ignoreCase, normalisation)
                                ? Outcome.FOUND
                                : Outcome.ABSENT
                        : frame.unknown(frame.textGap(elsewhere.slot));
            case Unset unset -> frame.unknown(unset.gap);
        };
    }

    private static boolean equal(String text, String other, boolean ignoreCase, Normalisation normalisation) {
        return switch (normalisation) {
            case NONE -> ignoreCase ? text.equalsIgnoreCase(other) : text.equals(other);
            case CAPABILITY -> text.equals(other) || withoutPrefix(text).equals(withoutPrefix(other));
            case PATH -> isWithin(text, other.endsWith("/") ? other.substring(0, other.length() - 1) : other);
        };
    }

    private static boolean isWithin(String path, String ancestor) {
        return path.startsWith(ancestor)
                && (path.length() == ancestor.length() || path.charAt(ancestor.length()) == '/');
    }

    private static String withoutPrefix(String capability) {
        String upper = capability.toUpperCase(Locale.ROOT);
        return upper.startsWith("CAP_") ? upper.substring("CAP_".length()) : upper;
    }

    /** Under which changes of spelling two texts are the same. */
    enum Normalisation {
        NONE,
        /** As container runtimes read Linux capabilities: any case, with or without CAP_. */
        CAPABILITY,
        /** A path is the same as one that it lies within: {@code ghcr.io/team/server} and {@code ghcr.io/team}. */
        PATH
    }
}
