package dev.bartizan.rules;

/** Of whom nothing is known: one of those that may be there beside the ones that were read. */
record Stranger(String gap) implements Thing {
    @Override
    public String name() {
        return gap;
    }

    @Override
    public Value property(String property) {
        return new Thing.Unknown(gap);
    }
}
