package dev.bartizan.assess;

import dev.bartizan.report.html.ExcerptSource;
import dev.bartizan.report.html.HtmlOptions;
import dev.bartizan.report.html.HtmlReport;
import dev.bartizan.report.sarif.SarifOptions;
import dev.bartizan.report.sarif.SarifReport;
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
    /** What the page is called. */
    public static final String REPORT = "report.html";

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
        var html = HtmlOptions.DEFAULT.withVersion(version).withExplanations(answer.reasons());
        var sarif = SarifOptions.DEFAULT.withVersion(version).withExplanations(answer.reasons());
        var files = List.of(
                new File(REPORT, out -> HtmlReport.write(answer.snapshot(), excerpts(answer), comparison, out, html)),
                new File(SnapshotFile.NAME, out -> SnapshotFile.write(answer.snapshot(), out)),
                new File(SarifReport.NAME, out -> SarifReport.write(answer.snapshot(), comparison, out, sarif)));
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

    /** Made anew each time: it holds unmasked lines while it is in use, which must not outlive the writing. */
    private static ExcerptSource excerpts(AssessAnswer answer) {
        return answer.reading()
                .<ExcerptSource>map(reading -> new ReportExcerpts(reading.excerpts()))
                .orElse(ExcerptSource.NONE);
    }
}
