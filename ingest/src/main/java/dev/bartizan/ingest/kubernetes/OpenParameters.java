package dev.bartizan.ingest.kubernetes;

import dev.bartizan.ingest.objects.Clip;
import dev.bartizan.ingest.objects.Manifest;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Notes, once per object, that settings of its pods are parameters of a template which nobody has filled in yet. What a program is told may hold anything: its
 * arguments, variables and scripts are left out.
 */
final class OpenParameters {
    private static final Set<String> TOLD_TO_PROGRAMS = Set.of("args", "command", "env", "source", "data");
    /** What is larger is an attack, or has been noted long before. */
    private static final int MOST_VALUES = 10_000;

    private int values;
    private int open;
    private Optional<Node> first = Optional.empty();

    private OpenParameters() {}

    static void report(Manifest manifest, List<Pod> pods, Reports reports) {
        var parameters = new OpenParameters();
        for (Pod pod : pods) {
            parameters.look(pod.spec());
            parameters.look(pod.account().node());
        }
        parameters.first.ifPresent(node -> reports.add(parameters.notice(manifest, node)));
    }

    private void look(Node node) {
        if (++values > MOST_VALUES) {
            return;
        }
        switch (node) {
            case Mapping mapping -> {
                for (int i = 0; i < mapping.size(); i++) {
                    if (!TOLD_TO_PROGRAMS.contains(mapping.key(i))) {
                        look(mapping.value(i));
                    }
                }
            }
            case Sequence sequence -> sequence.items().forEach(this::look);
            case Scalar scalar -> note(scalar);
            case Absent _ -> {}
        }
    }

    private void note(Scalar scalar) {
        if (Place.isOpen(scalar)) {
            open++;
            first = first.or(() -> Optional.of(scalar));
        }
    }

    private Problem notice(Manifest manifest, Node node) {
        String text = Clip.of(node.text(""));
        String kind = Clip.of(manifest.kind());
        return Problem.notice(
                "open-parameter",
                open == 1
                        ? "This " + kind + " leaves " + text + " open: what depends on it is undecided."
                        : "This " + kind + " leaves " + open + " settings open, " + text
                                + " first: what depends on them is undecided.",
                "assess what the template is rendered to, if that matters",
                node.location(manifest.pointer(Pointer.to(manifest.root(), node).orElse(""))));
    }
}
