package dev.bartizan.graph;

import java.util.Locale;

/** What an asset's traffic is for. */
public enum Plane {
    CONTROL,
    DATA,
    MANAGEMENT;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in catalogues and output files. */
    public String word() {
        return word;
    }
}
