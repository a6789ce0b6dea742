package dev.bartizan.graph;

import java.util.BitSet;
import java.util.List;

/** Who can reach whom, as one stage asks another. Assets are given by their dense indexes. */
public interface Reachability {
    /** While no analysis of the network has run, nothing is known. */
    Reachability NOT_RUN = new Reachability() {
        @Override
        public Truth verdict(int from, int to, Transport transport, int port) {
            return Truth.undecided("the analysis of the network, which has not run");
        }

        @Override
        public List<Evidence> witness(int from, int to, Transport transport, int port) {
            return List.of();
        }

        @Override
        public BitSet sources(int to) {
            return new BitSet();
        }
    };

    /** Whether pods of one asset may open this port of pods of another. */
    Truth verdict(int from, int to, Transport transport, int port);

    /** What decides that, step by step, those of the sender first; steps without a line are left out. */
    List<Evidence> witness(int from, int to, Transport transport, int port);

    /** The assets whose pods certainly or possibly reach pods of this one at any port. */
    BitSet sources(int to);
}
