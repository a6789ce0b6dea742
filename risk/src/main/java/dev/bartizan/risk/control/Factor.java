package dev.bartizan.risk.control;

/** The factor of a risk that a control lowers. */
public enum Factor {
    /** How often an attack is tried. */
    FREQUENCY,
    /** How likely it succeeds. */
    VULNERABILITY,
    /** How much an event costs. */
    IMPACT,
    /**
     * How long an attack goes unseen. What is seen early is stopped before it has cost all it can, so it lowers what an event costs, as a factor of its own beside the controls of impact (FAIR-CAM's loss event
     * detection and response).
     */
    DETECTION
}
