package dev.bartizan.exchange.view;

import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Truth;

/** What is known of a technique here, the worst first. */
enum Standing {
    ON_PATH("a step of a way to a crown jewel", 100, "#99000d"),
    CRITICAL("critical threat, confirmed", 100, "#99000d"),
    HIGH("high threat, confirmed; or used by an incident that would work", 75, "#cb181d"),
    MEDIUM("medium threat, confirmed", 50, "#fb6a4a"),
    LOW("low threat, confirmed", 25, "#fcbba1"),
    OPEN("nobody can tell yet", 10, "#fed976"),
    STOPPED("used by an incident that is stopped here", 1, "#a1d99b");

    private final String meaning;
    private final int score;
    private final String colour;

    Standing(String meaning, int score, String colour) {
        this.meaning = meaning;
        this.score = score;
        this.colour = colour;
    }

    static Standing of(Truth truth, Severity severity) {
        return truth.isConfirmed()
                ? switch (severity) {
                    case CRITICAL -> CRITICAL;
                    case HIGH -> HIGH;
                    case MEDIUM -> MEDIUM;
                    case LOW, INFO -> LOW;
                }
                : OPEN;
    }

    static Standing of(IncidentFacts.Outcome outcome) {
        return switch (outcome) {
            case WOULD_WORK -> HIGH;
            case UNDECIDED -> OPEN;
            case STOPPED, NOT_HERE -> STOPPED;
        };
    }

    String meaning() {
        return meaning;
    }

    /** From 0 to 100. */
    int score() {
        return score;
    }

    /** Hexadecimal. */
    String colour() {
        return colour;
    }
}
