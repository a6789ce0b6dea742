package dev.bartizan.report.document;

import java.util.List;

/**
 * What a threat model tells, in this order: the document about a platform and the blank template have the same sections.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists made by List.of are
enum ThreatModelSection {
    SCOPE(
            "Scope and assumptions",
            "Say what is in and what is not, what you looked at and when, who took part, and every assumption that would change an answer. Name what you could not see.",
            List.of("What was looked at", "As of", "Complete?", "Assumed")),
    MAP(
            "The platform",
            "Draw the parts that hold, move or run data and models, in boxes of equal trust, with an arrow wherever one talks to another. One page that a newcomer understands.",
            List.of("Part", "What it does", "Zone", "Owner", "Worth (0 to 3)")),
    FLOWS(
            "Data flows and trust boundaries",
            "For each pair of zones: what crosses, in which direction, how callers are known, and what may cross although nobody needs it.",
            List.of("From zone", "To zone", "What crosses", "How callers are known", "What else may cross")),
    THREATS(
            "Top threats",
            "The worst first. A story that somebody outside the team understands, the assets it is about, and what shows that it is real: a file and line, a trace, a test.",
            List.of("Threat", "Story", "Assets", "Evidence", "Severity", "Missing controls")),
    PATHS(
            "Attack paths",
            "From where anybody can begin (internet, a notebook, a package, an insider) to what is worth most, step by step, each step with its technique and evidence.",
            List.of("Step", "From", "To", "Technique", "Evidence")),
    CHOKE_POINTS(
            "Choke points",
            "The few changes that cut most paths. Name the effort of each, and which paths stay open after it.",
            List.of("Change", "Cuts which paths", "Effort", "Owner", "By when")),
    CONTROLS(
            "Controls and gaps",
            "Which safeguards hold, on what evidence, and where one is missing. No word of a control without a place where it can be seen.",
            List.of("Control", "Holds where", "Missing where", "Evidence")),
    INCIDENTS(
            "Incidents that would work here",
            "What happened to others with parts like yours: would each step have worked here, and what stops it?",
            List.of("Incident", "Date", "Would it work here?", "Stopped by")),
    DECISIONS(
            "Decisions asked of the reviewers",
            "One line for each decision: mitigate, avoid, transfer or accept; who decides, who does it, until when. An acceptance has a reason and an end.",
            List.of("What", "Mitigate, avoid, transfer, accept", "Why", "Owner", "Until")),
    QUESTIONS(
            "Open questions",
            "What nobody in the room could answer, who will, and what changes with the answer.",
            List.of("Question", "What it decides", "Who answers", "By when")),
    CHANGES(
            "Changes since the last one",
            "What is new in the platform and in the threats, what was closed, what was decided since.",
            List.of("What changed", "New or closed", "Why it matters")),
    SIGN_OFF(
            "Sign-off",
            "Who has read it and agrees, each for a role, none of them the author.",
            List.of("Role", "Name", "Date", "Signature"));

    private final String heading;
    private final String guidance;
    private final List<String> columns;

    ThreatModelSection(String heading, String guidance, List<String> columns) {
        this.heading = heading;
        this.guidance = guidance;
        this.columns = columns;
    }

    String heading() {
        return heading;
    }

    /** For who fills it in by hand. */
    String guidance() {
        return guidance;
    }

    /** Of the table to fill in by hand. */
    List<String> columns() {
        return columns;
    }
}
