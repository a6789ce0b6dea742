package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.SourceReader;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the README and the guide tell a reader to type works, and what they show of a file is read. */
class GuideTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final String COMMAND = "./bartizan ";

    @TempDir
    private Path folder;

    /** Commands of one page stand on what those above them wrote. */
    @TestFactory
    Stream<DynamicTest> theCommandsOfAPageWork() {
        return pages().flatMap(page -> {
            Path working = folder.resolve(page.getFileName().toString());
            return commands(page).stream()
                    .map(command -> DynamicTest.dynamicTest(page.getFileName() + ": " + command, () -> {
                        var ran = Ran.of(words(command, working));
                        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
                        assertThat(ran.out()).isNotBlank();
                    }));
        });
    }

    @Test
    void everyPageIsLookedAt() {
        assertThat(pages().map(page -> commands(page).size())
                        .mapToInt(count -> count)
                        .sum())
                .isGreaterThanOrEqualTo(10);
    }

    @TestFactory
    Stream<DynamicTest> whatBartizanYamlMayHoldIsReadAsShown() {
        return blocks(Repository.path("docs/guide/bartizan-yaml.md"), "yaml").stream()
                .map(block -> DynamicTest.dynamicTest(block.lines().findFirst().orElse(""), () -> {
                    Path file = Files.writeString(folder.resolve("bartizan.yaml"), "version: 1\n" + block);
                    Path out = folder.resolve("out");
                    var ran = Ran.of(
                            "assess",
                            Repository.path("examples/reference-platform").toString(),
                            "--config",
                            file.toString(),
                            "--out",
                            out.toString(),
                            "--as-of",
                            "2026-11-22");
                    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
                    assertThat(Assessment.in(out).problems())
                            .filteredOn(problem -> problem.toString().startsWith("bartizan.yaml:"))
                            .isEmpty();
                }));
    }

    @Test
    void everySectionAndKeyOfBartizanYamlIsTold() throws IOException {
        String page = Files.readString(Repository.path("docs/guide/bartizan-yaml.md"));
        Node schema = SourceReader.parse(
                        "schema.json", Files.readString(Repository.path("docs/schema/bartizan-yaml.schema.json")))
                .documents()
                .getFirst()
                .root()
                .orElseThrow();

        for (String section : keys(schema.get("properties"))) {
            boolean comesLater =
                    schema.at("properties", section, "description").text("").contains("later version");
            if (!comesLater && !section.equals("version")) {
                assertThat(page).contains("\n## " + section + "\n", "](#" + section + ")");
            } else {
                assertThat(page).contains("`" + section);
            }
        }
        for (String definition : keys(schema.get("$defs"))) {
            for (String key : keys(schema.at("$defs", definition, "properties"))) {
                boolean comesLater = schema.at("$defs", definition, "properties", key, "description")
                        .text("")
                        .contains("later version");
                assertThat(comesLater || page.contains("`" + key + "`") || page.contains("`" + key + ":"))
                        .as("%s of %s", key, definition)
                        .isTrue();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> theLinksOfAPageLeadSomewhere() {
        return pages().map(page -> DynamicTest.dynamicTest(
                page.getFileName().toString(),
                () -> assertThat(LINK.matcher(text(page)).results().map(link -> link.group(1)))
                        .allSatisfy(link -> assertThat(page.resolveSibling(link).normalize())
                                .exists())));
    }

    private static List<String> keys(Node node) {
        return node instanceof Mapping mapping ? mapping.keys() : List.of();
    }

    private static Stream<Path> pages() {
        try (var files = Files.list(Repository.path("docs/guide"))) {
            return Stream.concat(
                    Stream.of(Repository.path("README.md"), Repository.path("examples/reference-platform/README.md")),
                    files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> commands(Path page) {
        return blocks(page, "sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(COMMAND))
                .map(line -> line.replaceFirst("\\s+#.*", ""))
                .toList();
    }

    private static List<String> blocks(Path page, String language) {
        return BLOCK.matcher(text(page))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a shell splits it, as if it were run in the repository but wrote into a folder of its own. */
    private static String[] words(String command, Path working) {
        var words = new ArrayList<String>();
        Matcher matcher = WORD.matcher(command.substring(COMMAND.length()));
        while (matcher.find()) {
            String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            String before = words.isEmpty() ? "" : words.getLast();
            boolean isWritten = List.of("--out", "--file").contains(before)
                    || (word.startsWith("bartizan-") && !before.equals("--format"));
            words.add(
                    word.startsWith("examples/")
                            ? Repository.path(word).toString()
                            : isWritten ? working.resolve(word).toString() : word);
        }
        boolean isHelp = words.contains("--help");
        if (words.getFirst().equals("assess") && !isHelp && !words.contains("--out")) {
            words.addAll(List.of("--out", working.resolve("bartizan-out").toString()));
        }
        if (words.getFirst().equals("explain") && !isHelp && !words.contains("--in")) {
            words.addAll(List.of(
                    "--in", Assessment.file(working.resolve("bartizan-out")).toString()));
        }
        return words.toArray(String[]::new);
    }
}
