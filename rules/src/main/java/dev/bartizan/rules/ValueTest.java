package dev.bartizan.rules;

import dev.bartizan.graph.Truth;

/**
 * One value asked one thing.
 *
 * @param whenAbsent the answer when nothing is written there
 */
record ValueTest(Operand operand, Operator operator, Truth whenAbsent) implements Condition {
    @Override
    public Truth test(Frame frame) {
        Outcome outcome = operand.read(frame);
        return switch (outcome) {
            case FOUND ->
                operand.isText() ? operator.test(frame.foundText(), frame) : operator.test(frame.found(), frame);
            case ABSENT -> whenAbsent;
            case MISTYPED, UNKNOWN -> frame.undecided(outcome);
        };
    }

    @Override
    public Explanation explain(Frame frame) {
        var truth = test(frame);
        Outcome outcome = operand.read(frame);
        String text = frame.foundText();
        var place = operand.locate(frame);
        String name = operand.name(frame);
        String statement = switch (outcome) {
            case FOUND ->
                operand.isText()
                        ? name + " is " + (text.isEmpty() ? "empty" : Wording.clipped(text))
                        : Wording.seen(name, place.node());
            case ABSENT -> name + " is not set";
            case MISTYPED, UNKNOWN -> name + " is not known";
        };
        return Explanation.of(truth, place.observe(statement));
    }
}
