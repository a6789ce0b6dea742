package dev.bartizan.cli;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One command line that was run in this virtual machine: what a user without a terminal sees of it. */
record Ran(ExitCode exitCode, String out, String err) {
    static Ran of(String... arguments) {
        return reading(InputStream.nullInputStream(), arguments);
    }

    static Ran reading(InputStream standardInput, String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var err = new StringWriter();
        var console = new Console(
                new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), true),
                new PrintWriter(err, true),
                bytes,
                standardInput,
                false,
                false);
        var exitCode = new Program(Commands.ALL, console).run(arguments);
        console.flush();
        return new Ran(exitCode, bytes.toString(StandardCharsets.UTF_8), err.toString());
    }

    /** What was meant for a reader: all of standard error, and of standard output unless it is a document. */
    List<String> messages() {
        return (out.startsWith("{") ? err : out + err).lines().toList();
    }

    String lastMessage() {
        return err.lines().reduce((one, later) -> later).orElse("");
    }
}
