package dev.bartizan.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.text.BlockYaml;
import dev.bartizan.source.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The block form is a second reader of YAML beside the full parser: whatever it accepts, both must read alike. */
class BlockYamlTest {
    private static final int MUTANTS = 20_000;
    private static final int LONGEST = 2_000;
    private static final String LETTERS = "  \n\n:-#'\"[]{},|>+!&*?%@`\\.a1=~<\t\r/\u00e9\u2028\ufeff\u0085";
    private static final List<String> PIECES = List.of(
            ": |\n", " |-\n", "- ", " # c", ": ", "''", "\\n", "---\n", "  \n", "{}", "[a, b]", "- - ", "? ", "|+\n\n",
            "{a: b}", " #", ":", "...\n");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\nb:\n  c: x y # comment\n  d: http://e:80/f#g\n",
                "---  # mark\n# behind\na: 1\n",
                "a:\n- b\n-\n  - c\n- - d\n  - e: f\n    g:\n    - h\ni: j\n",
                "- a: 1\n  b:\n-\n- c",
                "a:\nb:\n  c:\nd:\n  -\n  - e\n",
                "a: {b: 1, \"c\": [d, 'e', {}], f: []}\nb:\n  {}\nc:\n- [x]\n-\n  [y]\n",
                "a: 'it''s'\n'b c': \"x\\\"y\\n\\\\\"\n\"d\": ''\n",
                "a: |\n  one\n\n    two\n  \nb: |-\n  x\n\n\nc: |+ # kept\n  y\n\n\nd:\n- |\n e\n- f: |\n   g\n  h: i\n",
                "a : b\nc: -1\nd: --flag\ne: a-b:c:d\n",
                "a: \u00e9\u2014 \"x\" 'y' [z] {w}, v\n\u00fc: 1\n",
                "<<: {a: 1}\nb: yes\n1: 2\nb: again\n",
                "data:\n  password: hunter2secret\nkind: Secret\n",
            })
    void usualFormsAreRead(String text) {
        assertThat(isReadAsTheFullParserReadsIt(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "---\n",
                "a\n",
                " a: 1\n",
                "a: &x 1\n",
                "a: !!str 1\n",
                "a: >\n  folded\n",
                "a: |2\n  x\n",
                "a: |\n\n  x\n",
                "a: |\n  no line break behind",
                "a: two\n  lines\n",
                "a: 'two\n  lines'\n",
                "a: [b,\n  c]\n",
                "a: [b, ]\nc: {d}\n",
                "a: \"\\u0041\"\n",
                "a: b: c\n",
                "a: - b\n",
                "a:\n   b: 1\n  c: 2\n",
                "a:\tb\n",
                "a: 1\r\nb: 2\r\n",
                "? a\n: b\n",
                "a: 1\n...\n",
                "--- a: 1\n",
                "a: \uD83D\uDE00\n",
                "a: {{ b }}\n",
                "{a: 1}\n",
            })
    void whatIsRareOrWrongIsLeftToTheFullParser(String text) {
        assertThat(new BlockYaml(text).read(0, text.length())).isFalse();
    }

    @Test
    void keysAndDepthHaveTheirBounds() {
        String deep = "- ".repeat(150) + "a\n";
        String flow = "a: " + "[".repeat(150) + "]".repeat(150) + "\n";
        String key = "k".repeat(1_100) + ": v\n";

        assertThat(List.of(deep, flow, key))
                .allSatisfy(text ->
                        assertThat(new BlockYaml(text).read(0, text.length())).isFalse());
    }

    @Test
    void whateverIsAcceptedOfBrokenManifestsIsReadAlike() throws IOException {
        List<String> manifests = manifests();
        var random = new Random(7);
        int accepted = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = mutant(manifests.get(random.nextInt(manifests.size())), random);
            if (SourceText.of(mutant).yamlParts().length == 1 && isReadAsTheFullParserReadsIt(mutant)) {
                accepted++;
            }
        }

        assertThat(manifests).hasSizeGreaterThan(300);
        assertThat(accepted).isGreaterThan(MUTANTS / 5);
    }

    private static List<String> manifests() throws IOException {
        List<String> manifests = new ArrayList<>();
        Path examples = Path.of(System.getProperty("bartizan.root", "..")).resolve("examples");
        try (var paths = Files.walk(examples)) {
            for (Path path : paths.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(path, StandardCharsets.UTF_8);
                int[] parts = SourceText.of(text).yamlParts();
                for (int i = 0; i < parts.length; i++) {
                    int end = i + 1 < parts.length ? parts[i + 1] : text.length();
                    manifests.add(text.substring(parts[i], Math.min(end, parts[i] + LONGEST)));
                }
            }
        }
        return manifests;
    }

    private static String mutant(String manifest, Random random) {
        var text = new StringBuilder(manifest);
        for (int edit = random.nextInt(3); edit >= 0 && !text.isEmpty(); edit--) {
            int at = random.nextInt(text.length());
            int line = text.lastIndexOf("\n", at) + 1;
            char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
            switch (random.nextInt(6)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, letter);
                case 2 -> text.setCharAt(at, letter);
                case 3 -> text.insert(line, " ".repeat(1 + random.nextInt(3)));
                case 4 -> text.delete(line, Math.max(line, Math.min(line + 1, at)));
                default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }

    /** False when the text is not accepted; fails when it is and the readers differ. */
    private static boolean isReadAsTheFullParserReadsIt(String text) {
        var block = new BlockYaml(text);
        if (!block.read(0, text.length())) {
            return false;
        }
        var file = new SourceFile("a.yaml", SourceText.of(text).lineStarts(), text.length());
        var builder = new TreeBuilder(file, text, Limits.defaults(), new Workspace(), new ProblemLog());
        Document read = YamlDocuments.of(file, block, builder);
        var other = new TreeBuilder(file, text, Limits.defaults(), new Workspace(), new ProblemLog());
        List<Document> expected = YamlDocuments.read(file, text, 0, other);

        assertThat(expected)
                .as(text)
                .singleElement()
                .satisfies(document ->
                        assertThat(SplitEqualityTest.dump(read)).isEqualTo(SplitEqualityTest.dump(document)));
        assertThat(builder.problems().problems(file))
                .as(text)
                .isEqualTo(other.problems().problems(file));
        assertThat(builder.masks().toArray()).as(text).isEqualTo(other.masks().toArray());
        return true;
    }
}
