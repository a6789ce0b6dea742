package dev.bartizan.network.engine;

import dev.bartizan.network.engine.Box.Match;
import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rule;
import java.util.List;

/**
 * A rule over classes.
 *
 * @param boxes what it matches; several where names of ports mean other numbers for other receivers
 */
record CompiledRule(Policy policy, Rule rule, List<Box> boxes) {
    CompiledRule {
        boxes = List.copyOf(boxes);
    }

    boolean isAbout(int party, boolean isIngress) {
        if (decides()) {
            for (Box box : boxes) {
                if (box.subjects(isIngress).get(party)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it decides whole connections: to deny some requests is not to deny the connection. */
    boolean decides() {
        return rule.requests().isEmpty() || rule.action() != Action.DENY;
    }

    Match match(int source, int receiver, int atom) {
        Match best = Match.NO;
        for (Box box : boxes) {
            Match match = box.match(source, receiver, atom);
            best = match.compareTo(best) < 0 ? match : best;
        }
        return best;
    }
}
