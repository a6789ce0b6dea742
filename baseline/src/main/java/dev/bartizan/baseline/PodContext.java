package dev.bartizan.baseline;

import dev.bartizan.baseline.manifest.PodLevel;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.Truth;
import dev.bartizan.rules.Frame;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A pod and what stands around it.
 *
 * @param level the pod's own settings
 * @param root the object it stands in
 * @param account the service account it runs as
 */
record PodContext(PodTemplate template, PodLevel level, Node root, String account) {
    private static final String DEFAULT_ACCOUNT = "default";

    static PodContext of(PodTemplate template, Node root, String rootPointer, String group) {
        var level = PodLevel.of(template, root, rootPointer, group);
        String ofLevel = account(level.spec()).orElse(DEFAULT_ACCOUNT);
        String account = switch (template.shape()) {
            case POD -> ofLevel;
            // A template of a workflow may name another account than its workflow.
            case CONTAINER ->
                account(PodLevel.around(template, root, rootPointer)).orElse(ofLevel);
        };
        return new PodContext(template, level, root, account);
    }

    private static Optional<String> account(Node spec) {
        return spec.get("serviceAccountName")
                .text()
                .or(() -> spec.get("serviceAccount").text());
    }

    /** Whether nothing but a template that was not read, and so what it sets, leaves this undecided. */
    boolean isLeftOpen(Truth truth) {
        return truth instanceof Truth.Undecided undecided && openings().containsAll(undecided.gaps());
    }

    private Set<String> openings() {
        var openings = new HashSet<String>();
        open(template.spec(), openings);
        for (String list : PodBinding.CONTAINER_LISTS) {
            template.spec().get(list).items().forEach(container -> open(container, openings));
        }
        return openings;
    }

    private static void open(Node node, Set<String> openings) {
        if (node instanceof Mapping mapping && !mapping.gap().isEmpty()) {
            openings.add(mapping.gap());
        }
    }

    void bindPod(Frame frame, int slot) {
        if (level.isKnown()) {
            frame.bind(slot, level.spec());
        } else {
            frame.bindUnknown(
                    slot,
                    level.spec(),
                    "what " + root.get("kind").text("its owner") + " adds to the pods it makes of lone containers");
        }
    }

    /** A template's metadata stands beside its spec. */
    String metadataPointer() {
        int end = template.pointer().lastIndexOf('/');
        return (end < 0 ? "" : template.pointer().substring(0, end)) + "/metadata";
    }
}
