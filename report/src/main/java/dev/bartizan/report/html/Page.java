package dev.bartizan.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The page around the data: its markup, one style sheet and one script, joined from the small files beside this class. The page's policy lets
 * exactly these two run and nothing be fetched, so that markup which slipped in would still do nothing.
 */
final class Page {
    private static final List<String> STYLES = List.of(
            "tokens.css",
            "base.css",
            "summary.css",
            "findings.css",
            "map.css",
            "network.css",
            "threats.css",
            "controls.css",
            "risk.css",
            "readiness.css",
            "lists.css",
            "narrow.css",
            "print.css");
    private static final List<String> SCRIPTS = List.of(
            "dom.js",
            "data.js",
            "words.js",
            "parts.js",
            "summary.js",
            "change.js",
            "table.js",
            "excerpt.js",
            "detail.js",
            "findings.js",
            "reach.js",
            "asset.js",
            "camera.js",
            "drawing.js",
            "zone.js",
            "filters.js",
            "search.js",
            "walk.js",
            "way.js",
            "map.js",
            "heat.js",
            "network.js",
            "threats.js",
            "walls.js",
            "controls.js",
            "matrix.js",
            "backlog.js",
            "risk.js",
            "radar.js",
            "readiness.js",
            "questions.js",
            "input.js",
            "checks.js",
            "about.js",
            "print.js",
            "main.js");

    private final String style = join(STYLES);
    private final String script = script(SCRIPTS);
    private final OutputStream out;

    Page(OutputStream out) {
        this.out = out;
    }

    /**
     * @param report the data that the first view needs; the browser paints it before it reads the rest
     * @param map one JSON document
     * @param network one JSON document, if the network was analysed
     * @param threats one JSON document, if threats were asked about
     * @param safeguards one JSON document, if controls were asked about
     * @param risks one JSON document, if risks were worked out
     */
    void write(
            String title,
            byte[] report,
            byte[] map,
            Optional<byte[]> network,
            Optional<byte[]> threats,
            Optional<byte[]> safeguards,
            Optional<byte[]> risks,
            List<Island> islands)
            throws IOException {
        String page = resource("page.html");
        for (String part : page.split("(?=\\{\\{)|(?<=}})")) {
            switch (part) {
                case "{{title}}" -> text(escaped(title));
                case "{{policy}}" -> text(policy(style, script));
                case "{{style}}" -> text(style);
                case "{{script}}" -> text(script);
                case "{{report}}" -> data("report", List.of(report));
                case "{{islands}}" -> {
                    data("map", List.of(map));
                    if (network.isPresent()) {
                        data("network", List.of(network.get()));
                    }
                    if (threats.isPresent()) {
                        data("threats", List.of(threats.get()));
                    }
                    if (safeguards.isPresent()) {
                        data("safeguards", List.of(safeguards.get()));
                    }
                    if (risks.isPresent()) {
                        data("risks", List.of(risks.get()));
                    }
                    for (Island island : islands) {
                        array(island);
                    }
                }
                default -> text(part);
            }
        }
    }

    /** One script that leaves no names behind. */
    static String script(List<String> names) {
        return "(() => {\n'use strict';\n" + join(names) + "})();\n";
    }

    /** Only this style and this script, and nothing from anywhere. */
    static String policy(String style, String script) {
        return "default-src 'none'; img-src data:; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private void array(Island island) throws IOException {
        text("<script type=\"application/json\" id=\"data-" + island.id() + "\">[\n");
        for (int i = 0; i < island.items().size(); i++) {
            out.write(island.items().get(i));
            text(i < island.items().size() - 1 ? "," : "");
        }
        text("]</script>\n");
    }

    private void data(String id, List<byte[]> json) throws IOException {
        text("<script type=\"application/json\" id=\"data-" + id + "\">");
        for (byte[] part : json) {
            out.write(part);
        }
        text("</script>\n");
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String join(List<String> names) {
        return names.stream().map(Page::resource).collect(Collectors.joining());
    }

    static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the report lacks its part " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
