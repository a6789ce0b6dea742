package dev.bartizan.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bartizan.source.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading document by document must give exactly what reading the whole stream gives. */
class SplitEqualityTest {
    private static final Path PLATFORMS =
            Path.of(System.getProperty("bartizan.root", "..")).resolve("../shared/platforms");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\n---\nb: 2\n",
                "---\na: 1\n---\n---\n# only a comment\n---\nb: 2\n...\n",
                "%YAML 1.2\n---\na: 1\n...\n%YAML 1.1\n# comment\n\n---\nb: 2\n",
                "%TAG !e! tag:example.org,2000:\n---\n!e!x a: 1\n---\nb: 2\n",
                "a: |\n  ---\n  text\n ---\n---\nb: >\n  x\n\n  --- y\n---\nc: \"x\n  --- y\"\n",
                "--- a\n--- [b]\n--- |\n  text\n--- # comment\nc: 1\n---\td: 1\n",
                "a: 1\n...\nb: 2\n...\n---\nc: 3\n",
                "a: ---\nb: ----\n---c: 1\n",
                "# head\n\n---\na: 1\r\n---\r\nb: 2\r\n",
                "- ---\n- a\n---\n- b",
                "{\"a\": 1}\n---\n{\"b\": 2}\n",
                "\uFEFFa: 1\n---\nb: \uD83D\uDE00\n---\nc: 1\n",
                "--- &a !!map\na: *a2\n",
                "",
                "\n\n",
                "---",
                "...\n...\n---\n",
            })
    void partsAndWholeAgree(String text) {
        List<String> whole = whole(text);

        // Behind a broken document only the parts go on.
        assertThat(byParts(text).stream().limit(whole.size()).toList()).isEqualTo(whole);
    }

    @Test
    void partsAndWholeAgreeOnRealPlatforms() throws IOException {
        assumeTrue(Files.isDirectory(PLATFORMS), "no platforms beside this repository");
        int files = 0;
        try (var paths = Files.walk(PLATFORMS)) {
            for (Path path : paths.filter(path -> path.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(path, StandardCharsets.UTF_8);
                assertThat(byParts(text)).as(path.toString()).isEqualTo(whole(text));
                files++;
            }
        }
        assertThat(files).isGreaterThan(500);
    }

    private static List<String> whole(String text) {
        String stripped = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var file = new SourceFile("a.yaml", SourceText.of(stripped).lineStarts(), stripped.length());
        var builder = new TreeBuilder(file, stripped, Limits.defaults(), new Workspace(), new ProblemLog());
        return YamlDocuments.read(file, stripped, 0, builder).stream()
                .map(SplitEqualityTest::dump)
                .toList();
    }

    private static List<String> byParts(String text) {
        return SourceReader.parse("a.yaml", text).documents().stream()
                .map(SplitEqualityTest::dump)
                .toList();
    }

    static String dump(Document document) {
        var lines = new ArrayList<String>();
        document.root().ifPresent(root -> dump(root, lines));
        return document.start() + " " + document.failure().map(Problem::code) + " " + lines;
    }

    private static void dump(Node node, List<String> lines) {
        switch (node) {
            case Mapping mapping -> {
                lines.add(mapping.start() + "{");
                for (int i = 0; i < mapping.size(); i++) {
                    lines.add(mapping.keyStart(i) + mapping.key(i));
                    dump(mapping.value(i), lines);
                }
            }
            case Sequence sequence -> {
                lines.add(sequence.start() + "[" + sequence.size());
                sequence.items().forEach(item -> dump(item, lines));
            }
            case Scalar scalar -> lines.add(scalar.start() + "-" + scalar.end() + scalar.style() + scalar.raw());
            case Absent absent -> lines.add(absent.step());
        }
    }
}
