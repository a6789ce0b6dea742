package dev.bartizan.report;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.findings.FindingWriting;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which the findings of one analysis are told; the same findings give the same bytes. */
public enum FindingForm {
    /** For a terminal. */
    TXT,
    JSON,
    /** SARIF 2.1.0. */
    SARIF;

    /** As the command line writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FindingForm> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }

    /** A whole document. */
    public String of(Snapshot snapshot, ControlFacts facts) {
        var writing = new FindingWriting(facts.findings());
        return switch (this) {
            case TXT -> writing.text();
            case JSON -> writing.json();
            case SARIF -> {
                var out = new ByteArrayOutputStream();
                Reports.of(snapshot.with(facts)).writeSarif(out);
                yield out.toString(StandardCharsets.UTF_8);
            }
        };
    }
}
