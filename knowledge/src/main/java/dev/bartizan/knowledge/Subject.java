package dev.bartizan.knowledge;

import dev.bartizan.source.Node;
import java.util.List;

/**
 * What a signature looks at.
 *
 * @param group the API group, {@code core} for the core group
 * @param name of the object
 * @param labels those of the pod template, or of the object when it has none
 * @param containers its long-running containers, in order
 */
public record Subject(String group, String kind, String name, Node labels, List<Node> containers) {
    public Subject {
        containers = List.copyOf(containers);
    }
}
