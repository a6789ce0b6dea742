package dev.bartizan.graph;

import java.util.Locale;

/** The part of an AI platform an asset belongs to. */
public enum Layer {
    DATA,
    MODEL,
    PIPELINE,
    INFRASTRUCTURE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word used in catalogues and output files. */
    public String word() {
        return word;
    }
}
