package dev.bartizan.report.html;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Makes JSON safe inside a script element: in JSON these three characters stand in strings only, where an escape means the same. Without it,
 * an asset named {@code </script><script>...} would end the element and run.
 */
final class ScriptSafe extends FilterOutputStream {
    private static final byte[] LESS = "\\u003c".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GREATER = "\\u003e".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AMPERSAND = "\\u0026".getBytes(StandardCharsets.US_ASCII);

    ScriptSafe(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        switch (value) {
            case '<' -> out.write(LESS);
            case '>' -> out.write(GREATER);
            case '&' -> out.write(AMPERSAND);
            default -> out.write(value);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        var safe = new ByteArrayOutputStream(length + 64);
        var escaping = new ScriptSafe(safe);
        for (int i = offset; i < offset + length; i++) {
            escaping.write(bytes[i]);
        }
        safe.writeTo(out);
    }
}
