package dev.bartizan.network.suggest;

import dev.bartizan.network.intended.End;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How policies of one kind are written, and what they can say. */
interface PolicyForm {
    /** Where its files go, with a slash at the end. */
    String folder();

    /** What was made for some workloads. */
    default String made() {
        return "each with a default deny and DNS";
    }

    /** What a reader should know before anything is applied: who has to enforce it. */
    String enforcedBy();

    /** The text of the file of each namespace; of one without a file it has nothing to say. */
    SortedMap<String, String> texts(Synthesis.Answer answer);

    /** The kinds of objects that it makes. */
    Set<String> kinds();

    /** Whether a policy of a platform is in the way of those that are made, because what it allows would be allowed still. */
    boolean replaces(Policy policy);

    /** Labels by which it can select pods besides their own. */
    default Map<String, String> labels(Pod pod) {
        return Map.of();
    }

    /** Whom it can name where others cannot; empty when it is no better than they. */
    default Optional<RulePeer> name(End end) {
        return Optional.empty();
    }

    /**
     * Why policies of this kind cannot deny what was not meant.
     *
     * @param from the sending pod; empty for somebody outside
     * @return empty when they can
     */
    default Optional<String> beyond(Synthesis.Answer answer, Optional<Pod> from, Optional<Pod> to, PortSet ports) {
        return Optional.empty();
    }

    /**
     * The same policies where they only tell what they would do, by namespace; none when there is no such way.
     *
     * @param hasStagedPolicies whether the network plugin knows policies that only report, as Calico does
     */
    default SortedMap<String, String> staged(SortedMap<String, String> texts, boolean hasStagedPolicies) {
        return new TreeMap<>();
    }

    /** How to look at what would be denied before it is, in sentences. */
    List<String> audit(boolean hasStagedPolicies);
}
