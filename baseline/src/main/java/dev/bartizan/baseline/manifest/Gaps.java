package dev.bartizan.baseline.manifest;

import dev.bartizan.graph.Completeness;
import dev.bartizan.rules.Parameters;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the input may lack, in words, one per place, so that a question can be made of each. */
public final class Gaps {
    private static final String COMPLETE = "whether the input is complete for ";
    private static final String CLUSTER = "cluster";
    private static final String NAMESPACE = "namespace/";

    /** The namespace of objects that have none. */
    private static final String OF_CLUSTER = "-";

    // The two halves of what an unset parameter says of itself.
    private static final String PARAMETER =
            Parameters.gap("\n").substring(0, Parameters.gap("\n").indexOf('\n'));
    private static final String UNSET =
            Parameters.gap("\n").substring(Parameters.gap("\n").indexOf('\n') + 1);

    private Gaps() {}

    /** The gap that absence in a namespace leaves; empty when the input is complete there. */
    public static Optional<String> inNamespace(String namespace, Completeness completeness) {
        if (namespace.equals(OF_CLUSTER)) {
            return inCluster(completeness);
        }
        return completeness.covers(namespace) ? Optional.empty() : Optional.of(COMPLETE + NAMESPACE + namespace);
    }

    /** The gap that absence anywhere in the cluster leaves. */
    public static Optional<String> inCluster(Completeness completeness) {
        return completeness.cluster() ? Optional.empty() : Optional.of(COMPLETE + CLUSTER);
    }

    /** The place that a gap is about: {@code namespace/ml-serving}, {@code cluster}; empty when it is about something else. */
    public static Optional<String> place(String gap) {
        return gap.startsWith(COMPLETE) ? Optional.of(gap.substring(COMPLETE.length())) : Optional.empty();
    }

    /** The parameter whose value is the gap. */
    public static Optional<String> parameter(String gap) {
        return gap.startsWith(PARAMETER) && gap.endsWith(UNSET)
                ? Optional.of(gap.substring(PARAMETER.length(), gap.length() - UNSET.length()))
                : Optional.empty();
    }

    /** The same gaps, whichever namespace they are about: what is missing everywhere is missing for one reason. */
    public static SortedSet<String> ofAnyNamespace(Collection<String> gaps) {
        return gaps.stream()
                .map(gap -> namespace(gap).isPresent() ? COMPLETE + NAMESPACE : gap)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The namespace that a gap is about. */
    public static Optional<String> namespace(String gap) {
        return place(gap)
                .filter(place -> place.startsWith(NAMESPACE))
                .map(place -> place.substring(NAMESPACE.length()));
    }
}
