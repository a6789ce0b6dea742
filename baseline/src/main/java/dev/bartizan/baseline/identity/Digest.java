package dev.bartizan.baseline.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts. */
final class Digest {
    /** Looking the algorithm up costs more than digesting the few bytes of a finding. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Digest::sha256);

    private Digest() {}

    /** The first bytes in hexadecimal digits. */
    static String hex(String text, int bytes) {
        byte[] digest = SHA_256.get().digest(text.getBytes(UTF_8));
        return HexFormat.of().formatHex(digest, 0, bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
