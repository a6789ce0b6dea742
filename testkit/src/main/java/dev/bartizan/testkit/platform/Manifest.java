package dev.bartizan.testkit.platform;

/** The text of one object, line by line; the caller says how far each line is indented. */
final class Manifest {
    private static final String SPACES = " ".repeat(64);

    private final StringBuilder text = new StringBuilder(2048);

    /** Begins an object that lives in a namespace. */
    static Manifest of(String apiVersion, String kind, String namespace, String name) {
        return of(apiVersion, kind, name).line(2, "namespace", namespace);
    }

    /** Begins an object of the cluster; the next lines may add to its metadata. */
    static Manifest of(String apiVersion, String kind, String name) {
        return new Manifest()
                .line(0, "apiVersion", apiVersion)
                .line(0, "kind", kind)
                .line(0, "metadata:")
                .line(2, "name", name);
    }

    Manifest line(int spaces, String written) {
        text.append(SPACES, 0, spaces).append(written).append('\n');
        return this;
    }

    Manifest line(int spaces, String key, String value) {
        text.append(SPACES, 0, spaces).append(key).append(": ").append(value).append('\n');
        return this;
    }

    Manifest line(int spaces, String key, int value) {
        return line(spaces, key, Integer.toString(value));
    }

    Manifest quoted(int spaces, String key, String value) {
        return line(spaces, key, '"' + value + '"');
    }

    /** Several lines of a text block, each indented further by this much. */
    Manifest block(int spaces, String lines) {
        lines.lines().forEach(line -> line(spaces, line));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
