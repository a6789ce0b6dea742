package dev.bartizan.report;

import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.intents.IntentWriting;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which intents are told; the same results give the same bytes. */
public enum IntentForm {
    /** For a terminal. */
    TXT,
    JSON,
    /** Markdown for a pull request. */
    MD,
    /** JUnit's XML: an intent is a test. */
    JUNIT,
    /** SARIF 2.1.0: a counterexample is a result, at the line that lets it through. */
    SARIF;

    /** As the command line writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<IntentForm> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }

    /** A whole document. */
    public String of(Snapshot snapshot, List<IntentResult> results) {
        var writing = new IntentWriting(results);
        return switch (this) {
            case TXT -> writing.text();
            case JSON -> writing.json();
            case MD -> writing.markdown();
            case JUNIT -> writing.junit();
            case SARIF -> {
                var out = new ByteArrayOutputStream();
                Reports.of(snapshot.with(writing.facts(snapshot.platform()))).writeSarif(out);
                yield out.toString(StandardCharsets.UTF_8);
            }
        };
    }
}
