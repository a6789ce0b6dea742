package dev.bartizan.testkit;

/**
 * A place where a planted secret, or at least twelve characters of it, came out.
 *
 * @param canary the name of the position it was planted in
 * @param encoding how it is written here: plain, utf-16, base64 ...
 * @param where the file; empty for bytes that were handed over
 * @param offset in bytes
 */
public record Leak(String canary, String encoding, String where, long offset) {
    @Override
    public String toString() {
        return "%s (%s) at byte %s of %s".formatted(canary, encoding, offset, where.isEmpty() ? "the text" : where);
    }
}
