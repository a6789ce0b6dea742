package dev.bartizan.cli.files;

import dev.bartizan.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The folder that suggested policies are written into. */
public final class SuggestionFolder {
    /** Of what is applied together. */
    private static final List<String> APPLIED = List.of("policies", "mesh", "staged", "rollback");

    private final Path folder;
    private final Function<String, ? extends RuntimeException> misuse;

    /** @param misuse makes the exception that tells the user what is wrong with the folder */
    public SuggestionFolder(Path folder, Function<String, ? extends RuntimeException> misuse) {
        this.folder = folder;
        this.misuse = misuse;
    }

    /**
     * Writes the files. A policy that is there and not among them would be applied with them: then nothing is written.
     *
     * @param files the texts by their paths within the folder
     */
    public void write(Map<String, String> files) {
        try {
            for (String part : APPLIED) {
                for (Path found : found(part)) {
                    if (!files.containsKey(part + "/" + found.getFileName())) {
                        throw misuse.apply("--out: " + Reports.printable(found.toString())
                                + " is no policy of this suggestion; remove it or name another folder.");
                    }
                }
            }
            for (var file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException failure) {
            // The reason of the operating system is a path or a word such as AccessDenied, and what the user needs.
            throw misuse.apply("--out: cannot write into " + Reports.printable(folder.toString()) + " ("
                    + Reports.printable(String.valueOf(failure)) + ").");
        }
    }

    private List<Path> found(String part) throws IOException {
        Path policies = folder.resolve(part);
        if (!Files.isDirectory(policies)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(policies)) {
            return files.sorted().toList();
        }
    }
}
