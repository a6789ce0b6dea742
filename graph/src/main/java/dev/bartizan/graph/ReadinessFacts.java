package dev.bartizan.graph;

import dev.bartizan.source.Location;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How ready the platform and its teams are: questions with levels from 0 to 4, each with what answered it, its denominators and its dates.
 *
 * @param catalogue of the questions, with its version
 * @param asOf the day of the scorecard; what was measured may be older
 * @param answers in the order of the catalogue
 * @param teams by name; what is measured on assets is measured on theirs
 * @param history scorecards of stored assessments, the oldest first
 * @param changes since the newest of them that call for another look
 * @param limits what the scorecard does not say
 */
public record ReadinessFacts(
        String catalogue,
        LocalDate asOf,
        List<Answer> answers,
        Scorecard platform,
        List<Scorecard> teams,
        List<Point> history,
        List<Change> changes,
        List<String> limits)
        implements Facts {
    /** The highest level. */
    public static final int HIGHEST = 4;

    public ReadinessFacts {
        answers = List.copyOf(answers);
        teams = List.copyOf(teams);
        history = List.copyOf(history);
        changes = List.copyOf(changes);
        limits = List.copyOf(limits);
    }

    /** Who answered a question. */
    public enum Provenance {
        /** Evidence that was found in the input. */
        MACHINE,
        /** Somebody, with evidence that can be looked up, and a date. */
        ATTESTED,
        /** Somebody for the provider who owns the controls in question. */
        INHERITED,
        NOBODY;

        /** As files write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether what a level needs is so. */
    public enum Standing {
        HOLDS,
        FAILS,
        /** Nothing was measured, or what is open decides. */
        OPEN;

        /** As files write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The answer to a question.
     *
     * @param weight against other questions of its domain
     * @param level that counts
     * @param reached before what was missed is taken off
     * @param missed reviews whose day passed since it was answered; each takes off a level
     * @param answered when; empty when nobody did
     * @param review the day of the next look at it
     * @param due why that look is due before its time, a sentence each
     * @param rungs levels 1 to 4 and what each needs
     * @param evidence what the answer rests on
     * @param notes what limited it, a sentence each
     * @param maps counterparts in frameworks of others: {@code NIST AI RMF GOVERN 1.4}
     */
    public record Answer(
            String question,
            String domain,
            String ask,
            int weight,
            Period cadence,
            Provenance provenance,
            int level,
            int reached,
            int missed,
            Optional<LocalDate> answered,
            LocalDate review,
            List<String> due,
            List<Rung> rungs,
            List<Evidence> evidence,
            List<String> notes,
            List<String> maps) {
        public Answer {
            due = List.copyOf(due);
            rungs = List.copyOf(rungs);
            evidence = List.copyOf(evidence);
            notes = List.copyOf(notes);
            maps = List.copyOf(maps);
            if (level < 0 || level > reached || reached > HIGHEST || missed < 0) {
                throw new IllegalArgumentException(question + ": a level is from 0 to what was reached");
            }
        }

        /** The level above, if there is one. */
        public Optional<Rung> next() {
            return rungs.stream().filter(rung -> rung.level() == level + 1).findFirst();
        }

        /** What lifts it to the level above, in words; empty at the highest. */
        public String lift() {
            if (level < reached) {
                return "Look at it again: level " + reached + " was reached, and " + missed
                        + (missed == 1 ? " review was" : " reviews were") + " missed since.";
            }
            return next().map(Rung::demand).orElse("");
        }
    }

    /**
     * A level of a question.
     *
     * @param lifts what lifts a platform to it
     */
    public record Rung(int level, String lifts, Standing standing, List<Measurement> measured) {
        public Rung {
            measured = List.copyOf(measured);
        }

        /** What lifts a platform to it, with what keeps it away. */
        public String demand() {
            String missing = measured.stream()
                    .filter(one -> one.standing() != Standing.HOLDS)
                    .map(Measurement::statement)
                    .collect(Collectors.joining("; "));
            return missing.isEmpty() ? lifts : lifts + " (" + missing + ")";
        }
    }

    /**
     * What was measured for a level.
     *
     * @param measure {@code coverage of C-SIGN}
     * @param target {@code at least 85 %}
     * @param part how many of the whole; of what is counted, how many
     * @param open how many more it may be
     * @param whole of how many; 0 when there is nothing to measure it on, which is not measured
     * @param date of the measurement; empty when nothing was measured
     * @param gap why nothing was measured, or what is open; empty when it is decided
     */
    public record Measurement(
            String measure,
            String target,
            Standing standing,
            long part,
            long open,
            long whole,
            Optional<LocalDate> date,
            String gap) {
        /** In words, with the denominator or why there is none: {@code coverage of C-SIGN: 3 of 20, 5 open, wanted at least 50 %}. */
        public String statement() {
            if (whole == 0) {
                return measure + ": not measured, " + gap;
            }
            String perhaps = open == 0 ? "" : ", " + open + " open";
            return measure + ": " + part + " of " + whole + perhaps + ", wanted " + target;
        }
    }

    /**
     * Levels of a platform or a team.
     *
     * @param name of the team; empty for the platform
     * @param assets how many are its own
     * @param score in hundredths of a level, the mean of the domains by weight
     * @param confidence percent of the weight that is answered by machine
     * @param levels by question
     */
    public record Scorecard(
            String name,
            int assets,
            int score,
            int confidence,
            List<DomainScore> domains,
            SortedMap<String, Integer> levels) {
        public Scorecard {
            domains = List.copyOf(domains);
            levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
        }

        /** The first of the domains with the lowest score. */
        public Optional<DomainScore> lowest() {
            return domains.stream().reduce((one, other) -> other.score() < one.score() ? other : one);
        }
    }

    /**
     * A domain.
     *
     * @param score in hundredths of a level: the mean of the questions by weight, and never above the lowest of them plus one
     * @param confidence percent of the weight that is answered by machine
     */
    public record DomainScore(String domain, String title, int weight, int score, int confidence) {}

    /** The scorecard of a stored assessment. */
    public record Point(LocalDate asOf, Scorecard platform) {}

    /** What calls for another look before its time. */
    public record Change(Kind kind, String subject, String statement) {
        /** What happened. */
        public enum Kind {
            EXPIRED_ACCEPTANCE,
            LOST_CONTROL,
            NEW_CROSSING;

            /** As files write it. */
            public String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /**
     * What people said, as far as readiness asks for it.
     *
     * @param answers to questions
     * @param controls that somebody vouches for
     * @param acceptances of findings and risks
     */
    public record Words(List<Word> answers, List<Vouched> controls, List<Acceptance> acceptances, RiskSettings risk) {
        public static final Words NONE = new Words(List.of(), List.of(), List.of(), RiskSettings.NONE);

        public Words {
            answers = List.copyOf(answers);
            controls = List.copyOf(controls);
            acceptances = List.copyOf(acceptances);
        }
    }

    /**
     * Somebody's dated answer to a question.
     *
     * @param evidence where it can be looked up
     * @param by who says so, or empty
     * @param isInherited whether it is the provider's
     */
    public record Word(
            String question,
            int level,
            String evidence,
            LocalDate date,
            String by,
            boolean isInherited,
            Location location) {}

    /**
     * Somebody's dated word that a control holds.
     *
     * @param assets ids of the assets it is about
     */
    public record Vouched(
            String control, SortedSet<String> assets, String evidence, LocalDate date, Location location) {
        public Vouched {
            assets = Collections.unmodifiableSortedSet(new TreeSet<>(assets));
        }
    }

    /**
     * What is borne for a while.
     *
     * @param what {@code BL-WL-001} or {@code TH-M19}
     * @param owner who accepted it, or empty
     */
    public record Acceptance(String what, String owner, LocalDate expires, Location location) {}
}
