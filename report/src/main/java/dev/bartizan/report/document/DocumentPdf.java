package dev.bartizan.report.document;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** A document as PDF; the same document gives the same bytes. Nothing is fetched: the page refers to nothing. */
final class DocumentPdf {
    private static final float WIDTH = 297;
    private static final float HEIGHT = 210;

    /** Kept, or its level would be forgotten. */
    private static final Logger QUIET = Logger.getLogger("org.apache.pdfbox");

    private DocumentPdf() {}

    static void write(Document document, OutputStream out) throws IOException {
        XRLog.setLoggingEnabled(false);
        QUIET.setLevel(Level.OFF);
        FontMappers.set(new BundledFonts());
        var pdf = new PDDocument();
        var builder = new PdfRendererBuilder();
        builder.usePDDocument(pdf);
        builder.useDefaultPageSize(WIDTH, HEIGHT, PdfRendererBuilder.PageSizeUnits.MM);
        builder.useUriResolver((base, uri) -> null);
        builder.withProducer("Bartizan");
        builder.useFont(BundledFonts::open, "Liberation Sans");
        DocumentHtml.Printed printed = DocumentHtml.printed(document);
        builder.useObjectDrawerFactory(new PrintedPictures(printed.pictures()));
        builder.withHtmlContent(printed.html(), null);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            Calendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
            day.setTimeInMillis(
                    document.date().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
            pdf.getDocumentInformation().setCreationDate(day);
            pdf.getDocumentInformation().setModificationDate(day);
            pdf.setDocumentId(
                    UUID.nameUUIDFromBytes((document.seal() + document.date()).getBytes(StandardCharsets.UTF_8))
                            .getLeastSignificantBits());
            pdf.save(out);
        } finally {
            pdf.close();
        }
    }
}
