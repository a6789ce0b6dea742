package dev.bartizan.source;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that was read, independent of the number of threads and of the order in which a file system lists its folders.
 *
 * @param files the files that were read, by name
 * @param documents by file name, then in the order of the file
 * @param outcomes why files gave no documents, by file name; files of other types and skipped folders are only counted
 * @param problems by place
 */
public record Reading(
        List<SourceFile> files,
        List<Document> documents,
        List<FileOutcome> outcomes,
        Counts counts,
        List<Problem> problems) {

    public Reading {
        files = List.copyOf(files);
        documents = List.copyOf(documents);
        outcomes = List.copyOf(outcomes);
        problems = List.copyOf(problems);
    }

    /**
     * Every file and document is in here once.
     *
     * @param files all files met: those read and those in {@code notRead}, skipped folders aside
     * @param read files that were read
     * @param bytes of the files that were read
     * @param documents all of them, broken and empty ones too
     * @param notRead how many files (or folders) of each kind were not read
     */
    public record Counts(
            int files,
            int read,
            long bytes,
            int documents,
            int brokenDocuments,
            int emptyDocuments,
            SortedMap<FileOutcome.Kind, Integer> notRead) {

        public Counts {
            notRead = Collections.unmodifiableSortedMap(new TreeMap<>(notRead));
        }

        public int notRead(FileOutcome.Kind kind) {
            return notRead.getOrDefault(kind, 0);
        }
    }

    /** The same without its trees: all that excerpts need, and nothing of the values. */
    public Reading withoutDocuments() {
        return new Reading(files, List.of(), outcomes, counts, problems);
    }

    /** Excerpts of these files, masked. */
    public Excerpts excerpts() {
        return Excerpts.of(files);
    }
}
