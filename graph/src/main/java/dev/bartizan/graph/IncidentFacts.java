package dev.bartizan.graph;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Attacks that happened elsewhere, and whether they would have worked here.
 *
 * @param incidents by date, the latest first
 */
public record IncidentFacts(List<Replay> incidents) implements Facts {
    /** What came of replaying one. */
    public enum Outcome {
        WOULD_WORK,
        STOPPED,
        UNDECIDED,
        /** The platform has nothing that it could be tried on. */
        NOT_HERE;

        /** As output files write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One incident, tried on every asset that it could be about; shown is the one it got farthest on.
     *
     * @param date {@code 2024-03}
     * @param identifiers of flaws: {@code CVE-2023-48022}
     * @param affected what it takes, in words
     * @param steps in the order of the attack; none when the platform has nothing of the kind
     * @param asset id; empty when the platform has nothing of the kind
     * @param others on how many other assets it would have gone as far
     * @param cut the cheapest step to take away; only of one that would work, and where a control is known for a step
     */
    public record Replay(
            String id,
            String title,
            String date,
            List<String> patterns,
            List<String> identifiers,
            String story,
            String affected,
            Outcome outcome,
            List<Step> steps,
            String asset,
            int others,
            Optional<Cut> cut,
            List<String> sources) {
        public Replay {
            patterns = List.copyOf(patterns);
            identifiers = List.copyOf(identifiers);
            steps = List.copyOf(steps);
            sources = List.copyOf(sources);
        }
    }

    /**
     * A precondition of the attack.
     *
     * @param technique of ATLAS or ATT&amp;CK, or empty
     * @param truth whether it holds
     * @param control the one whose absence it needs; of a step that does not hold the one that evidently stops it; or empty
     */
    public record Step(String title, String technique, Truth truth, String control, List<Evidence> evidence) {
        public Step {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * How to stop one that would work.
     *
     * @param step its number, from 1
     * @param how what to do, in words
     * @param effort 1 a line, 2 a change that is to be tested, 3 a piece of work
     */
    public record Cut(int step, String control, String how, int effort) {}

    public IncidentFacts {
        incidents = List.copyOf(incidents);
    }
}
