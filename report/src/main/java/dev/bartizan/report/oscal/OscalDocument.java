package dev.bartizan.report.oscal;

import dev.bartizan.graph.ShortHash;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.snapshot.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/** What every document of OSCAL 1.1.2 begins with, and how it names things: by UUIDs made of what they are, so that the same platform gives the same ids. */
final class OscalDocument {
    /** The name space of Bartizan's own properties. */
    static final String PROPERTIES = "https://bartizan.dev/ns/oscal";

    private static final String VERSION = "1.1.2";
    private static final UUID NAMESPACE = UUID.fromString("6f3b6d0e-3c41-5a5e-9f0d-52a8c7d0b1f4");

    private final JsonOutput json;
    private final Snapshot snapshot;
    private final String kind;

    private OscalDocument(JsonOutput json, Snapshot snapshot, String kind) {
        this.json = json;
        this.snapshot = snapshot;
        this.kind = kind;
    }

    /**
     * Writes one.
     *
     * @param kind the key of the document: {@code plan-of-action-and-milestones}
     * @param content what follows the metadata
     */
    static String write(Snapshot snapshot, String kind, String title, Consumer<OscalDocument> content) {
        var out = new ByteArrayOutputStream();
        JsonOutput.write(out, json -> {
            var document = new OscalDocument(json, snapshot, kind);
            json.object().inRows().object(kind).text("uuid", document.id("document"));
            json.object("metadata")
                    .text("title", line(title + " of " + document.system()))
                    .text("last-modified", time(snapshot.input().asOf()))
                    .text("version", snapshot.input().asOf().toString())
                    .text("oscal-version", VERSION)
                    .end();
            content.accept(document);
            json.end().end();
        });
        return out.toString(StandardCharsets.UTF_8);
    }

    JsonOutput json() {
        return json;
    }

    /** What the platform is called. */
    String system() {
        String name = line(snapshot.platform().name());
        return name.equals("-") ? "the platform" : name;
    }

    String now() {
        return time(snapshot.input().asOf());
    }

    static String time(LocalDate day) {
        return day + "T00:00:00Z";
    }

    /** A text in one line that is not blank at either end: the schema takes no other. */
    static String line(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.isEmpty() ? "-" : line;
    }

    /** A control of NIST SP 800-53 as OSCAL writes it: AC-6(1) is ac-6.1. */
    static String control(String id) {
        return id.toLowerCase(Locale.ROOT).replace("(", ".").replace(")", "");
    }

    /** A UUID of version 5 (RFC 9562) over the platform, the document and what is named. */
    String id(String name) {
        return id(snapshot.platform().name(), kind + "\n" + name);
    }

    /** The same in all documents about the platform. */
    String shared(String name) {
        return id(snapshot.platform().name(), name);
    }

    private static String id(String platform, String name) {
        return ShortHash.uuid(NAMESPACE, platform + "\n" + name).toString();
    }

    /** A property of ours. */
    void property(String name, String value) {
        json.object()
                .text("name", name)
                .text("ns", PROPERTIES)
                .text("value", line(value))
                .end();
    }
}
