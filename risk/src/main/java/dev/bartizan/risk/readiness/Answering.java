package dev.bartizan.risk.readiness;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.Answer;
import dev.bartizan.graph.ReadinessFacts.Change;
import dev.bartizan.graph.ReadinessFacts.Measurement;
import dev.bartizan.graph.ReadinessFacts.Provenance;
import dev.bartizan.graph.ReadinessFacts.Rung;
import dev.bartizan.graph.ReadinessFacts.Standing;
import dev.bartizan.graph.ReadinessFacts.Vouched;
import dev.bartizan.graph.ReadinessFacts.Word;
import dev.bartizan.graph.ReadinessFacts.Words;
import dev.bartizan.knowledge.ReadinessCatalogue.Domain;
import dev.bartizan.knowledge.ReadinessCatalogue.Level;
import dev.bartizan.knowledge.ReadinessCatalogue.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers questions of readiness. Levels are cumulative. Somebody's word fills what the machine leaves open, never what it refuted, and where the machine
 * answers at all it gets no higher than {@value #MOST_BY_WORD}.
 */
public final class Answering {
    /** The highest level by somebody's word where the machine answers too. */
    public static final int MOST_BY_WORD = 2;

    private static final int MOST_EVIDENCE = 6;

    private final Measures measures;
    private final Words words;
    private final List<Change> changes;
    private final LocalDate asOf;

    /** An answer as it may count, before the best one is taken. */
    private record Candidate(Provenance provenance, int reached, LocalDate date, int missed) {
        int level() {
            return Math.max(0, reached - missed);
        }
    }

    public Answering(Measures measures, Words words, List<Change> changes, LocalDate asOf) {
        this.measures = measures;
        this.words = words;
        this.changes = List.copyOf(changes);
        this.asOf = asOf;
    }

    /** The answer to a question for these assets. */
    public Answer answer(Domain domain, Question question, Scope scope) {
        List<Rung> byMachine = rungs(question, scope, false);
        List<Rung> known = rungs(question, scope, true);
        boolean machineAnswers = byMachine.getFirst().standing() != Standing.OPEN;
        int ceiling = ceiling(byMachine);
        var notes = new ArrayList<String>();
        var candidates = new ArrayList<Candidate>();
        if (machineAnswers) {
            candidates.add(candidate(question, Provenance.MACHINE, reached(byMachine), measures.date()));
        }
        int vouched = Math.min(reached(known), ceiling);
        if (vouched > reached(byMachine)) {
            candidates.add(
                    candidate(question, Provenance.ATTESTED, capped(vouched, machineAnswers, notes), oldest(question)));
        }
        word(question).ifPresent(word -> candidates.add(spoken(question, word, ceiling, machineAnswers, notes)));
        // Of equals the first: the machine before people.
        Optional<Candidate> best = candidates.stream()
                .max(Comparator.comparingInt(Candidate::level)
                        .thenComparing(Comparator.comparingInt((Candidate one) -> candidates.indexOf(one))
                                .reversed()));
        return finished(domain, question, known, best, notes);
    }

    private Candidate candidate(Question question, Provenance provenance, int reached, LocalDate date) {
        return new Candidate(provenance, reached, date, Reviews.missed(date, question.period(), asOf));
    }

    private Candidate spoken(Question question, Word word, int ceiling, boolean machineAnswers, List<String> notes) {
        int level = word.level();
        if (level > ceiling) {
            notes.add("Answered " + level + "; what was measured refutes level " + (ceiling + 1) + ".");
            level = ceiling;
        }
        return candidate(
                question,
                word.isInherited() ? Provenance.INHERITED : Provenance.ATTESTED,
                capped(level, machineAnswers, notes),
                word.date());
    }

    private static int capped(int level, boolean machineAnswers, List<String> notes) {
        if (machineAnswers && level > MOST_BY_WORD) {
            notes.add("Level " + level + " by somebody's word counts as " + MOST_BY_WORD + ", since this is measured.");
            return MOST_BY_WORD;
        }
        return level;
    }

    private Answer finished(
            Domain domain, Question question, List<Rung> rungs, Optional<Candidate> best, List<String> notes) {
        if (best.isEmpty()) {
            notes.add("Nobody answers this: nothing was measured, and nobody vouches for it.");
        }
        int missed = best.map(Candidate::missed).orElse(0);
        if (missed > 0) {
            notes.add("Its review was missed " + (missed == 1 ? "once" : missed + " times")
                    + ": each takes off a level.");
        }
        List<String> due = Reviews.due(question, changes, measures.snapshot());
        Provenance provenance = best.map(Candidate::provenance).orElse(Provenance.NOBODY);
        return new Answer(
                question.id(),
                domain.id(),
                question.ask(),
                question.weight(),
                question.period(),
                provenance,
                best.map(Candidate::level).orElse(0),
                best.map(Candidate::reached).orElse(0),
                missed,
                best.map(Candidate::date),
                best.map(one -> Reviews.next(one.date(), question.period(), asOf, due))
                        .orElse(asOf),
                due,
                rungs,
                evidence(question, provenance),
                notes,
                question.maps().ids());
    }

    private List<Rung> rungs(Question question, Scope scope, boolean withWords) {
        var rungs = new ArrayList<Rung>();
        for (Level level : question.levels()) {
            List<Measurement> measured = level.needs().stream()
                    .map(need -> measures.measure(question, need, scope, withWords))
                    .toList();
            rungs.add(new Rung(rungs.size() + 1, level.lifts(), standing(measured), measured));
        }
        return rungs;
    }

    private static Standing standing(List<Measurement> measured) {
        if (measured.stream().anyMatch(one -> one.standing() == Standing.FAILS)) {
            return Standing.FAILS;
        }
        return measured.stream().allMatch(one -> one.standing() == Standing.HOLDS) ? Standing.HOLDS : Standing.OPEN;
    }

    private static int reached(List<Rung> rungs) {
        return (int) rungs.stream()
                .takeWhile(rung -> rung.standing() == Standing.HOLDS)
                .count();
    }

    /** The level below the first that is refuted. */
    private static int ceiling(List<Rung> rungs) {
        return (int) rungs.stream()
                .takeWhile(rung -> rung.standing() != Standing.FAILS)
                .count();
    }

    /** The newest answer that somebody gave; none when there is nothing that it is about, or it is of another day to come. */
    private Optional<Word> word(Question question) {
        return measures.isEmpty()
                ? Optional.empty()
                : words.answers().stream()
                        .filter(word -> word.question().equals(question.id()))
                        .filter(word -> !word.date().isAfter(asOf))
                        .max(Comparator.comparing(Word::date));
    }

    private LocalDate oldest(Question question) {
        List<String> controls = question.controls();
        return words.controls().stream()
                .filter(word -> controls.contains(word.control()))
                .map(Vouched::date)
                .min(LocalDate::compareTo)
                .orElse(measures.date());
    }

    private List<Evidence> evidence(Question question, Provenance provenance) {
        return switch (provenance) {
            case NOBODY -> List.of();
            case INHERITED -> spokenEvidence(question);
            case ATTESTED ->
                Stream.concat(spokenEvidence(question).stream(), vouchedEvidence(question))
                        .limit(MOST_EVIDENCE)
                        .toList();
            case MACHINE -> measuredEvidence(question);
        };
    }

    private List<Evidence> spokenEvidence(Question question) {
        return word(question).stream()
                .map(word -> new Evidence(
                        word.evidence() + ", " + word.date() + (word.by().isEmpty() ? "" : ", " + word.by()),
                        word.location()))
                .toList();
    }

    private Stream<Evidence> vouchedEvidence(Question question) {
        List<String> controls = question.controls();
        return words.controls().stream()
                .filter(word -> controls.contains(word.control()))
                .map(word ->
                        new Evidence(word.control() + ": " + word.evidence() + ", " + word.date(), word.location()));
    }

    /** Of each control what refutes it before what proves it; of each threat where it is confirmed. */
    private List<Evidence> measuredEvidence(Question question) {
        List<String> threats = question.levels().stream()
                .flatMap(level -> level.needs().stream())
                .map(need -> need.of())
                .filter(of -> of.startsWith("TH-"))
                .toList();
        Stream<Evidence> gaps = measures.snapshot().threats().stream()
                .flatMap(facts -> facts.scenarios().stream())
                .filter(scenario ->
                        threats.contains(scenario.threat()) && scenario.truth().isConfirmed())
                .flatMap(scenario -> scenario.places().stream().limit(1))
                .map(place -> new Evidence(
                        place.statement(), place.evidence().getFirst().location()));
        Stream<Evidence> proofs = Reviews.safeguards(question, measures.snapshot())
                .flatMap(one -> one.proofs().stream())
                .flatMap(proof -> proof.evidence().stream().limit(2));
        return Stream.concat(proofs.limit(MOST_EVIDENCE / 2), gaps)
                .distinct()
                .limit(MOST_EVIDENCE)
                .toList();
    }

    /** The answer on a later day: as it was given, but for what was missed since. */
    public static Answer aged(Answer answer, LocalDate asOf, List<String> due) {
        if (answer.answered().isEmpty()) {
            return withAge(answer, 0, asOf, due);
        }
        int missed = Reviews.missed(answer.answered().get(), answer.cadence(), asOf);
        return withAge(answer, missed, Reviews.next(answer.answered().get(), answer.cadence(), asOf, due), due);
    }

    private static Answer withAge(Answer answer, int missed, LocalDate review, List<String> due) {
        return new Answer(
                answer.question(),
                answer.domain(),
                answer.ask(),
                answer.weight(),
                answer.cadence(),
                answer.provenance(),
                Math.clamp(answer.reached() - missed, 0, ReadinessFacts.HIGHEST),
                answer.reached(),
                missed,
                answer.answered(),
                review,
                due,
                answer.rungs(),
                answer.evidence(),
                answer.notes(),
                answer.maps());
    }
}
