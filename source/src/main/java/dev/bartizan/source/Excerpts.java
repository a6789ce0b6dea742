package dev.bartizan.source;

import java.util.List;

/** Lines of the input around a place. */
public final class Excerpts {
    private final List<SourceFile> files;

    private Excerpts(List<SourceFile> files) {
        this.files = List.copyOf(files);
    }

    static Excerpts of(List<SourceFile> files) {
        return new Excerpts(files);
    }

    @Override
    public String toString() {
        return "excerpts of " + files.size() + " files";
    }
}
