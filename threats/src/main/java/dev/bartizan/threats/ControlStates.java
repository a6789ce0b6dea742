package dev.bartizan.threats;

import dev.bartizan.graph.ControlFacts.CheckResult;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of each control on all assets at once: what {@link CheckFunctions#lacks} says of one. A failed check refutes it, then somebody's word
 * counts, then what is undecided leaves it open, and a check that passed proves it.
 */
final class ControlStates {
    private final CheckResults results;
    private final int assets;
    /** For each asset those that it belongs to: for a namespace, what is in it. */
    private final Map<Integer, BitSet> around = new HashMap<>();

    private final Map<String, Map<Boolean, BitSet>> attested = new HashMap<>();
    private final Map<String, Known> ofChecks = new ConcurrentHashMap<>();
    private final Map<String, Known> ofControls = new ConcurrentHashMap<>();

    /** On which assets something holds, does not, and hangs on what nobody told; nothing is known of the others. */
    record Known(BitSet evidenced, BitSet refuted, BitSet open) {
        static Known nothing() {
            return new Known(new BitSet(), new BitSet(), new BitSet());
        }

        /** Those of which anything was said. */
        BitSet told() {
            BitSet all = (BitSet) evidenced.clone();
            all.or(refuted);
            all.or(open);
            return all;
        }
    }

    ControlStates(CheckResults results, World world, List<Attestation> attestations) {
        this.results = results;
        this.assets = world.platform().assets().size();
        for (int asset = 0; asset < assets; asset++) {
            for (int other : world.surroundings(asset)) {
                around.computeIfAbsent(other, key -> new BitSet()).set(asset);
            }
        }
        for (Attestation word : attestations) {
            word.assets().forEach(id -> world.platform().index(id).ifPresent(index -> attest(word, index)));
        }
    }

    private void attest(Attestation word, int asset) {
        Map<Boolean, BitSet> said = attested.computeIfAbsent(word.control(), key -> new HashMap<>());
        said.computeIfAbsent(word.holds(), key -> new BitSet()).set(asset);
        said.computeIfAbsent(!word.holds(), key -> new BitSet()).clear(asset);
    }

    /** How many assets the platform has. */
    int assets() {
        return assets;
    }

    /** What is known of a control on every asset of which anything tells; to be read only. */
    Known of(String control) {
        return ofControls.computeIfAbsent(control, this::read);
    }

    private Known read(String control) {
        Known all = Known.nothing();
        for (String check : results.checksOf(control)) {
            Known one = ofCheck(check);
            all.refuted().or(one.refuted());
            all.open().or(one.open());
            all.evidenced().or(one.evidenced());
        }
        BitSet holds = attested(control, true);
        BitSet missing = attested(control, false);
        BitSet refuted = (BitSet) all.refuted().clone();
        BitSet words = (BitSet) holds.clone();
        words.or(missing);
        words.andNot(refuted);
        missing.andNot(refuted);
        holds.andNot(refuted);
        refuted.or(missing);
        all.open().andNot(all.refuted());
        all.open().andNot(words);
        all.evidenced().andNot(refuted);
        all.evidenced().andNot(all.open());
        all.evidenced().or(holds);
        return new Known(all.evidenced(), refuted, all.open());
    }

    private BitSet attested(String control, boolean holds) {
        return (BitSet) attested.getOrDefault(control, Map.of())
                .getOrDefault(holds, new BitSet())
                .clone();
    }

    /** On which assets somebody attested a control, or that it is missing, and no check refuted it. */
    BitSet byWord(String control, boolean holds) {
        BitSet words = attested(control, holds);
        results.checksOf(control).forEach(check -> words.andNot(ofCheck(check).refuted()));
        return words;
    }

    /** Those that a check of the control answered about themselves. */
    BitSet asked(String control) {
        var asked = new BitSet();
        for (String check : results.checksOf(control)) {
            results.of(check).ifPresent(result -> {
                asked.or(result.passed());
                asked.or(result.failed());
                asked.or(result.undecided());
            });
        }
        return asked;
    }

    /** What a check says about each asset, or about what it belongs to. */
    Known ofCheck(String check) {
        return ofChecks.computeIfAbsent(
                check, id -> results.of(id).map(this::spread).orElseGet(Known::nothing));
    }

    private Known spread(CheckResult own) {
        BitSet failed = spread(own.failed());
        failed.andNot(own.undecided());
        failed.or(own.failed());
        BitSet undecided = spread(own.undecided());
        undecided.andNot(own.passed());
        undecided.or(own.undecided());
        undecided.andNot(failed);
        BitSet passed = spread(own.passed());
        passed.or(own.passed());
        passed.andNot(failed);
        passed.andNot(undecided);
        return new Known(passed, failed, undecided);
    }

    private BitSet spread(BitSet told) {
        var all = new BitSet();
        told.stream().forEach(asset -> all.or(around.getOrDefault(asset, new BitSet())));
        return all;
    }
}
