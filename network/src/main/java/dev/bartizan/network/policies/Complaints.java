package dev.bartizan.network.policies;

import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with policies, and what was assumed instead. */
final class Complaints {
    private final List<Problem> problems = new ArrayList<>();

    void add(String code, String message, String remedy, Written place) {
        problems.add(Problem.warning(code, message, remedy, place.location()));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
