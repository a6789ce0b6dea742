package dev.bartizan.assess;

import dev.bartizan.report.Reports;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.snapshot.SnapshotFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The three files of an assessment. Each appears whole or not at all: a build that is cut off leaves no half report. */
public final class AssessOutputs {
    private static final int BUFFER_BYTES = 1 << 16;

    private record File(String name, Consumer<OutputStream> content) {}

    private AssessOutputs() {}

    /**
     * Writes report.html, assessment.json and findings.sarif into a folder, which is made when it is not there.
     *
     * @param version of Bartizan, as the files name it
     * @throws UncheckedIOException when one cannot be written
     */
    public static void write(Path folder, AssessAnswer answer, Optional<Comparison> comparison, String version) {
        var reports = new Reports(answer.snapshot(), comparison, answer.reading(), version, answer.reasons());
        var files = List.of(
                new File(Reports.HTML, reports::writeHtml),
                new File(SnapshotFile.NAME, out -> SnapshotFile.write(answer.snapshot(), out)),
                new File(Reports.SARIF, reports::writeSarif));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.parallelStream().forEach(file -> write(folder, file));
    }

    private static void write(Path folder, File file) {
        Path unfinished = folder.resolve("." + file.name() + ".unfinished");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER_BYTES)) {
                file.content().accept(out);
            }
            Files.move(unfinished, folder.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
