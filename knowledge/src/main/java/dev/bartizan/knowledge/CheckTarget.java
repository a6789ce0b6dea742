package dev.bartizan.knowledge;

import dev.bartizan.knowledge.scopes.CheckScopes;
import dev.bartizan.rules.Scope;

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
