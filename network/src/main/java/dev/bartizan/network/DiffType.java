package dev.bartizan.network;

import java.util.Locale;

/** What a change does to a connection. */
public enum DiffType {
    CHANGED,
    ADDED,
    REMOVED,
    UNCHANGED;

    /** In small letters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
