package dev.bartizan.graph;

import dev.bartizan.graph.Finding.Waiver;
import java.util.BitSet;
import java.util.List;

/**
 * What the baseline checks established.
 *
 * @param checks sorted by id
 * @param findings worst first, then by asset and rule
 * @param questions sorted by place and id
 * @param waivers exceptions that matched, sorted by finding
 */
public record ControlFacts(
        List<CheckResult> checks, List<Finding> findings, List<Question> questions, List<Waiver> waivers)
        implements Facts {
    public ControlFacts {
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
        questions = List.copyOf(questions);
        waivers = List.copyOf(waivers);
    }

    /**
     * What one check answered for every asset in its scope. An asset is in at most one of the sets; in none: not applicable.
     *
     * @param check the check's id
     * @param severity before circumstances
     * @param assets how many assets the platform has
     */
    public record CheckResult(
            String check, String title, Severity severity, int assets, BitSet passed, BitSet failed, BitSet undecided) {
        public CheckResult {
            passed = (BitSet) passed.clone();
            failed = (BitSet) failed.clone();
            undecided = (BitSet) undecided.clone();
            if (passed.intersects(failed) || passed.intersects(undecided) || failed.intersects(undecided)) {
                throw new IllegalArgumentException(check + ": an asset has two answers");
            }
        }

        public int applicable() {
            return passed.cardinality() + failed.cardinality() + undecided.cardinality();
        }
    }
}
