package dev.bartizan.ingest.declarations;

import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What came of a workshop, as its page saves it. Answers, attestations and complete places say what the same sections of {@code bartizan.yaml} say.
 *
 * @param title of the workshop
 * @param participants names; a vote is by one of them
 * @param complete places for which the input is whole
 */
public record WorkshopFile(
        int version,
        String title,
        LocalDate date,
        List<String> participants,
        List<DeclarationsFile.AnswerEntry> answers,
        List<DeclarationsFile.AttestationEntry> attestations,
        List<Node> complete,
        List<Vote> votes,
        List<Decision> decisions,
        List<Remark> notes) {
    static final int VERSION = 1;

    public WorkshopFile {
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "This is version " + version + " of a workshop; only version " + VERSION + " is known.");
        }
    }

    /** What is to be done about a threat. */
    public enum Choice {
        MITIGATE,
        AVOID,
        TRANSFER,
        ACCEPT,
        LATER
    }

    /**
     * What a decision is about.
     *
     * @param threat id of the catalogue's entry
     * @param zones where it is
     */
    public record About(String threat, List<String> zones) {}

    /**
     * How much a threat worries each.
     *
     * @param by participant's name to 0 to 5
     */
    public record Vote(About about, SortedMap<String, Integer> by, Location location) {
        public Vote {
            by.forEach((name, weight) -> {
                if (weight < 0 || weight > 5) {
                    throw new IllegalArgumentException(
                            "A vote is from 0 to 5; that of '" + name + "' is " + weight + ".");
                }
            });
        }
    }

    /**
     * What was decided.
     *
     * @param until an acceptance has an end
     */
    public record Decision(
            About about,
            Choice decision,
            String why,
            Optional<String> owner,
            Optional<LocalDate> until,
            Location location) {
        public Decision {
            if (decision == Choice.ACCEPT && (why.isBlank() || until.isEmpty())) {
                throw new IllegalArgumentException("An acceptance needs a reason (why) and an end (until).");
            }
        }
    }

    /** What was said about a threat. */
    public record Remark(About about, String text) {}
}
