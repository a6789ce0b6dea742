package dev.bartizan.threats;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.SafeguardFacts.Catalogue;
import dev.bartizan.graph.SafeguardFacts.Cell;
import dev.bartizan.graph.SafeguardFacts.Counterpart;
import dev.bartizan.graph.SafeguardFacts.Coverage;
import dev.bartizan.graph.SafeguardFacts.Ground;
import dev.bartizan.graph.SafeguardFacts.Proof;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.SafeguardFacts.State;
import dev.bartizan.graph.SafeguardFacts.Strength;
import dev.bartizan.knowledge.Check.Counterparts;
import dev.bartizan.knowledge.Control;
import dev.bartizan.knowledge.Threat;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Threats by controls: on which assets each control is proven, refuted or open, and by what. */
final class ControlMatrix {
    private static final String ATTESTATION = "attestation";
    private static final int MOST_EXAMPLES = 3;

    private final ThreatQuestion question;
    private final Conditions conditions;
    private final ControlStates states;
    private final BitSet jewels;
    private final SortedMap<String, Scope> scopes = new TreeMap<>();

    /**
     * The assets that a threat is about.
     *
     * @param all that it can be about
     * @param confirmed on which it is real
     */
    private record Scope(Threat threat, BitSet all, BitSet confirmed) {}

    /** @param jewels on these, what is a matter of people counts */
    ControlMatrix(
            ThreatQuestion question,
            Conditions conditions,
            ControlStates states,
            Candidates candidates,
            List<Verdicts> verdicts,
            BitSet jewels) {
        this.question = question;
        this.conditions = conditions;
        this.states = states;
        this.jewels = jewels;
        for (Verdicts one : verdicts) {
            var scope = new Scope(one.threat(), candidates.all(one.threat()), new BitSet());
            for (Verdicts.Verdict verdict : one.decided()) {
                if (verdict.truth().isConfirmed()) {
                    scope.confirmed().set(verdict.asset());
                    verdict.link().ifPresent(link -> scope.confirmed().set(link.to()));
                }
            }
            if (!scope.all().isEmpty()) {
                scopes.put(one.threat().id(), scope);
            }
        }
    }

    List<Safeguard> controls() {
        return question.catalogue().controls().values().parallelStream()
                .map(this::control)
                .toList();
    }

    private Safeguard control(Control control) {
        ControlStates.Known known = states.of(control.id());
        List<Scope> needing = scopes.values().stream()
                .filter(scope -> scope.threat().controls().contains(control.id()))
                .toList();
        BitSet applicable = states.asked(control.id());
        needing.forEach(scope -> applicable.or(scope.all()));
        if (control.ground() == Ground.ORGANISATION) {
            applicable.or(jewels);
        }
        return new Safeguard(
                control.id(),
                control.title(),
                control.phase(),
                control.ground(),
                conditions.results().checksOf(control.id()),
                counterparts(control.maps()),
                coverage(known, applicable),
                proofs(control.id(), applicable),
                needing.stream().map(scope -> cell(scope, known)).toList());
    }

    private Coverage coverage(ControlStates.Known known, BitSet applicable) {
        BitSet evidenced = both(known.evidenced(), applicable);
        BitSet refuted = both(known.refuted(), applicable);
        BitSet open = (BitSet) applicable.clone();
        open.andNot(evidenced);
        open.andNot(refuted);
        return new Coverage(states.assets(), evidenced, refuted, open);
    }

    private static Cell cell(Scope scope, ControlStates.Known known) {
        int evidenced = both(known.evidenced(), scope.all()).cardinality();
        int refuted = both(known.refuted(), scope.all()).cardinality();
        return new Cell(
                scope.threat().id(),
                evidenced,
                refuted,
                scope.all().cardinality() - evidenced - refuted,
                both(known.refuted(), scope.confirmed()).cardinality());
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    /** What refutes before what is open and what proves; of a source with the same word in the order of ids. */
    private List<Proof> proofs(String control, BitSet applicable) {
        var proofs = new ArrayList<Proof>();
        List<CheckResult> said = conditions.results().checksOf(control).stream()
                .sorted()
                .flatMap(check -> conditions.results().of(check).stream())
                .toList();
        said.forEach(check -> proof(proofs, State.REFUTED, check, both(check.failed(), applicable)));
        words(proofs, State.REFUTED, control, both(states.byWord(control, false), applicable));
        said.forEach(check -> proof(proofs, State.OPEN, check, both(check.undecided(), applicable)));
        said.forEach(check -> proof(proofs, State.EVIDENCED, check, both(check.passed(), applicable)));
        words(proofs, State.EVIDENCED, control, both(states.byWord(control, true), applicable));
        return proofs;
    }

    private void proof(List<Proof> proofs, State state, CheckResult check, BitSet assets) {
        if (assets.isEmpty()) {
            return;
        }
        List<Evidence> evidence = assets.stream()
                .limit(MOST_EXAMPLES)
                .mapToObj(asset -> evidence(state, check, asset))
                .toList();
        proofs.add(new Proof(state, check.check(), assets.cardinality(), evidence));
    }

    private Evidence evidence(State state, CheckResult check, int index) {
        Asset asset = conditions.world().platform().asset(index);
        String passed = check.check() + " passes on " + asset.kind() + " " + asset.name();
        return state == State.EVIDENCED
                ? new Evidence(passed, asset.location())
                : conditions.results().evidence(check.check(), asset.id()).stream()
                        .findFirst()
                        .orElseGet(() -> new Evidence(
                                check.check() + ": " + check.title() + ", " + asset.kind() + " " + asset.name(),
                                asset.location()));
    }

    private void words(List<Proof> proofs, State state, String control, BitSet assets) {
        if (assets.isEmpty()) {
            return;
        }
        List<Evidence> evidence = question.attestations().stream()
                .filter(word -> word.control().equals(control) && word.holds() == (state == State.EVIDENCED))
                .map(word -> new Evidence(word.evidence() + ", " + word.date(), word.location()))
                .limit(MOST_EXAMPLES)
                .toList();
        proofs.add(new Proof(state, ATTESTATION, assets.cardinality(), evidence));
    }

    private static List<Counterpart> counterparts(Control.Maps maps) {
        var all = new ArrayList<Counterpart>();
        add(all, Catalogue.NIST_800_53, maps.nist80053());
        add(all, Catalogue.ATLAS, maps.atlas());
        add(all, Catalogue.AI_EXCHANGE, maps.aiExchange());
        return all;
    }

    private static void add(
            List<Counterpart> all, Catalogue catalogue, Map<String, Counterparts.Strength> counterparts) {
        counterparts.forEach(
                (id, strength) -> all.add(new Counterpart(catalogue, id, Strength.valueOf(strength.name()))));
    }
}
