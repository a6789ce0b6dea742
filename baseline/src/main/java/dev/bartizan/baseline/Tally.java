package dev.bartizan.baseline;

import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.knowledge.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The answers for assets from a certain index on: one for every check and asset, and what was found. */
final class Tally {
    /** Bits are counted from here, so that the tally of a late range is as small as that of an early one. */
    private final int first;

    private final BitSet[] passed;
    private final BitSet[] failed;
    private final BitSet[] undecided;
    private final List<RawMember> members = new ArrayList<>();

    Tally(int checks, int first) {
        this.first = first;
        this.passed = empty(checks);
        this.failed = empty(checks);
        this.undecided = empty(checks);
    }

    private static BitSet[] empty(int count) {
        var sets = new BitSet[count];
        Arrays.setAll(sets, index -> new BitSet());
        return sets;
    }

    /** Adds an answer; an asset may have several, of which the worst will count. */
    void count(int check, int asset, Verdict verdict) {
        switch (verdict) {
            case NOT_APPLICABLE -> {}
            case PASS -> passed[check].set(asset - first);
            case UNDECIDED -> undecided[check].set(asset - first);
            case FAIL -> failed[check].set(asset - first);
        }
    }

    void add(RawMember member) {
        members.add(member);
    }

    void addAll(Tally other) {
        for (int check = 0; check < passed.length; check++) {
            add(passed[check], other.passed[check], other.first - first);
            add(failed[check], other.failed[check], other.first - first);
            add(undecided[check], other.undecided[check], other.first - first);
        }
        members.addAll(other.members);
    }

    private static void add(BitSet all, BitSet more, int shift) {
        more.stream().forEach(bit -> all.set(bit + shift));
    }

    List<RawMember> members() {
        return members;
    }

    /** @param assets how many the platform has */
    CheckResult result(int number, Check check, int assets) {
        var onlyUndecided = (BitSet) undecided[number].clone();
        onlyUndecided.andNot(failed[number]);
        var onlyPassed = (BitSet) passed[number].clone();
        onlyPassed.andNot(failed[number]);
        onlyPassed.andNot(undecided[number]);
        return new CheckResult(
                check.id(), check.title(), check.severity(), assets, onlyPassed, failed[number], onlyUndecided);
    }
}
