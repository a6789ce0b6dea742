package dev.bartizan.ingest.kubernetes;

/** Shortens what the input says before it goes into a message. */
final class Clip {
    private static final int LONGEST = 80;

    private Clip() {}

    static String of(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
