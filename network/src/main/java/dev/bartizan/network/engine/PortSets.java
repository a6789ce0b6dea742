package dev.bartizan.network.engine;

/** A set of ports for each receiving party: names of ports mean other numbers elsewhere. */
final class PortSets {
    private final long[][] sets;

    private PortSets(long[][] sets) {
        this.sets = sets;
    }

    /** The same for all. */
    static PortSets same(long[] set) {
        return new PortSets(new long[][] {set});
    }

    /** @param sets by party */
    static PortSets byReceiver(long[][] sets) {
        return new PortSets(sets);
    }

    long[] of(int receiver) {
        return sets[sets.length == 1 ? 0 : receiver];
    }
}
