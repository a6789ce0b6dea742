package dev.bartizan.network.reading;

import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with policies, and what was assumed instead. */
public final class Complaints {
    private final List<Problem> problems = new ArrayList<>();
    private long wrong;

    public void add(String code, String message, String remedy, Written place) {
        problems.add(Problem.warning(code, message, remedy, place.location()));
        wrong++;
    }

    /** What is as it should be and yet not evaluated. */
    public void note(String code, String message, String remedy, Written place) {
        problems.add(Problem.notice(code, message, remedy, place.location()));
    }

    /** How many things are wrong so far; notes are not. */
    public long count() {
        return wrong;
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
