package dev.bartizan.network.suggest;

import dev.bartizan.network.model.AddressRange;

/** Whom a rule names. */
sealed interface RulePeer {
    /** Pods of the platform. */
    record Pods(Segment segment) implements RulePeer {}

    /** Addresses. */
    record Block(AddressRange range) implements RulePeer {}

    /** A host outside of the cluster. */
    record Domain(String name) implements RulePeer {}

    /** The API server. */
    record ApiServer() implements RulePeer {}

    /** The machines of the cluster. */
    record Nodes() implements RulePeer {}

    /** What resolves names. */
    record NameService() implements RulePeer {}

    /** By what rules of a policy are sorted. */
    default String sortKey() {
        return switch (this) {
            case Pods(var segment) -> "1 " + segment.namespace() + "/" + segment.name() + " " + segment.index();
            case Nodes() -> "2";
            case ApiServer() -> "3";
            case NameService() -> "4";
            case Domain(var name) -> "5 " + name;
            case Block(var range) -> "6 " + range;
        };
    }
}
