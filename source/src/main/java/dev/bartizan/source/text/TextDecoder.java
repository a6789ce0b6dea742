package dev.bartizan.source.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Turns the bytes of a file into text: UTF-8, or UTF-16 and UTF-32 when a byte order mark says so. Bytes that are not UTF-8 but otherwise plain are
 * taken as ISO-8859-1, in which every byte means something; anything else is no text.
 */
public final class TextDecoder {
    private static final Charset UTF_32 = Charset.forName("UTF-32");
    private static final char MARK = '\uFEFF';

    private TextDecoder() {}

    /** Decodes a whole file; a byte order mark is not part of its text. */
    public static Decoded decode(byte[] bytes) {
        Optional<BinaryKind> kind = BinaryKind.of(bytes);
        if (kind.isPresent()) {
            return new Decoded.Binary(kind.get().words, 1, 1);
        }
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return text(new String(bytes, UTF_32));
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return text(new String(bytes, StandardCharsets.UTF_16));
        }
        int nul = indexOfNul(bytes);
        if (nul >= 0) {
            return binary(
                    bytes, nul, looksLikeUtf16(bytes) ? "UTF-16 without a byte order mark" : "data with NUL bytes");
        }
        return utf8(bytes);
    }

    private static Decoded utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // The JDK replaces what it cannot decode: only a text with replacement characters has to be looked at again.
        if (text.indexOf('\uFFFD') < 0) {
            return text(text);
        }
        int firstBad = firstMalformed(bytes);
        return firstBad < 0 ? text(text) : latin1(bytes, firstBad);
    }

    private static int firstMalformed(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var input = ByteBuffer.wrap(bytes);
        var output = CharBuffer.allocate(1 << 14);
        while (true) {
            CoderResult result = decoder.decode(input, output, true);
            if (result.isError()) {
                return input.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            output.clear();
        }
    }

    private static Decoded latin1(byte[] bytes, int firstBad) {
        int control = indexOfControl(bytes);
        if (control >= 0) {
            return binary(bytes, control, "data that is not text");
        }
        // The controls of ISO-8859-1 are quotes and dashes of Windows-1252, which YAML would refuse: their shape is
        // lost, the document is not.
        var text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
        for (int i = firstBad; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80 && text.charAt(i) < 0xA0) {
                text.setCharAt(i, '\uFFFD');
            }
        }
        return new Decoded.Text(SourceText.of(text.toString()), OptionalInt.of(firstBad));
    }

    private static Decoded text(String decoded) {
        String text = !decoded.isEmpty() && decoded.charAt(0) == MARK ? decoded.substring(1) : decoded;
        return new Decoded.Text(SourceText.of(text), OptionalInt.empty());
    }

    private static Decoded binary(byte[] bytes, int at, String looksLike) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < at; i++) {
            if (bytes[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Decoded.Binary(looksLike, line, at - lineStart + 1);
    }

    private static int indexOfNul(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int indexOfControl(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            boolean plain = bytes[i] >= ' ' || bytes[i] < 0 || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t';
            if (!plain) {
                return i;
            }
        }
        return -1;
    }

    /** Every other byte of the first few is zero. */
    private static boolean looksLikeUtf16(byte[] bytes) {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length & ~1, 64));
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        int pairs = head.length / 2;
        return pairs > 1 && ((even == pairs && odd == 0) || (odd == pairs && even == 0));
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
