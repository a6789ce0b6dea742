package dev.bartizan.report.html;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Makes JSON safe inside a script element: in JSON these three characters stand in strings only, where an escape means the same. Without it,
 * an asset named {@code </script><script>...} would end the element and run.
 */
final class ScriptSafe extends FilterOutputStream {
    private static final byte[] NONE = {};
    private static final byte[] LESS = "\\u003c".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GREATER = "\\u003e".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AMPERSAND = "\\u0026".getBytes(StandardCharsets.US_ASCII);

    ScriptSafe(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int written = offset;
        for (int i = offset; i < offset + length; i++) {
            byte[] escape = escape(bytes[i]);
            if (escape.length > 0) {
                out.write(bytes, written, i - written);
                out.write(escape);
                written = i + 1;
            }
        }
        out.write(bytes, written, offset + length - written);
    }

    private static byte[] escape(byte unit) {
        return switch (unit) {
            case '<' -> LESS;
            case '>' -> GREATER;
            case '&' -> AMPERSAND;
            default -> NONE;
        };
    }
}
