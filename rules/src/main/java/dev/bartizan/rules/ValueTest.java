package dev.bartizan.rules;

import dev.bartizan.graph.Truth;
import dev.bartizan.source.Scalar;

/**
 * One value asked one thing.
 *
 * @param whenAbsent the answer when nothing is written there
 * @param otherwise what counts when nothing is written there; empty when nothing does
 */
record ValueTest(Operand operand, Operator operator, Truth whenAbsent, String otherwise) implements Condition {
    @Override
    public Truth test(Frame frame) {
        return truth(operand.read(frame), frame);
    }

    private Truth truth(Outcome outcome, Frame frame) {
        return switch (outcome) {
            case FOUND ->
                operand.isText() ? operator.test(frame.foundText(), frame) : operator.test(frame.found(), frame);
            case ABSENT -> whenAbsent;
            case MISTYPED, UNKNOWN -> frame.undecided(outcome);
        };
    }

    @Override
    public Explanation explain(Frame frame) {
        Outcome outcome = operand.read(frame);
        String text = frame.foundText();
        var truth = truth(outcome, frame);
        var place = operand.locate(frame);
        String name = operand.name(frame);
        if (outcome == Outcome.FOUND && truth.isConfirmed() && operator instanceof Operator.Includes includes) {
            var item = includes.found(place, frame);
            return Explanation.of(truth, item.observe(Wording.holds(name, item.node())));
        }
        String statement = switch (outcome) {
            case FOUND -> operand.isText() ? operand.seen(name, text) : Wording.seen(name, place.node());
            case ABSENT -> name + " is not set";
            case MISTYPED, UNKNOWN -> name + " is not known";
        };
        // What a text was taken from, or a command line that lacks a flag, is not the value that was asked.
        boolean isAboutWhole = operand.isText() && !(place.node() instanceof Scalar);
        if (isAboutWhole) {
            return Explanation.of(truth, place.observeWhole(statement));
        }
        return Explanation.of(
                truth, isWrittenDefault(place) ? place.observeAbsent(statement) : place.observe(statement));
    }

    /** The API server writes defaults out: what was found stays the same thing. */
    private boolean isWrittenDefault(Place place) {
        return !otherwise.isEmpty() && place.node().text("").equals(otherwise);
    }
}
