package dev.bartizan.network.reading;

import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with policies, and what was assumed instead. */
public final class Complaints {
    private final List<Problem> problems = new ArrayList<>();

    public void add(String code, String message, String remedy, Written place) {
        problems.add(Problem.warning(code, message, remedy, place.location()));
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
