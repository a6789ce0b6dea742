package dev.bartizan.source;

/** Carries the problem that ends the reading of one document up to the loop that goes on with the next; never leaves this package. */
final class ReadFailure extends RuntimeException {
    private final transient Problem problem;

    ReadFailure(Problem problem) {
        // Without a stack trace: a hostile file can fail a hundred thousand times.
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
