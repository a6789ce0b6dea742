package dev.bartizan.cli.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the user is told when a command fails in a way nobody foresaw: what happened and what to do, in two lines, never a stack trace.
 */
public record Failure(String message, String remedy) {
    /** The chain of causes of a hostile exception may be long or circular. */
    private static final int MAXIMUM_CAUSES = 20;

    private static final long MEBIBYTE = 1L << 20;

    public static Failure of(Throwable thrown) {
        var causes = causes(thrown);
        for (var cause : causes) {
            if (cause instanceof OutOfMemoryError) {
                return new Failure(
                        "out of memory (the heap may grow to "
                                + Runtime.getRuntime().maxMemory() / MEBIBYTE + " MiB).",
                        "Give it more, for example: BARTIZAN_JAVA_OPTS=-Xmx4g bartizan ...");
            }
        }
        for (var cause : causes) {
            if (cause instanceof IOException) {
                return new Failure(
                        "cannot read or write: " + describe(cause),
                        "Check the path, its permissions and the space left.");
            }
        }
        return new Failure(
                "internal error: " + names(causes) + place(causes),
                "This is a bug in Bartizan; please report this line.");
    }

    public void printTo(Console console) {
        console.err().println("bartizan: " + message);
        console.err().println("  " + remedy);
        console.err().flush();
    }

    private static List<Throwable> causes(Throwable thrown) {
        var causes = new ArrayList<Throwable>();
        for (Throwable cause = thrown; cause != null && causes.size() < MAXIMUM_CAUSES; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    /** An I/O exception's message is a path or a reason of the operating system, and what the user needs to know. */
    private static String describe(Throwable cause) {
        var name = cause.getClass().getSimpleName();
        return cause.getMessage() == null ? name : name + " " + cause.getMessage();
    }

    /** Names only: the message of an unforeseen exception may quote the input, and the input may hold secrets. */
    private static String names(List<Throwable> causes) {
        var names = new ArrayList<String>();
        causes.forEach(cause -> names.add(cause.getClass().getSimpleName()));
        return String.join(", caused by ", names);
    }

    private static String place(List<Throwable> causes) {
        for (var cause : causes.reversed()) {
            for (var frame : cause.getStackTrace()) {
                if (frame.getClassName().startsWith("dev.bartizan.")) {
                    return " at " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
                }
            }
        }
        return "";
    }
}
