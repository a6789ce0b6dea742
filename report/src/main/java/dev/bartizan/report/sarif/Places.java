package dev.bartizan.report.sarif;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Platform;
import dev.bartizan.snapshot.JsonOutput;
import dev.bartizan.source.Location;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Writes places of the input, and the assets that are there. */
final class Places {
    /** RFC 3986 characters of a path, without the colon: before the first slash it would begin a scheme. */
    private static final String UNESCAPED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=@/";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final JsonOutput json;
    private final Platform platform;

    Places(JsonOutput json, Platform platform) {
        this.json = json;
        this.platform = platform;
    }

    /** Into an open location object. A region without an end reaches to the end of its line. */
    void physical(Location location) {
        json.object("physicalLocation")
                .object("artifactLocation")
                .text("uri", uri(location.file()))
                .end()
                .object("region")
                .number("startLine", location.line())
                .number("startColumn", location.column())
                .end()
                .end();
    }

    /** Into an open location object. */
    void logical(String asset) {
        json.array("logicalLocations").object();
        asset(asset).ifPresent(known -> json.text("name", known.name()));
        json.text("fullyQualifiedName", asset).text("kind", "resource").end().end();
    }

    /** How people call an asset: {@code Job ml-training/finetune}. */
    String called(String asset) {
        return asset(asset)
                .map(known -> known.namespace().equals("-")
                        ? known.kind() + " " + known.name()
                        : known.kind() + " " + known.namespace() + "/" + known.name())
                .orElse(asset);
    }

    private Optional<Asset> asset(String id) {
        return platform.index(id).map(platform::asset);
    }

    /** A relative reference of RFC 3986. */
    static String uri(String path) {
        var uri = new StringBuilder(path.length());
        for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
            if (UNESCAPED.indexOf(unit) >= 0) {
                uri.append((char) unit);
            } else {
                uri.append('%').append(HEX.toHexDigits(unit));
            }
        }
        return uri.toString();
    }
}
