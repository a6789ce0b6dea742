package dev.bartizan.baseline.identity;

import dev.bartizan.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * Identifies what a check found, so that it is the same finding tomorrow: 16 bytes of SHA-256 in hexadecimal digits over canonical JSON of the rule, its
 * version, the asset, a pointer without list positions and the normalised value. A renamed file, added lines, another order of documents or of list items
 * leave it as it is. Secrets are masked in the tree already, so none gets in.
 */
public final class Fingerprint {
    private static final int BYTES = 16;

    /** Most fit in here: growing would copy each of them several times. */
    private static final int USUAL_LENGTH = 256;

    private final StringBuilder text = new StringBuilder(USUAL_LENGTH).append('[');

    private Fingerprint() {}

    /** The fingerprint of something that is told apart by texts alone: a roll-up, or the second of two identical findings. */
    public static String of(List<String> parts) {
        var fingerprint = new Fingerprint();
        parts.forEach(fingerprint::add);
        return fingerprint.digest();
    }

    /**
     * Of a value within an object.
     *
     * @param rule id and version of the check
     * @param asset id of the asset, with the container if it is about one
     * @param distinction the stable pointer of the value, or of where one would be; of what has no place in the object another text that tells it apart
     * @param value what was found there; empty when the finding is about no value
     */
    public static String of(List<String> rule, String asset, String distinction, Optional<Node> value) {
        var fingerprint = new Fingerprint();
        rule.forEach(fingerprint::add);
        fingerprint.add(asset);
        fingerprint.add(distinction);
        fingerprint.text.append(value.map(CanonicalText::of).orElse("null"));
        return fingerprint.digest();
    }

    private void add(String part) {
        CanonicalText.quote(part, text);
        text.append(',');
    }

    private String digest() {
        return Digest.hex(text.append(']').toString(), BYTES);
    }
}
