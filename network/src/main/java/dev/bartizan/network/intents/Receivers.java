package dev.bartizan.network.intents;

import dev.bartizan.network.model.PortMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Receivers that policies cannot tell apart and that are asked for the same ports. */
record Receivers(int party, List<PortMatch.Range> ports, Crowd crowd) {

    private record Key(int party, List<PortMatch.Range> ports) {}

    /** Puts those together who are alike. */
    static final class Collector {
        private final Map<Key, List<Integer>> members = new HashMap<>();

        void add(int party, List<PortMatch.Range> ports, int participant) {
            members.computeIfAbsent(new Key(party, ports), key -> new ArrayList<>())
                    .add(participant);
        }

        /** In the order of their first members. */
        List<Receivers> all(Participants participants) {
            return members.entrySet().stream()
                    .map(entry -> new Receivers(
                            entry.getKey().party(), entry.getKey().ports(), Crowd.of(entry.getValue(), participants)))
                    .sorted(Comparator.comparing(
                            receivers -> receivers.crowd().members().getFirst()))
                    .toList();
        }
    }
}
