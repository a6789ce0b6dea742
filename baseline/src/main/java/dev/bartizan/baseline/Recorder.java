package dev.bartizan.baseline;

import dev.bartizan.baseline.identity.Fingerprint;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Truth;
import dev.bartizan.rules.Explanation;
import dev.bartizan.rules.Observation;
import dev.bartizan.rules.Witness;
import java.util.List;
import java.util.Optional;

/** Writes down what checks answer; only what fails or stays undecided is explained. One per thread. */
final class Recorder implements Evaluator.Listener {
    private final PlatformIndex platform;
    private final Circumstances circumstances;
    private final Tally tally;

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
                add(step, binding, explanation.truth(), explanation.witnesses().getFirst());
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
        List<Evidence> evidence = witness.observations().stream()
                .map(seen -> new Evidence(seen.statement(), seen.location()))
                .toList();
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
                weighed.isByDesign()));
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
                .map(root -> Fingerprint.of(rule, identity, root, below, primary.value()))
                .orElseGet(() -> Fingerprint.of(rule, identity, below, primary.value()));
    }
}
