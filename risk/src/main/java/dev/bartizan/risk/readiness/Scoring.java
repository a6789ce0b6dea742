package dev.bartizan.risk.readiness;

import dev.bartizan.graph.ReadinessFacts.Answer;
import dev.bartizan.graph.ReadinessFacts.DomainScore;
import dev.bartizan.graph.ReadinessFacts.Provenance;
import dev.bartizan.graph.ReadinessFacts.Scorecard;
import dev.bartizan.knowledge.ReadinessCatalogue;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Scorecards from answers: a domain is the mean of its questions by weight, and never more than the lowest of them plus one. */
public final class Scoring {
    private static final int HUNDREDTHS = 100;

    private Scoring() {}

    /** @param answers to all questions of the catalogue */
    public static Scorecard scorecard(Scope scope, ReadinessCatalogue catalogue, List<Answer> answers) {
        var levels = new TreeMap<String, Integer>();
        answers.forEach(answer -> levels.put(answer.question(), answer.level()));
        List<DomainScore> domains = catalogue.domains().stream()
                .map(domain -> new DomainScore(
                        domain.id(),
                        domain.title(),
                        domain.weight(),
                        score(domain.id(), answers, levels),
                        confidence(domain.id(), answers)))
                .toList();
        return scorecard(scope.name(), scope.size(), domains, levels);
    }

    /**
     * A scorecard with other levels; who answered stays.
     *
     * @param answers for the weights of their questions
     */
    public static Scorecard again(Scorecard old, List<Answer> answers, SortedMap<String, Integer> levels) {
        List<DomainScore> domains = old.domains().stream()
                .map(domain -> new DomainScore(
                        domain.domain(),
                        domain.title(),
                        domain.weight(),
                        score(domain.domain(), answers, levels),
                        domain.confidence()))
                .toList();
        return scorecard(old.name(), old.assets(), domains, levels);
    }

    private static Scorecard scorecard(
            String name, int assets, List<DomainScore> domains, SortedMap<String, Integer> levels) {
        return new Scorecard(
                name,
                assets,
                mean(domains, DomainScore::weight, DomainScore::score),
                mean(domains, DomainScore::weight, DomainScore::confidence),
                domains,
                levels);
    }

    private static int score(String domain, List<Answer> answers, SortedMap<String, Integer> levels) {
        List<Answer> own = of(domain, answers);
        int mean = mean(own, Answer::weight, answer -> (long) levels.getOrDefault(answer.question(), 0) * HUNDREDTHS);
        int lowest = own.stream()
                .mapToInt(answer -> levels.getOrDefault(answer.question(), 0))
                .min()
                .orElse(0);
        return Math.min(mean, (lowest + 1) * HUNDREDTHS);
    }

    private static int confidence(String domain, List<Answer> answers) {
        return mean(
                of(domain, answers),
                Answer::weight,
                answer -> answer.provenance() == Provenance.MACHINE ? HUNDREDTHS : 0);
    }

    private static List<Answer> of(String domain, List<Answer> answers) {
        return answers.stream().filter(answer -> answer.domain().equals(domain)).toList();
    }

    private static <T> int mean(List<T> all, ToLongFunction<T> weight, ToLongFunction<T> value) {
        long weights = all.stream().mapToLong(weight).sum();
        long sum = all.stream()
                .mapToLong(one -> weight.applyAsLong(one) * value.applyAsLong(one))
                .sum();
        return weights == 0 ? 0 : (int) (sum / weights);
    }
}
