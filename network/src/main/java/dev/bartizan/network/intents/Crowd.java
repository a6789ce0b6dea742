package dev.bartizan.network.intents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Participants of one kind, counted by the workloads that they belong to.
 *
 * @param members their numbers, rising
 * @param byAsset how many of them belong to a workload
 */
record Crowd(List<Integer> members, Map<Integer, Integer> byAsset) {
    static Crowd of(List<Integer> members, Participants participants) {
        var byAsset = new HashMap<Integer, Integer>();
        members.forEach(member -> byAsset.merge(participants.get(member).asset(), 1, Integer::sum));
        return new Crowd(members, byAsset);
    }

    /** How many pairs they make with others; a workload's pods with each other make none. */
    long pairs(Crowd others) {
        boolean isSmaller = byAsset.size() <= others.byAsset.size();
        Map<Integer, Integer> few = isSmaller ? byAsset : others.byAsset;
        Map<Integer, Integer> many = isSmaller ? others.byAsset : byAsset;
        long within = 0;
        for (Map.Entry<Integer, Integer> asset : few.entrySet()) {
            within += (long) asset.getValue() * many.getOrDefault(asset.getKey(), 0);
        }
        return (long) members.size() * others.members.size() - within;
    }
}
