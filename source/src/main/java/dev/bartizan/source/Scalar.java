package dev.bartizan.source;

import java.util.Optional;

/** A single value, with its text as the API server sees it: unquoted, unescaped, secrets masked. */
public sealed class Scalar implements Node permits Redacted, Scalar.Derived {
    /** How a scalar is written, as far as it changes what it means. */
    enum Style {
        PLAIN(0),
        QUOTED(1),
        BLOCK(2),
        /** With an explicit {@code !!str} or {@code !!binary} tag. */
        TAGGED_STRING(3);

        private final int code;

        Style(int code) {
            this.code = code;
        }
    }

    private static final int STYLE_SHIFT = 29;
    private static final int LENGTH_MASK = (1 << STYLE_SHIFT) - 1;
    private static final Style[] STYLES = Style.values();

    private final SourceFile file;
    private final String text;
    private final int start;
    /** Two values in one word: a platform has millions of scalars. */
    private final int styleAndLength;

    Scalar(SourceFile file, String text, int start, int end, Style style) {
        this.file = file;
        this.text = text;
        this.start = start;
        this.styleAndLength = style.code << STYLE_SHIFT | Math.min(end - start, LENGTH_MASK);
    }

    @Override
    public SourceFile file() {
        return file;
    }

    @Override
    public int start() {
        return start;
    }

    /** Where the written form ends (exclusive), quotes included, in UTF-16 units from the start of the file. */
    public int end() {
        return start + (styleAndLength & LENGTH_MASK);
    }

    Style style() {
        return STYLES[styleAndLength >>> STYLE_SHIFT];
    }

    /** What the API server reads this as. */
    public ScalarType type() {
        return style() == Style.PLAIN ? ScalarResolution.typeOf(text) : ScalarType.STRING;
    }

    /** The text as written (masked where it was secret), also of null. */
    public String raw() {
        return text;
    }

    @Override
    public boolean hasValue() {
        return type() != ScalarType.NULL;
    }

    @Override
    public Optional<String> text() {
        return hasValue() ? Optional.of(text) : Optional.empty();
    }

    @Override
    public boolean isTrue() {
        return style() == Style.PLAIN && ScalarResolution.isTrue(text);
    }

    @Override
    public boolean isFalse() {
        return style() == Style.PLAIN && ScalarResolution.isFalse(text);
    }

    /** The whole number that the API server reads here, if it is one: {@code 0644} is 420, {@code 1_000} is 1000, {@code "7"} is none. */
    public Optional<Long> integer() {
        return style() == Style.PLAIN ? ScalarResolution.integer(text) : Optional.empty();
    }

    /** What was taken out of the text, if anything was. */
    public Optional<Redaction> redaction() {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    /** A text that nobody wrote but that a controller is known to fill in; it stands at the value it is derived from. */
    public static final class Derived extends Scalar {
        private Derived(Node from, String text, Style style) {
            super(from.file(), text, from.start(), from.start(), style);
        }

        public static Derived of(Node from, String text) {
            return new Derived(from, text, Style.TAGGED_STRING);
        }

        /** One that means what it would mean without quotes: a number, true or false. */
        public static Derived plain(Node from, String text) {
            return new Derived(from, text, Style.PLAIN);
        }
    }
}
