package dev.bartizan.knowledge;

import dev.bartizan.knowledge.scopes.CheckScopes;
import dev.bartizan.rules.Condition;
import dev.bartizan.rules.ConditionReader;
import dev.bartizan.rules.Parameters;
import dev.bartizan.rules.Scope;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Required;
import java.util.List;
import java.util.Optional;

/**
 * One way a check can fail. Most checks have one; a credential may stand in a container, a ConfigMap or a Secret.
 *
 * @param applies a condition; what it refutes is not applicable
 * @param fails a condition
 */
public record CheckCase(
        CheckTarget target,
        Optional<Match> match,
        Node applies,
        @Required Node fails,
        Location location) {

    /**
     * Which objects it is about; empty lists match all.
     *
     * @param kinds {@code ClusterRole}
     * @param groups API groups without version, {@code core} for the core group
     */
    public record Match(List<String> kinds, List<String> groups) {
        boolean covers(String group, String kind) {
            return (kinds.isEmpty() || kinds.contains(kind)) && (groups.isEmpty() || groups.contains(group));
        }
    }

    /** Whether objects of this kind are what it is about. */
    public boolean covers(String group, String kind) {
        return match.isEmpty() || match.get().covers(group, kind);
    }

    /** The condition under which the check says anything; absent when it always does. */
    Optional<Condition> applies(Parameters parameters, List<Problem> problems) {
        return applies.hasValue() ? read(applies, parameters, problems) : Optional.empty();
    }

    Optional<Condition> fails(Parameters parameters, List<Problem> problems) {
        return read(fails, parameters, problems);
    }

    private Optional<Condition> read(Node node, Parameters parameters, List<Problem> problems) {
        return ConditionReader.read(node, "", target.scope(), parameters, problems);
    }

    /** What a check looks at one by one. */
    public enum CheckTarget {
        /** Each container of each pod: init, main and ephemeral ones, and containers that stand alone in a custom resource. */
        CONTAINER,
        /** Each pod that a workload makes, or is. */
        POD,
        /** Each object of the kinds the check names. */
        OBJECT,
        /** Each namespace that something is in, whether its own object was read or not. */
        NAMESPACE;

        /** What the conditions of such a check can speak about. */
        public Scope scope() {
            return switch (this) {
                case CONTAINER -> CheckScopes.CONTAINER;
                case POD -> CheckScopes.POD;
                case OBJECT -> CheckScopes.OBJECT;
                case NAMESPACE -> CheckScopes.NAMESPACE;
            };
        }
    }
}
