package dev.bartizan.source;

/** Is told how far the reading is. Calls come one at a time, but from any thread, and must return at once. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (filesDone, filesTotal, bytesDone, bytesTotal) -> {};

    void update(int filesDone, int filesTotal, long bytesDone, long bytesTotal);
}
