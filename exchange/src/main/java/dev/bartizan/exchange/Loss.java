package dev.bartizan.exchange;

import dev.bartizan.exchange.model.Part;
import dev.bartizan.source.Location;

/**
 * Something that a file does not say as the model says it, because its format cannot.
 *
 * @param of what it belongs to: {@code assets}
 * @param field what is said of those; empty for themselves
 * @param what the thing itself: {@code description of asset 'web'}
 * @param location where it was read, with its pointer
 * @param why in words
 */
public record Loss(Manner manner, String of, String field, String what, Location location, String why) {
    /** What became of it. */
    public enum Manner {
        /** It is not in the file. */
        DROPPED("left out"),
        /** It is in the file as something else. */
        CHANGED("changed"),
        /** The file says it and the model does not: the format requires it. */
        ASSUMED("filled in");

        private final String word;

        Manner(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** A part that is not in the file at all. */
    static Loss dropped(Part part, String why) {
        return new Loss(
                Manner.DROPPED,
                part.kind().plural(),
                "",
                part.kind().word() + " '" + part.name() + "'",
                part.location(),
                why);
    }

    @Override
    public String toString() {
        return manner.word() + ": " + what + " (" + location
                + (location.pointer().isEmpty() ? "" : ", ") + location.pointer() + "): " + why;
    }
}
