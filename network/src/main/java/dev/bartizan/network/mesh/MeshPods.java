package dev.bartizan.network.mesh;

import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.model.Pod;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How policies of the mesh say which pods they mean: by attributes that no label can be. */
final class MeshPods {
    /** The kind of proxy that stands before a pod; absent when none does. */
    static final String PROXY = ":proxy";

    /** What the proxy knows of its ports; absent when it knows nothing of them. */
    static final String PORTS = ":proxy-ports";

    private MeshPods() {}

    /** Those with a proxy of one of these kinds. */
    static LabelExpression behind(Proxy... proxies) {
        var words = Arrays.stream(proxies).map(Proxy::word).collect(Collectors.toCollection(TreeSet::new));
        return new LabelSelector(List.of(new Requirement(PROXY, Operator.IN, words)));
    }

    /** Those that can show who they are. */
    static LabelExpression identified() {
        return new LabelSelector(List.of(new Requirement(Pod.PRINCIPAL, Operator.EXISTS, new TreeSet<>())));
    }
}
