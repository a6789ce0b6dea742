package dev.bartizan.network.observed;

import java.io.Serial;

/** What is wrong with a line. */
final class Mistake extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int column;
    private final String said;
    private final String remedy;

    /** @param column counted from 1, in UTF-16 units */
    Mistake(int column, String said, String remedy) {
        super(said, null, false, false);
        this.column = column;
        this.said = said;
        this.remedy = remedy;
    }

    int column() {
        return column;
    }

    String said() {
        return said;
    }

    String remedy() {
        return remedy;
    }
}
