package dev.bartizan.report.document;

import dev.bartizan.graph.Question;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.source.Document;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.SourceReader;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a workshop talks about: the worst threats, those first that hang on somebody's answer.
 *
 * @param cards worst first
 * @param omitted how many more scenarios there are
 */
public record WorkshopDeck(List<Card> cards, int omitted) {
    private static final int MOST_CARDS = 24;
    private static final int MOST_QUESTIONS = 4;

    public WorkshopDeck {
        cards = List.copyOf(cards);
    }

    /**
     * A threat to talk about.
     *
     * @param questions that settle it
     */
    public record Card(ThreatScenario scenario, List<Ask> questions) {
        public Card {
            questions = List.copyOf(questions);
        }

        /** What is to be asked when nothing is open. */
        public String question() {
            return questions.stream()
                    .findFirst()
                    .map(ask -> ask.question().text())
                    .orElse("It is real. What do we do about it: mitigate, avoid, transfer or accept?");
        }
    }

    /**
     * A question with the form that its answer has.
     *
     * @param kind of the entry in {@code bartizan.yaml}
     * @param key the property or control that it is about; empty of others
     * @param values to choose from; none of others than properties
     * @param select keys and values of the entry's selection
     */
    public record Ask(
            Question question, Kind kind, String key, List<String> values, SortedMap<String, List<String>> select) {
        public Ask {
            values = List.copyOf(values);
        }
    }

    /** Which section of {@code bartizan.yaml} takes the answer. */
    public enum Kind {
        ANSWERS,
        ATTESTATIONS,
        COMPLETE,
        /** None that can be filled in here. */
        OTHER
    }

    public static WorkshopDeck of(ThreatFacts facts) {
        List<Card> cards = facts.scenarios().stream()
                .sorted(Comparator.comparing(ThreatScenario::severity)
                        .reversed()
                        .thenComparing(scenario -> scenario.truth().isConfirmed()))
                .limit(MOST_CARDS)
                .map(scenario -> new Card(
                        scenario,
                        facts.questions().stream()
                                .filter(question -> question.settles().contains(scenario.id()))
                                .limit(MOST_QUESTIONS)
                                .map(WorkshopDeck::ask)
                                .toList()))
                .toList();
        return new WorkshopDeck(cards, facts.scenarios().size() - cards.size());
    }

    /** Ids of controls that are known to be missing against one of the cards. */
    public SortedSet<String> missing() {
        var missing = new TreeSet<String>();
        cards.forEach(card -> missing.addAll(card.scenario().missing()));
        return missing;
    }

    /** A question brings the entry that answers it, as YAML. */
    private static Ask ask(Question question) {
        Optional<Node> lines = SourceReader.parse("answer.yaml", question.answer()).documents().stream()
                .map(Document::root)
                .flatMap(Optional::stream)
                .findFirst();
        return lines.filter(Mapping.class::isInstance)
                .flatMap(root -> ask(question, root))
                .orElseGet(() -> new Ask(question, Kind.OTHER, "", List.of(), new TreeMap<>()));
    }

    private static Optional<Ask> ask(Question question, Node root) {
        Node answer = root.get("answers").get(0);
        if (answer.get("property").isPresent()) {
            List<String> values = List.of(answer.get("value").text("").split("\\|", -1));
            return Optional.of(
                    new Ask(question, Kind.ANSWERS, answer.get("property").text(""), values, select(answer)));
        }
        Node attestation = root.get("attestations").get(0);
        if (attestation.get("control").isPresent()) {
            return Optional.of(new Ask(
                    question, Kind.ATTESTATIONS, attestation.get("control").text(""), List.of(), select(attestation)));
        }
        return root.get("complete").get(0).isPresent()
                ? Optional.of(new Ask(
                        question, Kind.COMPLETE, root.get("complete").get(0).text(""), List.of(), new TreeMap<>()))
                : Optional.empty();
    }

    private static SortedMap<String, List<String>> select(Node entry) {
        var select = new TreeMap<String, List<String>>();
        if (entry.get("select") instanceof Mapping mapping) {
            for (String key : mapping.keys()) {
                select.put(
                        key,
                        mapping.get(key).items().stream()
                                .map(item -> item.text(""))
                                .toList());
            }
        }
        return select;
    }
}
