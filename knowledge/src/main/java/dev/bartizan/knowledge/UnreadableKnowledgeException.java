package dev.bartizan.knowledge;

import dev.bartizan.source.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Knowledge that ships with the program is wrong: a fault of the release, never of the user's input. */
public final class UnreadableKnowledgeException extends IllegalStateException {
    private final transient List<Problem> problems;

    UnreadableKnowledgeException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every fault, with its place. */
    public List<Problem> problems() {
        return problems;
    }
}
