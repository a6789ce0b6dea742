package dev.bartizan.report;

import dev.bartizan.report.document.Document;
import java.io.IOException;
import java.io.OutputStream;

/** A document that people read, show and sign. */
public final class Paper {
    private final Document document;

    Paper(Document document) {
        this.document = document;
    }

    /** As a page for a browser. */
    public String html() {
        return document.html();
    }

    /** As PDF; the stream stays open. */
    public void writePdf(OutputStream out) throws IOException {
        document.writePdf(out);
    }
}
