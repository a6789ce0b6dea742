package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.knowledge.Check;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.source.Node;
import dev.bartizan.source.SourceReader;
import dev.bartizan.testkit.GoldenFile;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages of the guide about checks say what the checks say. */
class ChecksPageTest {
    private static final Pattern ID = Pattern.compile("BL-[A-Z]{2}-[0-9]{3}");

    @Test
    void thePageIsMadeFromTheDefinitions() {
        GoldenFile.ofRepository("docs/guide/checks.md").matchesTwice(() -> ChecksPage.of(Checks.load()));
    }

    @Test
    void whatIsLeftOutIsNotThere() throws IOException {
        assertThat(leftOut()).doesNotContainAnyElementsOf(present());
    }

    @Test
    void everyCheckOfTheCatalogueIsThereOrLeftOutForAReason() throws IOException {
        Path catalogue = Repository.assumeShared("catalogue/checks.yaml");
        Node root = SourceReader.parse("checks.yaml", Files.readString(catalogue))
                .documents()
                .getFirst()
                .root()
                .orElseThrow();
        List<Node> entries = root.items().isEmpty() ? root.get("checks").items() : root.items();
        var known = new TreeSet<>(present());
        known.addAll(leftOut());

        assertThat(entries).isNotEmpty();
        assertThat(entries.stream().map(entry -> entry.get("id").text("?"))).isSubsetOf(known);
    }

    /** Those of the first column are ids; a reason may speak of checks that are there. */
    private static Set<String> leftOut() throws IOException {
        return Files.readString(Repository.path("docs/guide/checks-left-out.md"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .flatMap(
                        line -> ID.matcher(line.substring(line.indexOf('|', 1))).results())
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> present() {
        return Checks.load().all().stream().map(Check::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
