package dev.bartizan.network.intents;

import dev.bartizan.network.model.PortMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Receivers that policies cannot tell apart and that are asked for the same ports.
 *
 * @param members numbers of participants, rising
 * @param byAsset how many of them belong to a workload
 */
record Receivers(int party, List<PortMatch.Range> ports, List<Integer> members, Map<Integer, Integer> byAsset) {

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
                    .map(entry -> {
                        var byAsset = new HashMap<Integer, Integer>();
                        entry.getValue()
                                .forEach(member ->
                                        byAsset.merge(participants.get(member).asset(), 1, Integer::sum));
                        return new Receivers(
                                entry.getKey().party(), entry.getKey().ports(), entry.getValue(), byAsset);
                    })
                    .sorted((one, other) ->
                            one.members().getFirst().compareTo(other.members().getFirst()))
                    .toList();
        }
    }

    /** How many pairs they make with senders; a workload's pods with each other make none. */
    long pairs(List<Participant> senders) {
        return senders.stream()
                .mapToLong(sender -> members.size() - byAsset.getOrDefault(sender.asset(), 0))
                .sum();
    }
}
