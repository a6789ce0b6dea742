package dev.bartizan.baseline;

import dev.bartizan.graph.PodTemplate;
import dev.bartizan.rules.Frame;
import dev.bartizan.source.Node;

/**
 * A pod and what stands around it.
 *
 * @param level the pod's own settings
 * @param root the object it stands in
 */
record PodContext(PodTemplate template, PodLevel level, Node root) {

    void bindPod(Frame frame, int slot) {
        if (level.isKnown()) {
            frame.bind(slot, level.spec());
        } else {
            frame.bindUnknown(
                    slot,
                    level.spec(),
                    "the pod that is made of the container at " + level.spec().location());
        }
    }

    /** A template's metadata stands beside its spec. */
    String metadataPointer() {
        int end = template.pointer().lastIndexOf('/');
        return (end < 0 ? "" : template.pointer().substring(0, end)) + "/metadata";
    }
}
