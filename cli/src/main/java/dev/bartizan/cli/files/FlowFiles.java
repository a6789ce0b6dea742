package dev.bartizan.cli.files;

import dev.bartizan.network.Suggestion.Observed;
import dev.bartizan.report.Reports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the files of observed connections that a user names. */
public final class FlowFiles {
    private static final long LONGEST = 256L << 20;

    private final Function<String, ? extends RuntimeException> misuse;

    /** @param misuse makes the exception that tells the user what is wrong with a file */
    public FlowFiles(Function<String, ? extends RuntimeException> misuse) {
        this.misuse = misuse;
    }

    public List<Observed> read(List<Path> files) {
        var observed = new ArrayList<Observed>();
        for (Path file : files) {
            observed.add(Observed.read(String.valueOf(file.getFileName()), text(file)));
        }
        return observed;
    }

    private String text(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                throw misuse.apply("--flows: " + Reports.printable(file.toString()) + " is no file, or has more than "
                        + (LONGEST >> 20) + " MiB; give a shorter time, or count what is alike.");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw misuse.apply("--flows: cannot read " + Reports.printable(file.toString()) + ".");
        }
    }
}
