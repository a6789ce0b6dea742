package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Document;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import java.util.Optional;

/**
 * A change to the pods of templates that is written as a text: a strategic merge patch, in YAML or JSON. What it leaves open for parameters, and what is no
 * such document, may change anything.
 *
 * @param text where it is written; absent when nothing is changed
 * @param change the patch; empty when it is not known
 */
record PodSpecPatch(Place text, Optional<Node> change) {
    private static final String OPEN = "what podSpecPatch changes";
    /** Reading a text costs about as much as merging a value for so many of its characters. */
    private static final int CHARACTERS = 8;

    static PodSpecPatch of(Resource workflow, Place text) {
        if (!text.node().hasValue() || text.isOpen()) {
            return new PodSpecPatch(text, Optional.empty());
        }
        workflow.merge().spend(text.node().text("").length() / CHARACTERS);
        Optional<Node> change = Document.within(text.node(), text.pointer()).filter(root -> root instanceof Mapping);
        if (change.isEmpty()) {
            workflow.reports().add(unreadable(text));
        }
        return new PodSpecPatch(text, change);
    }

    /** The pod with this change. */
    Place over(Place pod, Merge merge) {
        if (!text.node().hasValue()) {
            return pod;
        }
        return change.map(root -> merge.merge(pod, Place.of(root, text.pointer())))
                .orElseGet(() -> Entries.mapping(pod, Entries.of(pod), OPEN));
    }

    private static Problem unreadable(Place text) {
        return Problem.error(
                "bad-patch",
                "This podSpecPatch is no mapping in YAML or JSON: it was not read.",
                "write the part of a pod spec that it changes",
                text.location());
    }
}
