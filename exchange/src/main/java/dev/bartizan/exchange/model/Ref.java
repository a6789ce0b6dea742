package dev.bartizan.exchange.model;

import java.util.Locale;

/** Names a part of a model. */
public record Ref(Kind kind, String id) {
    /** {@code asset:web}. */
    public String written() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }

    /** @throws IllegalArgumentException if it was not {@link #written} */
    static Ref of(String written) {
        int colon = written.indexOf(':');
        return new Ref(
                Kind.valueOf(written.substring(0, colon).toUpperCase(Locale.ROOT)), written.substring(colon + 1));
    }

    public static Ref zone(String id) {
        return new Ref(Kind.ZONE, id);
    }

    public static Ref asset(String id) {
        return new Ref(Kind.ASSET, id);
    }

    public static Ref link(String id) {
        return new Ref(Kind.LINK, id);
    }

    public static Ref data(String id) {
        return new Ref(Kind.DATA, id);
    }

    public static Ref threat(String id) {
        return new Ref(Kind.THREAT, id);
    }
}
