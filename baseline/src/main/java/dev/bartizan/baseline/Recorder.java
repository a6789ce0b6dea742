package dev.bartizan.baseline;

import dev.bartizan.baseline.identity.Fingerprint;
import dev.bartizan.baseline.identity.StablePointers;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Truth;
import dev.bartizan.rules.Explanation;
import dev.bartizan.rules.Observation;
import dev.bartizan.rules.Witness;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes down what checks answer; only what fails or stays undecided is explained. One per thread. */
final class Recorder implements Evaluator.Listener {
    private final PlatformIndex platform;
    private final Circumstances circumstances;
    private final Tally tally;
    private final SharedTexts texts = new SharedTexts();
    private final StablePointers pointers = new StablePointers();

    Recorder(PlatformIndex platform, Circumstances circumstances, Tally tally) {
        this.platform = platform;
        this.circumstances = circumstances;
        this.tally = tally;
    }

    @Override
    public void answered(Plan.Step step, Binding binding, Verdict verdict) {
        tally.count(step.number(), binding.asset(), verdict);
        switch (verdict) {
            case NOT_APPLICABLE, PASS -> {}
            case FAIL ->
                explain(step, binding).witnesses().forEach(witness -> add(step, binding, Truth.CONFIRMED, witness));
            case UNDECIDED -> {
                if (!applies(step, binding).isConfirmed()) {
                    // Counted as undecided; to list every check that an image from a placeholder may be about helps
                    // nobody.
                    return;
                }
                var explanation = explain(step, binding);
                if (!binding.isLeftOpen(explanation.truth())) {
                    add(
                            step,
                            binding,
                            explanation.truth(),
                            explanation.witnesses().getFirst());
                }
            }
        }
    }

    private static Explanation explain(Plan.Step step, Binding binding) {
        binding.point();
        binding.frame().restart();
        return step.part().fails().explain(binding.frame());
    }

    /** Whether the check says anything here. */
    private static Truth applies(Plan.Step step, Binding binding) {
        binding.frame().restart();
        return step.part()
                .applies()
                .map(condition -> condition.test(binding.frame()))
                .orElse(Truth.CONFIRMED);
    }

    private void add(Plan.Step step, Binding binding, Truth truth, Witness witness) {
        var weighed = circumstances.weigh(step, binding, witness);
        Asset asset = platform.platform().asset(binding.asset());
        var evidence = new ArrayList<Evidence>(witness.observations().size());
        for (Observation seen : witness.observations()) {
            evidence.add(new Evidence(texts.shared(seen.statement()), shared(seen.location())));
        }
        tally.add(new RawMember(
                fingerprint(step, binding, asset, truth, witness.primary()),
                step.check(),
                binding.asset(),
                asset.id(),
                binding.part(),
                weighed.severity(),
                weighed.reason(),
                truth,
                evidence,
                weighed.isByDesign(),
                binding.sources()));
    }

    private Location shared(Location place) {
        return new Location(place.file(), place.line(), place.column(), texts.shared(place.pointer()));
    }

    private String fingerprint(Plan.Step step, Binding binding, Asset asset, Truth truth, Observation primary) {
        List<String> rule = List.of(step.check().id(), step.check().version());
        String identity = binding.identity(asset);
        if (!primary.member().isEmpty()) {
            // What was seen elsewhere has no stable pointer here. Which member raises a doubt is accidental.
            return truth.isConfirmed()
                    ? Fingerprint.of(rule, identity, primary.member(), primary.value())
                    : Fingerprint.of(rule, identity, "", Optional.empty());
        }
        String rootPointer = platform.rootPointer(binding.asset());
        String pointer = primary.location().pointer();
        String below = pointer.startsWith(rootPointer) ? pointer.substring(rootPointer.length()) : pointer;
        return platform.root(binding.asset())
                .map(root -> Fingerprint.of(rule, identity, pointers.of(root, below), primary.value()))
                .orElseGet(() -> Fingerprint.of(rule, identity, below, primary.value()));
    }

    /**
     * Makes equal texts the same object: ten thousand containers lack the same setting at the same pointer, and are told in the same words. A cache and no
     * table: a slot forgets what it held, so no input makes it grow. Not for several threads.
     */
    private static final class SharedTexts {
        private static final int SLOTS = 1 << 12;

        private final String[] known = new String[SLOTS];

        SharedTexts() {
            Arrays.fill(known, "");
        }

        String shared(String text) {
            int hash = text.hashCode();
            int slot = (hash ^ hash >>> 15) & (SLOTS - 1);
            if (!known[slot].equals(text)) {
                known[slot] = text;
            }
            return known[slot];
        }
    }
}
