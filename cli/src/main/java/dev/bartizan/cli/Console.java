package dev.bartizan.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;

/**
 * Where a command writes: its answer to {@code out}, messages and progress to {@code err}. Passed in, so tests read what a user would see.
 */
record Console(PrintWriter out, PrintWriter err) {
    static Console ofProcess() {
        return new Console(writer(System.out), writer(System.err));
    }

    void flush() {
        out.flush();
        err.flush();
    }

    /** In the encoding of the terminal, which is not always the default of the virtual machine. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    }
}
