package dev.bartizan.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One file, opened from a disk, that tells nobody and gives nothing away. That it kept quiet is asked after every test, by the {@link Reader}. */
@ExtendWith(Reader.Extension.class)
class SelfContainedTest {
    /** Every credential of the example says in its text that it was planted. */
    private static final Pattern PLANTED = Pattern.compile("[^\\s\"':@]*Planted[^\\s\"'@]*");

    @Test
    void opensFromADiskWithTheSummary(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);

        assertThat(report.page().url()).startsWith("file:");
        assertThat(report.page().title()).contains("Bartizan report");
        assertThat(report.shows(View.SUMMARY)).isTrue();
        assertThat(report.part(View.SUMMARY).innerText()).contains("findings in force", "What was read");
    }

    @Test
    void everyPartIsThereWithoutANetwork(Reader reader) {
        var report = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT);
        report.page().context().setOffline(true);
        for (var view : View.values()) {
            report.goTo(view);

            assertThat(report.part(view).textContent()).as("%s", view).hasSizeGreaterThan(100);
            assertThat(report.address()).isEqualTo(view.id());
        }
    }

    @Test
    void aLinkLeadsStraightToItsFinding(Reader reader) {
        var findings = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT).findings();
        var title = findings.open(2).title();
        var address = new ReportPage(findings.page()).address();

        var linked = reader.open(Subject.EXAMPLE, Screen.DESKTOP_LIGHT, address);

        assertThat(linked.shows(View.FINDINGS)).isTrue();
        assertThat(new FindingsView(linked.page()).opened().title()).isEqualTo(title);
    }

    @Test
    void noPlantedCredentialIsInTheFile() throws IOException {
        var planted = new TreeSet<String>();
        try (var files = Files.walk(Repository.path("examples/reference-platform/as-found"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                planted.addAll(PLANTED.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group())
                        .collect(Collectors.toSet()));
            }
        }
        assertThat(planted).as("credentials planted in the example").hasSizeGreaterThan(1);

        assertThat(Files.readString(Subject.EXAMPLE.report())).doesNotContain(planted);
    }
}
