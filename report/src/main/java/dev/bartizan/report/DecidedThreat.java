package dev.bartizan.report;

import java.util.List;

/**
 * What was decided about a threat.
 *
 * @param threat id of the catalogue's entry
 * @param zones where it is
 * @param decision with its reason: {@code accept: rare}
 * @param owner who does it, or empty
 * @param until ISO date, or empty
 */
public record DecidedThreat(String threat, List<String> zones, String decision, String owner, String until) {
    public DecidedThreat {
        zones = List.copyOf(zones);
    }

    /** What finds it by its threat. */
    String key() {
        return threat + " " + String.join(" ", zones);
    }
}
