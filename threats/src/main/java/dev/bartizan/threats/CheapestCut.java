package dev.bartizan.threats;

import dev.bartizan.graph.IncidentFacts.Cut;
import dev.bartizan.knowledge.Check;
import dev.bartizan.knowledge.CheckFix;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.Control;
import dev.bartizan.knowledge.Incident;
import dev.bartizan.knowledge.ThreatCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The step of an incident that is cheapest to take away. A step goes when all that the checks for its control found on the asset is mended; where no check can
 * tell of a control, bringing it in is a piece of work, and a connection is closed by a policy that is to be tested.
 */
final class CheapestCut {
    private static final int A_LINE = 1;
    private static final int A_TESTED_CHANGE = 2;
    private static final int A_PIECE_OF_WORK = 3;

    private final CheckFunctions functions;
    private final Checks checks;
    private final ThreatCatalogue catalogue;

    CheapestCut(CheckFunctions functions, Checks checks, ThreatCatalogue catalogue) {
        this.functions = functions;
        this.checks = checks;
        this.catalogue = catalogue;
    }

    /** Of an incident that would work on an asset; empty when no step names a control. */
    Optional<Cut> of(Incident incident, AssetThing thing) {
        var cuts = new ArrayList<Cut>();
        for (int i = 0; i < incident.steps().size(); i++) {
            Incident.Step step = incident.steps().get(i);
            if (!step.stoppedBy().isEmpty()) {
                cuts.add(cut(i + 1, step, thing));
            }
        }
        return cuts.stream().min(Comparator.comparingInt(Cut::effort).thenComparingInt(Cut::step));
    }

    private Cut cut(int number, Incident.Step step, AssetThing thing) {
        List<CheckFix> fixes = functions.failedFor(thing, step.stoppedBy()).stream()
                .flatMap(check -> checks.check(check).stream())
                .map(Check::fix)
                .toList();
        if (fixes.isEmpty()) {
            String title = Optional.ofNullable(catalogue.controls().get(step.stoppedBy()))
                    .map(Control::title)
                    .orElse(step.stoppedBy());
            boolean isConnection = !Counterevidence.asksNetwork(step.when()).isEmpty();
            return new Cut(number, step.stoppedBy(), title, isConnection ? A_TESTED_CHANGE : A_PIECE_OF_WORK);
        }
        CheckFix hardest =
                fixes.stream().max(Comparator.comparingInt(CheapestCut::effort)).orElseThrow();
        return new Cut(number, step.stoppedBy(), hardest.how().strip(), effort(hardest));
    }

    private static int effort(CheckFix fix) {
        return switch (fix.mode()) {
            case AUTO -> A_LINE;
            case GUIDED -> A_TESTED_CHANGE;
            case NONE -> A_PIECE_OF_WORK;
        };
    }
}
