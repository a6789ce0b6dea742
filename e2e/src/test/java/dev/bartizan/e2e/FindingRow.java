package dev.bartizan.e2e;

import java.util.List;

/**
 * A row of the findings table as it is read.
 *
 * @param severity with {@code , undecided} behind it where that is so
 * @param rule and what else stands in the second line
 * @param asset its name
 * @param place file and line
 */
record FindingRow(String severity, String title, String rule, String asset, String place) {
    static FindingRow of(List<String> texts) {
        return new FindingRow(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4));
    }

    /** How bad, from 0 for critical. */
    int rank() {
        return List.of("critical", "high", "medium", "low", "info").indexOf(severity.split(",", -1)[0]);
    }

    String file() {
        return place.substring(0, place.lastIndexOf(':'));
    }

    int line() {
        return Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
    }
}
