package dev.bartizan.graph;

/**
 * A finding that was accepted for a while, with the reason; still listed, no longer counted by the gate.
 *
 * @param finding id of the finding
 * @param reason why
 * @param expires ISO date; from the day after it, the finding counts again
 * @param by who accepted it, or empty
 */
public record Waiver(String finding, String rule, String asset, String reason, String expires, String by) {}
