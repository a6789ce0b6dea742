package dev.bartizan.network.intended;

import java.util.Locale;

/** What it means when traffic stops; the worst first. */
public enum Importance {
    /** The cluster or the whole platform stops: admission, operators. */
    CRITICAL,
    /** What users or models do stops. */
    HIGH,
    /** Something works less. */
    MEDIUM,
    /** Nothing may happen: it is not sure that the traffic is needed, or it can be had otherwise. */
    LOW;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
