package dev.bartizan.report.share;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.snapshot.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** The frame of what a role takes over: who it is for, of which platform and day, and what it does not tell. The layout is described by docs/schema/share.schema.json. */
public final class ShareDocument {
    /** Of the documents' layout. */
    public static final String SCHEMA = "bartizan/share/1.0";

    private ShareDocument() {}

    /**
     * Writes one.
     *
     * @param untold what a reader may look for and does not find, a sentence each
     */
    static String write(String role, Snapshot snapshot, List<String> untold, Consumer<JsonOutput> content) {
        var out = new ByteArrayOutputStream();
        JsonOutput.write(out, json -> {
            json.inRows()
                    .object()
                    .text("schema", SCHEMA)
                    .text("role", role)
                    .text("platform", snapshot.platform().name())
                    .text("asOf", snapshot.input().asOf().toString())
                    .texts("untold", untold);
            content.accept(json);
            json.end();
        });
        return out.toString(StandardCharsets.UTF_8);
    }
}
