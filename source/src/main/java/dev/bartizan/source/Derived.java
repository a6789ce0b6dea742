package dev.bartizan.source;

/** A text that nobody wrote but that a controller is known to fill in; it stands at the value it is derived from. */
public final class Derived extends Scalar {
    private Derived(Node from, String text) {
        super(from.file(), text, from.start(), from.start(), Style.TAGGED_STRING);
    }

    public static Derived of(Node from, String text) {
        return new Derived(from, text);
    }
}
