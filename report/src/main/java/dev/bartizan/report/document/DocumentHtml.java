package dev.bartizan.report.document;

import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Form;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A document as one page of XHTML that needs nothing else; for a browser, for a printer and as the source of the PDF. */
final class DocumentHtml {
    private final PageXml page;
    private final BlockWriting blocks;
    private final boolean isForScreen;

    /**
     * The source of a PDF.
     *
     * @param pictures those that elements {@code object} name by number
     */
    record Printed(String html, List<String> pictures) {}

    private DocumentHtml(PageXml page, boolean isForScreen, Form form) {
        this.page = page;
        this.blocks = new BlockWriting(page, isForScreen, form);
        this.isForScreen = isForScreen;
    }

    /** For a browser: readers may have dark pages. */
    static String screen(Document document) {
        return written(document, true).html();
    }

    /** For paper, which has no dark pages. */
    static Printed printed(Document document) {
        return written(document, false);
    }

    private static Printed written(Document document, boolean isForScreen) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            var html = new DocumentHtml(new PageXml(xml), isForScreen, document.form());
            html.write(document);
            xml.close();
            return new Printed(text.toString(), html.blocks.pictures());
        } catch (XMLStreamException neverIntoMemory) {
            throw new IllegalStateException(neverIntoMemory);
        }
    }

    private String style(Form form) {
        String own = switch (form) {
            case PAPER -> "";
            case REPORT -> sheet("report.css");
            case SLIDES -> sheet("slides.css") + (isForScreen ? sheet("screen.css") : "");
        };
        return sheet("paper.css") + own + (isForScreen ? sheet("dark.css") : "");
    }

    private static String sheet(String name) {
        try (InputStream in = DocumentHtml.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the documents lack their part " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Document document) throws XMLStreamException {
        page.xml().writeDTD("<!DOCTYPE html>");
        page.begin("html", "");
        page.attribute("lang", "en");
        page.attribute("xmlns", "http://www.w3.org/1999/xhtml");
        page.begin("head", "");
        page.element("title", "", document.title() + ", " + document.subtitle());
        meta("viewport", "width=device-width, initial-scale=1");
        meta("color-scheme", isForScreen ? "light dark" : "light");
        page.begin("style", "");
        page.text(style(document.form()));
        page.end();
        page.end();
        page.begin("body", "");
        switch (document.form()) {
            case PAPER -> paper(document);
            case REPORT -> report(document);
            case SLIDES -> slides(document);
        }
        page.end();
        page.end();
    }

    private void meta(String name, String content) throws XMLStreamException {
        page.begin("meta", "");
        page.attribute("name", name);
        page.attribute("content", content);
        page.end();
    }

    private void paper(Document document) throws XMLStreamException {
        title(document);
        for (Chapter chapter : document.chapters()) {
            boolean isToSign = chapter.blocks().stream().anyMatch(Document.Signatures.class::isInstance);
            page.element("h2", isToSign ? "page" : "", chapter.heading());
            blocks(chapter);
        }
    }

    /** The first chapter has the title's page to itself and no number. */
    private void report(Document document) throws XMLStreamException {
        title(document);
        int number = 0;
        for (Chapter chapter : document.chapters()) {
            if (number == 0) {
                page.element("h2", "under", chapter.heading());
            } else {
                page.element("h2", "page", number + "  " + chapter.heading());
            }
            blocks(chapter);
            number++;
        }
    }

    private void slides(Document document) throws XMLStreamException {
        boolean isFirst = true;
        for (Chapter chapter : document.chapters()) {
            page.begin("section", isFirst ? "slide first" : "slide");
            if (isFirst) {
                title(document);
            } else {
                page.element("h2", "", chapter.heading());
            }
            blocks(chapter);
            page.end();
            isFirst = false;
        }
    }

    private void title(Document document) throws XMLStreamException {
        page.element("h1", "", document.title());
        page.element("p", "about", document.subtitle());
        String seal = document.seal().isEmpty() ? "" : ", graph " + document.seal();
        page.element("p", "footing", document.title() + ", " + document.date() + seal);
    }

    private void blocks(Chapter chapter) throws XMLStreamException {
        for (Block block : chapter.blocks()) {
            blocks.block(block);
        }
    }
}
