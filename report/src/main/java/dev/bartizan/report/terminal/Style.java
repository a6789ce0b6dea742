package dev.bartizan.report.terminal;

import dev.bartizan.graph.Severity;

/** Colours of a terminal, or none of them. */
public enum Style {
    COLOUR,
    PLAIN;

    String strong(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    /** Severity is told by the word too: colour only helps the eye. */
    String severity(Severity severity, String text) {
        return switch (severity) {
            case CRITICAL -> paint("1;97;41", text);
            case HIGH -> paint("1;31", text);
            case MEDIUM -> paint("33", text);
            case LOW -> paint("36", text);
            case INFO -> faint(text);
        };
    }

    private String paint(String code, String text) {
        return this == COLOUR ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
