package dev.bartizan.e2e;

import java.util.Locale;

/** The parts of the report, by their tabs. */
enum View {
    SUMMARY,
    MAP,
    FINDINGS,
    NETWORK,
    THREATS,
    CONTROLS,
    RISK,
    READINESS,
    QUESTIONS,
    INPUT,
    CHECKS,
    ABOUT;

    /** As it stands in the address. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
