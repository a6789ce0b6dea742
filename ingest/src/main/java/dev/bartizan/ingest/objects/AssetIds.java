package dev.bartizan.ingest.objects;

import java.util.HexFormat;

/** Builds asset ids: {@code k8s:<cluster>/<group>/<kind>/<namespace>/<name>}. */
public final class AssetIds {
    /** Longer than any name the API server takes; what is beyond it is cut, so that a hostile name costs nothing. */
    private static final int LONGEST_NAME = 512;

    private AssetIds() {}

    public static String of(String cluster, String group, String kind, String namespace, String name) {
        return "k8s:" + segment(cluster) + "/" + segment(group) + "/" + segment(kind) + "/" + segment(namespace) + "/"
                + segment(name);
    }

    /** The name of the cluster in an id of this or of a derived asset. */
    public static String clusterOf(String id) {
        int start = id.indexOf(':') + 1;
        int end = id.indexOf('/', start);
        return end < 0 ? "-" : id.substring(start, end);
    }

    /** A part of an id, in which what separates parts, variants and containers is percent-encoded, as are control characters and spaces. */
    public static String segment(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i)) || i >= LONGEST_NAME) {
                return encode(text);
            }
        }
        return text;
    }

    private static boolean isPlain(char unit) {
        return unit > ' '
                && unit != '/'
                && unit != '@'
                && unit != '#'
                && unit != '%'
                && unit != 0x7f
                && !Character.isSurrogate(unit);
    }

    private static String encode(String text) {
        var encoded = new StringBuilder();
        int end = Math.min(text.length(), LONGEST_NAME);
        for (int i = 0; i < end; i++) {
            char unit = text.charAt(i);
            if (isPlain(unit)) {
                encoded.append(unit);
            } else if (i + 1 < end && Character.isSurrogatePair(unit, text.charAt(i + 1))) {
                encoded.append(unit).append(text.charAt(++i));
            } else if (Character.isSurrogate(unit)) {
                // Half a pair is no character, and no output format takes it.
                encoded.append("%u").append(HexFormat.of().withUpperCase().toHexDigits(unit));
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) unit));
            }
        }
        if (text.length() > LONGEST_NAME) {
            encoded.append("%~").append(HexFormat.of().toHexDigits(text.hashCode()));
        }
        return encoded.toString();
    }
}
