package dev.bartizan.ingest.objects;

/** Shortens what the input says before it goes into a message. */
public final class Clip {
    private static final int LONGEST = 80;

    private Clip() {}

    public static String of(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
