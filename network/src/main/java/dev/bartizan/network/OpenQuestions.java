package dev.bartizan.network;

import dev.bartizan.network.engine.Assumptions;
import dev.bartizan.network.engine.Assumptions.Blocks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the answers that stay open hang on: one question stands behind many pairs. */
final class OpenQuestions {
    private static final int MOST_PAIRS = 200_000;

    /** Something that implementations answer differently. */
    private enum Question {
        BLOCKS("whether blocks of addresses hold the addresses of pods") {
            @Override
            Assumptions settled(Assumptions open) {
                return new Assumptions(Blocks.NEVER, open.hostNetworkIsNode(), open.namesBreakTies());
            }
        },
        OWN_NODE(
                "whether a pod on the host network is on the node of the other pod, which that node may always reach") {
            @Override
            Assumptions settled(Assumptions open) {
                return new Assumptions(open.blocks(), false, open.namesBreakTies());
            }
        },
        TIES("which of several policies with one priority is asked first") {
            @Override
            Assumptions settled(Assumptions open) {
                return new Assumptions(open.blocks(), open.hostNetworkIsNode(), true);
            }
        };

        private final String words;

        Question(String words) {
            this.words = words;
        }

        /** The same with an answer to this question. */
        abstract Assumptions settled(Assumptions open);
    }

    private record Pair(String from, String to) {}

    private OpenQuestions() {}

    /**
     * A sentence for each question that some pairs hang on, and one for those that hang on several at once.
     *
     * @param open the assumptions that leave them open
     * @param under the same platform under other assumptions
     */
    static List<String> of(Connectivity connectivity, Assumptions open, Function<Assumptions, Connectivity> under) {
        Set<Pair> pairs = open(connectivity);
        var unexplained = new HashSet<>(pairs);
        var sentences = new ArrayList<String>();
        for (Question question : Question.values()) {
            if (!pairs.isEmpty()) {
                Set<Pair> still = open(under.apply(question.settled(open)));
                long settled =
                        pairs.stream().filter(pair -> !still.contains(pair)).count();
                unexplained.retainAll(still);
                if (settled > 0) {
                    sentences.add("Open for " + settled + " pairs: " + question.words + ".");
                }
            }
        }
        if (!unexplained.isEmpty()) {
            sentences.add(
                    "Open for " + unexplained.size() + " pairs: several questions at once, or what no file tells.");
        }
        return sentences;
    }

    private static Set<Pair> open(Connectivity connectivity) {
        return connectivity.list().stream()
                .filter(connection -> !connection.depends().isEmpty())
                .limit(MOST_PAIRS)
                .map(connection ->
                        new Pair(connection.from().label(), connection.to().label()))
                .collect(Collectors.toSet());
    }
}
