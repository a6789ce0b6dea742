package dev.bartizan.testkit;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Bytes that give a planted secret away: twelve of its characters in one encoding. */
final class CanaryPattern {
    /** Whatever is cut short, masked in part or wrapped still shows one of these pieces unless less than two of them are there. */
    private static final int PIECE = 12;

    private static final int ALIGNMENTS = 3;

    private final String canary;
    private final String encoding;
    private final byte[] bytes;

    private CanaryPattern(String canary, String encoding, byte[] bytes) {
        this.canary = canary;
        this.encoding = encoding;
        this.bytes = bytes;
    }

    String canary() {
        return canary;
    }

    String encoding() {
        return encoding;
    }

    int length() {
        return bytes.length;
    }

    byte at(int index) {
        return bytes[index];
    }

    static List<CanaryPattern> of(Canary canary) {
        List<CanaryPattern> patterns = new ArrayList<>();
        for (String piece : pieces(canary.value())) {
            addTexts(patterns, canary.name(), "", piece);
            for (int alignment = 0; alignment < ALIGNMENTS; alignment++) {
                addEncoded(patterns, canary.name(), "base64 ", base64(piece, alignment));
            }
        }
        canary.carrier()
                .map(CanaryPattern::pieces)
                .orElse(List.of())
                .forEach(piece -> addEncoded(patterns, canary.name(), "compressed ", piece));
        return patterns;
    }

    /** What is base64 already, and that once more: so the values of Secrets hold registry credentials and Helm releases. */
    private static void addEncoded(List<CanaryPattern> patterns, String name, String encoding, String text) {
        addTexts(patterns, name, encoding, text);
        for (int alignment = 0; alignment < ALIGNMENTS; alignment++) {
            addTexts(patterns, name, encoding + "base64 ", base64(text, alignment));
        }
    }

    /** As a file, a heap (a byte or two for each character, in either order) and a URL hold it. */
    private static void addTexts(List<CanaryPattern> patterns, String name, String encoding, String text) {
        add(patterns, name, encoding + "plain", text, StandardCharsets.ISO_8859_1);
        add(patterns, name, encoding + "utf-16le", text, StandardCharsets.UTF_16LE);
        add(patterns, name, encoding + "utf-16be", text, StandardCharsets.UTF_16BE);
        String forUrl = text.replace('+', '-').replace('/', '_');
        if (!forUrl.equals(text)) {
            add(patterns, name, encoding + "url", forUrl, StandardCharsets.ISO_8859_1);
        }
    }

    private static void add(List<CanaryPattern> patterns, String name, String encoding, String text, Charset charset) {
        patterns.add(new CanaryPattern(name, encoding, text.getBytes(charset)));
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from + PIECE <= text.length(); from += PIECE) {
            pieces.add(text.substring(from, from + PIECE));
        }
        return pieces;
    }

    /**
     * The characters of base64 that depend on this piece alone when it stands in a longer text: base64 writes three bytes as four characters, so
     * a text looks different depending on whether 0, 1 or 2 bytes of its first three belong to what is before it.
     */
    static String base64(String piece, int alignment) {
        byte[] shifted = ("\0".repeat(alignment) + piece).getBytes(StandardCharsets.ISO_8859_1);
        String encoded = Base64.getEncoder().encodeToString(shifted);
        int first = (alignment * 8 + 5) / 6;
        int end = shifted.length * 8 / 6;
        return encoded.substring(first, end);
    }
}
