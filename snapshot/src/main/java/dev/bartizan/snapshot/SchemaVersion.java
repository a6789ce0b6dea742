package dev.bartizan.snapshot;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The version of the layout. A key more is a minor step, which older readers ignore; anything else is a major one, and a reader knows the two
 * majors before its own, so that {@code --against} still works after an upgrade.
 */
record SchemaVersion(int major, int minor) {
    static final SchemaVersion CURRENT = new SchemaVersion(1, 4);

    private static final String PREFIX = "bartizan/assessment/";
    private static final int MAJORS_BACK = 2;
    private static final Pattern SYNTAX = Pattern.compile(Pattern.quote(PREFIX) + "([1-9]\\d{0,4})\\.(\\d{1,5})");

    static Optional<SchemaVersion> parse(String text) {
        // The pattern is linear; still, a text of a hostile file is not searched beyond what a version can take.
        if (text.length() > PREFIX.length() + 11) {
            return Optional.empty();
        }
        var match = SYNTAX.matcher(text);
        return match.matches()
                ? Optional.of(new SchemaVersion(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    boolean isReadableBy(SchemaVersion reader) {
        return major <= reader.major && major >= reader.major - MAJORS_BACK;
    }

    boolean isNewerThan(SchemaVersion reader) {
        return major > reader.major;
    }

    @Override
    public String toString() {
        return PREFIX + major + "." + minor;
    }
}
