package dev.bartizan.rules;

/** A path that cannot be read. Never leaves the package: the reader makes a located problem of it. */
final class SyntaxException extends RuntimeException {
    private final String root;

    private SyntaxException(String message, String root) {
        super(message);
        this.root = root;
    }

    static SyntaxException unknownRoot(String root) {
        return new SyntaxException("unknown root", root);
    }

    static SyntaxException expected(String what, String path, int position) {
        return new SyntaxException(
                "'" + Wording.clipped(path) + "' is no path: " + what + " expected at character " + (position + 1), "");
    }

    /** The root that nothing is called by; empty when something else is wrong. */
    String root() {
        return root;
    }

    String mistake() {
        return String.valueOf(getMessage());
    }
}
