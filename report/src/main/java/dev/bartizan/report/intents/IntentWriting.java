package dev.bartizan.report.intents;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.Platform;
import java.util.List;

/** What became of some intents, to be written. */
public record IntentWriting(List<IntentResult> results) {
    public IntentWriting {
        results = List.copyOf(results);
    }

    /** For a terminal. */
    public String text() {
        return IntentText.of(results);
    }

    public String json() {
        return IntentJson.of(results);
    }

    public String markdown() {
        return IntentMarkdown.of(results);
    }

    /** JUnit's XML. */
    public String junit() {
        return IntentJUnit.of(results);
    }

    /** As checks with their findings, for forms that tell those. */
    public ControlFacts facts(Platform platform) {
        return new IntentFindings(platform).of(results);
    }
}
