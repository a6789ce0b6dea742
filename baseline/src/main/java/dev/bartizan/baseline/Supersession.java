package dev.bartizan.baseline;

import dev.bartizan.graph.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves out what a more specific check says better: a writable hostPath is a hostPath too. One check supersedes another only where both rest on the same
 * values of the same asset; a second hostPath that is read-only stays.
 */
final class Supersession {
    /** The values that confirmed findings of one superseding check rest on, with all that is around them. */
    private record Ground(Set<String> values, Set<String> around) {
        void add(Evidence evidence) {
            String value = key(evidence);
            values.add(value);
            ancestors(value).forEach(around::add);
        }

        boolean carries(Evidence evidence) {
            String value = key(evidence);
            return around.contains(value)
                    || values.contains(value)
                    || ancestors(value).stream().anyMatch(values::contains);
        }

        private static String key(Evidence evidence) {
            return evidence.location().file() + "#" + evidence.location().pointer();
        }

        private static List<String> ancestors(String value) {
            var ancestors = new ArrayList<String>();
            for (int end = value.lastIndexOf('/'); end > value.indexOf('#'); end = value.lastIndexOf('/', end - 1)) {
                ancestors.add(value.substring(0, end));
            }
            return ancestors;
        }
    }

    private Supersession() {}

    /** The same members in the same order, without those that say less. */
    static List<RawMember> apply(List<RawMember> members) {
        var grounds = new HashMap<String, Map<Integer, Ground>>();
        for (RawMember member : members) {
            if (member.truth().isConfirmed()) {
                for (String other : member.check().supersedes()) {
                    var ground = grounds.computeIfAbsent(other, key -> new HashMap<>())
                            .computeIfAbsent(member.asset(), key -> new Ground(new HashSet<>(), new HashSet<>()));
                    member.evidence().forEach(ground::add);
                }
            }
        }
        return members.stream().filter(member -> !isSaidBetter(member, grounds)).toList();
    }

    /** @param grounds by the check that is superseded, then by asset */
    private static boolean isSaidBetter(RawMember member, Map<String, Map<Integer, Ground>> grounds) {
        Ground ground = grounds.getOrDefault(member.check().id(), Map.of()).get(member.asset());
        return ground != null && member.evidence().stream().anyMatch(ground::carries);
    }
}
