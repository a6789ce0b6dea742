package dev.bartizan.network.suggest;

import dev.bartizan.graph.IntentResult;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.model.Cluster;
import java.util.List;

/** Holds what a design wants against a cluster. */
@FunctionalInterface
public interface DesignCheck {
    /** @param engine of the cluster */
    List<IntentResult> of(Cluster cluster, Engine engine);
}
