package dev.bartizan.source;

import java.util.Comparator;

/**
 * Why a file gave no documents.
 *
 * @param file its name relative to the argument it came from
 * @param reason one sentence for the reader of a report, without any text of the file
 */
public record FileOutcome(String file, Kind kind, String reason) implements Comparable<FileOutcome> {
    private static final Comparator<FileOutcome> ORDER = Comparator.comparing(FileOutcome::file)
            .thenComparing(FileOutcome::kind)
            .thenComparing(FileOutcome::reason);

    /** What kept it from being read. */
    public enum Kind {
        /** Named by {@code .bartizanignore} or {@code --exclude}. */
        IGNORED,
        /** Neither YAML nor JSON by its name; only counted. */
        OTHER_TYPE,
        /** A folder that never holds manifests: {@code .git}, {@code node_modules}; only counted. */
        SKIPPED_FOLDER,
        /** Not text at all: an archive, an image, NUL bytes. */
        BINARY,
        /** Beyond a limit of {@link Limits}. */
        TOO_LARGE,
        /** Missing, no permission, or an input error. */
        UNREADABLE,
        /** Nothing but white space and comments. */
        EMPTY,
        /** A symbolic link into itself. */
        LOOP,
        /** A symbolic link that leaves the folder it was found in. */
        OUTSIDE
    }

    @Override
    public int compareTo(FileOutcome other) {
        return ORDER.compare(this, other);
    }
}
