package dev.bartizan.rules;

import dev.bartizan.graph.Truth;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.SourceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads conditions and documents from texts and puts one to the other. */
final class Sample {
    static final RelationType GRANTS = new RelationType("grants", List.of("rule"), List.of("scope", "subject"));
    static final Scope SCOPE = Scope.ofTrees("container", "pod", "metadata")
            .withTexts("image", List.of("tag"))
            .withRelations(List.of(GRANTS));

    private Sample() {}

    static Node yaml(String text) {
        return SourceReader.parse("sample.yaml", text)
                .documents()
                .getFirst()
                .root()
                .orElseThrow();
    }

    static Condition condition(String text) {
        return condition(text, Parameters.NONE);
    }

    static Condition condition(String text, Parameters parameters) {
        var problems = new ArrayList<Problem>();
        return ConditionReader.read(yaml(text), "", SCOPE, parameters, problems)
                .orElseThrow(() -> new IllegalArgumentException(problems.toString()));
    }

    /** What is wrong with a condition. */
    static List<Problem> mistakes(String text) {
        return mistakes(text, Parameters.NONE);
    }

    static List<Problem> mistakes(String text, Parameters parameters) {
        var problems = new ArrayList<Problem>();
        ConditionReader.read(yaml(text), "", SCOPE, parameters, problems);
        return problems;
    }

    static Parameters parameters(Map<String, Optional<List<String>>> values) {
        return new Parameters(new TreeMap<>(values));
    }

    /** A frame whose container is this; its pod and metadata are empty mappings. */
    static Frame container(String text) {
        return frame(text, "{}");
    }

    static Frame frame(String container, String pod) {
        var frame = new Frame();
        frame.bind(0, yaml(container));
        frame.bind(1, yaml(pod));
        frame.bind(2, yaml("{}"));
        frame.point(0, "/spec/containers/0");
        frame.point(1, "/spec");
        frame.point(2, "/metadata");
        frame.originOfText(0, 0, "image");
        return frame;
    }

    static Truth answer(String condition, String container) {
        return condition(condition).test(container(container));
    }
}
