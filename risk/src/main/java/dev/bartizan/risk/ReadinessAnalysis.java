package dev.bartizan.risk;

import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.Acceptance;
import dev.bartizan.graph.ReadinessFacts.Answer;
import dev.bartizan.graph.ReadinessFacts.Change;
import dev.bartizan.graph.ReadinessFacts.Point;
import dev.bartizan.graph.ReadinessFacts.Provenance;
import dev.bartizan.graph.ReadinessFacts.Scorecard;
import dev.bartizan.graph.ReadinessFacts.Word;
import dev.bartizan.graph.ReadinessFacts.Words;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Party;
import dev.bartizan.graph.SafeguardFacts.Responsibility;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.ReadinessCatalogue.Domain;
import dev.bartizan.knowledge.ReadinessCatalogue.Question;
import dev.bartizan.risk.readiness.Answering;
import dev.bartizan.risk.readiness.Measures;
import dev.bartizan.risk.readiness.Reviews;
import dev.bartizan.risk.readiness.Scope;
import dev.bartizan.risk.readiness.Scoring;
import dev.bartizan.source.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers the questions of readiness from what the other analyses established and from what people said. */
public final class ReadinessAnalysis {
    /** More points than a trend is read for. */
    private static final int MOST_POINTS = 60;

    private final Snapshot snapshot;
    private final ReadinessQuestion question;
    private final List<Problem> problems = new ArrayList<>();

    private ReadinessAnalysis(Snapshot snapshot, ReadinessQuestion question) {
        this.snapshot = snapshot;
        this.question = question;
    }

    public static ReadinessAnswer run(Snapshot snapshot, ReadinessQuestion question) {
        return new ReadinessAnalysis(snapshot, question).run();
    }

    private ReadinessAnswer run() {
        Words words = checked(question.words());
        List<Point> history = history(question.stored());
        List<Change> changes = new ArrayList<>(question.changes());
        words.acceptances().stream()
                .filter(one -> one.expires().isBefore(question.asOf()))
                .map(ReadinessAnalysis::expired)
                .forEach(changes::add);
        var measures = new Measures(snapshot, question.threats(), words, question.asOf(), question.stored(), history);
        var answering = new Answering(measures, words, changes, question.asOf());
        Scope whole = Scope.whole(snapshot.platform());
        List<Answer> answers = answers(answering, whole);
        List<Scorecard> teams = Scope.teams(snapshot.platform()).stream()
                .map(team -> Scoring.scorecard(team, question.catalogue(), answers(answering, team)))
                .toList();
        var facts = new ReadinessFacts(
                question.catalogue().name(),
                question.asOf(),
                answers,
                Scoring.scorecard(whole, question.catalogue(), answers),
                teams,
                history,
                changes,
                limits(answers));
        return new ReadinessAnswer(facts, problems);
    }

    private List<Answer> answers(Answering answering, Scope scope) {
        var answers = new ArrayList<Answer>();
        for (Domain domain : question.catalogue().domains()) {
            domain.questions().forEach(one -> answers.add(answering.answer(domain, one, scope)));
        }
        return answers;
    }

    private static Change expired(Acceptance acceptance) {
        return new Change(
                Change.Kind.EXPIRED_ACCEPTANCE,
                acceptance.what(),
                "the acceptance of " + acceptance.what() + " expired on " + acceptance.expires());
    }

    /** Without what is of another day to come, and with nothing inherited that no provider owns. */
    private Words checked(Words words) {
        var answers = new ArrayList<Word>();
        for (Word word : words.answers()) {
            if (word.date().isAfter(question.asOf())) {
                problems.add(Problem.warning(
                        "readiness-date",
                        "The answer to " + word.question() + " is of " + word.date()
                                + ", after the day of the assessment: it was not counted.",
                        "give the day on which the evidence was seen",
                        word.location()));
            } else {
                answers.add(word.isInherited() && !isOwnedByProvider(word.question()) ? own(word) : word);
            }
        }
        return new Words(answers, words.controls(), words.acceptances(), words.risk());
    }

    private boolean isOwnedByProvider(String id) {
        List<String> controls = question.catalogue()
                .questions()
                .filter(one -> one.id().equals(id))
                .map(Question::controls)
                .findFirst()
                .orElse(List.of());
        return snapshot.safeguards().map(SafeguardFacts::responsibilities).orElse(List.<Responsibility>of()).stream()
                .anyMatch(one -> one.party() == Party.PROVIDER && controls.contains(one.control()));
    }

    private Word own(Word word) {
        problems.add(Problem.warning(
                "readiness-not-inherited",
                "No provider owns a control of " + word.question() + ": the answer counts as one's own word.",
                "say under 'responsibilities' what the provider owns, or leave out 'inherited'",
                word.location()));
        return new Word(word.question(), word.level(), word.evidence(), word.date(), word.by(), false, word.location());
    }

    private List<String> limits(List<Answer> answers) {
        var limits = new ArrayList<String>();
        if (snapshot.platform().assets().isEmpty()) {
            limits.add("Nothing was read: there is nothing to be ready.");
        }
        long silent = answers.stream()
                .filter(answer -> answer.provenance() == Provenance.NOBODY)
                .count();
        if (silent > 0) {
            limits.add(
                    silent + " of " + answers.size()
                            + " questions are answered by nobody and count as level 0: nothing was measured for them, and nobody vouches for them.");
        }
        limits.add("What detections catch and how fast is not measured yet: no stage of this version tests them.");
        if (snapshot.risks().isEmpty()) {
            limits.add("Risks were not analysed: what is calibrated, and whether the appetite is kept, is open.");
        }
        long unread = snapshot.problems().stream()
                .filter(problem -> problem.level() == Problem.Level.ERROR)
                .count();
        if (unread > 0) {
            limits.add(unread + " things could not be read: shares are of what was read.");
        }
        return limits;
    }

    /** What stored assessments say of readiness, with what they had stored themselves; of each day once, the oldest first. */
    private static List<Point> history(List<Snapshot> stored) {
        var byDay = new TreeMap<LocalDate, Point>();
        for (Snapshot old : stored) {
            old.readiness().ifPresent(facts -> {
                facts.history().forEach(point -> byDay.putIfAbsent(point.asOf(), point));
                byDay.put(facts.asOf(), new Point(facts.asOf(), facts.platform()));
            });
        }
        List<Point> all = List.copyOf(byDay.values());
        return all.subList(Math.max(0, all.size() - MOST_POINTS), all.size());
    }

    /**
     * What was answered before, on a later day: levels that lost by missed reviews, and the trend with more stored assessments. What was measured stays.
     *
     * @param snapshot that holds the answers
     * @param question what people said does not count again
     */
    public static ReadinessFacts aged(Snapshot snapshot, ReadinessFacts facts, ReadinessQuestion question) {
        List<Change> changes = Stream.concat(
                        question.changes().stream(),
                        facts.changes().stream().filter(change -> change.kind() == Change.Kind.EXPIRED_ACCEPTANCE))
                .toList();
        Map<String, Question> questions =
                question.catalogue().questions().collect(Collectors.toMap(Question::id, Function.identity()));
        var answers = new ArrayList<Answer>();
        var lost = new TreeMap<String, Integer>();
        for (Answer answer : facts.answers()) {
            List<String> due = Optional.ofNullable(questions.get(answer.question()))
                    .map(one -> Reviews.due(one, changes, snapshot))
                    .orElse(answer.due());
            Answer aged = Answering.aged(answer, question.asOf(), due);
            lost.put(answer.question(), aged.missed() - answer.missed());
            answers.add(aged);
        }
        List<Scorecard> teams = facts.teams().stream()
                .map(team -> Scoring.again(team, answers, lowered(team, lost)))
                .toList();
        return new ReadinessFacts(
                facts.catalogue(),
                question.asOf(),
                answers,
                Scoring.again(facts.platform(), answers, levels(answers)),
                teams,
                trend(facts, question),
                changes,
                facts.limits());
    }

    private static List<Point> trend(ReadinessFacts facts, ReadinessQuestion question) {
        var byDay = new TreeMap<LocalDate, Point>();
        facts.history().forEach(point -> byDay.put(point.asOf(), point));
        history(question.stored()).forEach(point -> byDay.put(point.asOf(), point));
        byDay.tailMap(facts.asOf(), true).clear();
        if (facts.asOf().isBefore(question.asOf())) {
            byDay.put(facts.asOf(), new Point(facts.asOf(), facts.platform()));
        }
        return List.copyOf(byDay.values());
    }

    private static SortedMap<String, Integer> levels(List<Answer> answers) {
        var levels = new TreeMap<String, Integer>();
        answers.forEach(answer -> levels.put(answer.question(), answer.level()));
        return levels;
    }

    /** A team's answers are as old as the platform's. */
    private static SortedMap<String, Integer> lowered(Scorecard team, Map<String, Integer> lost) {
        var levels = new TreeMap<String, Integer>();
        team.levels().forEach((id, level) -> levels.put(id, Math.clamp(level - lost.getOrDefault(id, 0), 0, level)));
        return levels;
    }
}
