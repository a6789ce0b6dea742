package dev.bartizan.cli.console;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a command ends, as scripts and pipelines see it. The launcher adds two of its own, 69 and 70, before this program starts.
 */
public enum ExitCode {
    DONE(0, "done, and the gate passed"),
    GATE_FAILED(1, "the gate failed (--fail-on)"),
    WRONG_USAGE(2, "wrong usage, or nothing could be read"),
    INTERNAL_ERROR(3, "internal error, or out of memory");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    /** Every exit code with its meaning, those of the launcher included, for the help text. */
    public static Map<String, String> meanings() {
        var meanings = new LinkedHashMap<String, String>();
        for (var code : values()) {
            meanings.put(Integer.toString(code.number), code.meaning);
        }
        meanings.put("69", "no suitable JDK");
        meanings.put("70", "the build failed");
        return meanings;
    }
}
