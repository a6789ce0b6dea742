package dev.bartizan.snapshot.utf8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Bytes on their way to a stream, and the texts of JSON (RFC 8259) as bytes. */
public final class Utf8Buffer {
    private static final int SIZE = 1 << 16;
    /** Of most documents there are thousands, each of a few words. */
    private static final int FIRST_SIZE = 1 << 9;
    /** Units of a text that are encoded at a time; an escape takes six bytes. */
    private static final int CHUNK = 1 << 12;

    private static final int LONGEST_ESCAPE = 6;
    private static final byte[] NONE = {};
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final OutputStream out;
    /** None before the document turns out to be a large one: most are of a few words. */
    private @Nullable PlainTexts known;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int end;

    public Utf8Buffer(OutputStream out) {
        this.out = out;
    }

    /** @throws UncheckedIOException when the stream cannot be written */
    public void flush() {
        try {
            out.write(bytes, 0, end);
            end = 0;
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reserve(int more) {
        if (end + more > bytes.length) {
            makeRoom(more);
        }
    }

    private void makeRoom(int more) {
        if (end + more <= SIZE) {
            bytes = Arrays.copyOf(bytes, Math.min(SIZE, Math.max(end + more, 4 * bytes.length)));
            return;
        }
        if (known == null) {
            known = new PlainTexts();
        }
        try {
            out.write(bytes, 0, end);
            end = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (more > bytes.length) {
            bytes = new byte[SIZE];
        }
    }

    public void put(char ascii) {
        reserve(1);
        bytes[end++] = (byte) ascii;
    }

    /** Of at most {@link #CHUNK} bytes. */
    public void put(byte[] ascii) {
        reserve(ascii.length);
        System.arraycopy(ascii, 0, bytes, end, ascii.length);
        end += ascii.length;
    }

    public void put(long number) {
        put(Long.toString(number).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A text in quotes. Nearly all of them are short plain ASCII, which needs a look at each byte and then only copying. */
    public void quoted(String text) {
        put('"');
        if (!putKnown(text) && !putPlain(text)) {
            for (int from = 0; from < text.length(); from += CHUNK) {
                escaped(text, from, Math.min(text.length(), from + CHUNK));
            }
        }
        put('"');
    }

    private boolean putKnown(String text) {
        byte[] plain = known == null ? NONE : known.find(text);
        put(plain);
        return plain.length > 0;
    }

    private boolean putPlain(String text) {
        // What Latin-1 lacks becomes a question mark; so when there is none, every byte is its unit of the text.
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        if (latin.length > CHUNK || !isPlain(latin)) {
            return false;
        }
        put(latin);
        if (known != null) {
            known.keep(text, latin);
        }
        return true;
    }

    private static boolean isPlain(byte[] latin) {
        for (byte unit : latin) {
            if (unit <= '\\' && (unit < ' ' || unit == '"' || unit == '?' || unit == '\\')) {
                return false;
            }
        }
        return true;
    }

    private void escaped(String text, int from, int to) {
        reserve(LONGEST_ESCAPE * (to - from));
        for (int i = from; i < to; i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"', '\\' -> escape(unit);
                case '\n' -> escape('n');
                case '\r' -> escape('r');
                case '\t' -> escape('t');
                default -> encode(unit);
            }
        }
    }

    private void escape(char letter) {
        bytes[end++] = '\\';
        bytes[end++] = (byte) letter;
    }

    /**
     * Surrogates are escaped one by one: a text of a hostile file may hold half a pair, which UTF-8 cannot encode but an escape can, so that it
     * reads back equal.
     */
    private void encode(char unit) {
        if (unit < ' ' || unit >= Character.MIN_SURROGATE) {
            escape('u');
            for (int shift = 12; shift >= 0; shift -= 4) {
                bytes[end++] = (byte) HEX.toLowHexDigit(unit >> shift);
            }
        } else if (unit < 0x80) {
            bytes[end++] = (byte) unit;
        } else if (unit < 0x800) {
            bytes[end++] = (byte) (0xc0 | unit >> 6);
            bytes[end++] = (byte) (0x80 | (unit & 0x3f));
        } else {
            bytes[end++] = (byte) (0xe0 | unit >> 12);
            bytes[end++] = (byte) (0x80 | (unit >> 6 & 0x3f));
            bytes[end++] = (byte) (0x80 | (unit & 0x3f));
        }
    }
}
