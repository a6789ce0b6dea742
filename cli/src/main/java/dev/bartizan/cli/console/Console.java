package dev.bartizan.cli.console;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;

/**
 * Where a command reads and writes: its answer goes to {@code out}, messages and progress to {@code err}. Passed in, so that tests read what a
 * user would see.
 *
 * @param bytes the same place as {@code out}, for documents that are bytes
 * @param showsProgress whether a person looks at {@code err} right now
 * @param isColoured whether {@code out} is a terminal that wants colours
 */
public record Console(
        PrintWriter out,
        PrintWriter err,
        OutputStream bytes,
        InputStream in,
        boolean showsProgress,
        boolean isColoured) {
    /** Set by the launcher: which of out and err are terminals. Asking the virtual machine would load its whole console. */
    private static final String TERMINALS = "BARTIZAN_TERMINALS";

    public static Console ofProcess() {
        var terminals = List.of(System.getenv().getOrDefault(TERMINALS, "").split(","));
        // https://no-color.org: when present and not empty
        boolean wantsColours = System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        return new Console(
                writer(System.out),
                writer(System.err),
                System.out,
                System.in,
                terminals.contains("err"),
                terminals.contains("out") && wantsColours);
    }

    /** Writes to these and reads nothing; no terminal. */
    public static Console of(PrintWriter out, PrintWriter err, OutputStream bytes) {
        return new Console(out, err, bytes, InputStream.nullInputStream(), false, false);
    }

    public void flush() {
        out.flush();
        err.flush();
    }

    /** In the encoding of the terminal, which is not always the default of the virtual machine. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    }
}
