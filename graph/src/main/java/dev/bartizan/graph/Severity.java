package dev.bartizan.graph;

import java.util.Locale;

/** How bad a finding is, from good to know to act now. */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in catalogues and output files. */
    public String word() {
        return word;
    }
}
