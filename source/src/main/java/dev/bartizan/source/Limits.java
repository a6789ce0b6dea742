package dev.bartizan.source;

/**
 * What a reader takes at most. Everything read may be an attack: each bound turns one way of exhausting memory or time into a located problem.
 *
 * @param fileBytes the longest file
 * @param totalBytes all files together
 * @param files how many files are looked at
 * @param documentsPerFile documents in one file
 * @param depth how deep collections nest
 * @param aliasesPerDocument how many aliases ({@code *name}) a document holds
 * @param aliasedNodesPerDocument how many nodes its aliases stand for, each counted as often as it is reached
 * @param keyLength the longest key, in UTF-16 units
 */
public record Limits(
        long fileBytes,
        long totalBytes,
        int files,
        int documentsPerFile,
        int depth,
        int aliasesPerDocument,
        int aliasedNodesPerDocument,
        int keyLength) {
    /** Offsets are kept in 29 bits. */
    private static final long LONGEST_FILE = 1L << 29;

    public Limits {
        if (fileBytes < 1
                || fileBytes > LONGEST_FILE
                || totalBytes < 1
                || files < 1
                || documentsPerFile < 1
                || depth < 1
                || aliasesPerDocument < 0
                || aliasedNodesPerDocument < 0
                || keyLength < 1) {
            throw new IllegalArgumentException("each limit must be positive, and a file at most 512 MiB");
        }
    }

    /** Far above what real platforms hold, low enough for a small heap. */
    public static Limits defaults() {
        return new Limits(64L << 20, 1L << 30, 200_000, 1_000_000, 200, 10_000, 1_000_000, 4_096);
    }
}
