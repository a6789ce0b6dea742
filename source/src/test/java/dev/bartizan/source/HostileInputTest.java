package dev.bartizan.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "a:\n ", "? ", "{", "[{"})
    void tenThousandLevelsAreRefused(String opening) {
        String text = opening.equals("a:\n ") ? nestedBlocks(3_000) : opening.repeat(10_000);

        Reading reading = assertTimeoutPreemptively(SOON, () -> SourceReader.parse("a.yaml", text + "\n---\nb: 1\n"));

        assertThat(reading.documents().getFirst().failure()).isPresent();
        assertThat(reading.documents().getLast().root()).isPresent();
    }

    private static String nestedBlocks(int levels) {
        var text = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            text.repeat(" ", i).append("a:\n");
        }
        return text.toString();
    }

    @Test
    void anAliasBombIsRefused() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(10))
                    .append("]\n");
        }

        Reading reading = assertTimeoutPreemptively(SOON, () -> SourceReader.parse("a.yaml", bomb.toString()));

        assertThat(reading.problems()).extracting(Problem::code).containsExactly("yaml-alias-bomb");
        assertThat(reading.problems().getFirst().location().orElseThrow().line())
                .isEqualTo(6);
    }

    @Test
    void aBombOfMergeKeysIsRefused() {
        var bomb = new StringBuilder("a0: &a0 {k: x}\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" {l: *a")
                    .append(i - 1)
                    .append(", r: *a")
                    .append(i - 1)
                    .append("}\n");
        }

        assertThat(assertTimeoutPreemptively(SOON, () -> SourceReader.parse("a.yaml", bomb.toString()))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("yaml-alias-bomb");
    }

    @Test
    void tooManyAliasesAreRefused() {
        assertThat(SourceReader.parse("a.yaml", "a: &a 1\nb: [" + "*a, ".repeat(10_001) + "]")
                        .problems())
                .extracting(Problem::code)
                .containsExactly("yaml-alias-bomb");
    }

    @Test
    void aMegabyteOfKeyIsRefusedAndNeverShown() {
        for (String text : List.of(
                "k".repeat(1 << 20) + ": 1",
                "? " + "k".repeat(1 << 20) + "\n: 1",
                "\"" + "k".repeat(1 << 20) + "\": 1")) {
            Reading reading = assertTimeoutPreemptively(SOON, () -> SourceReader.parse("a.yaml", text));

            assertThat(reading.documents().getFirst().failure()).isPresent();
            assertThat(reading.toString()).hasSizeLessThan(2_000);
        }
        assertThat(SourceReader.parse("a.json", "{\"" + "k".repeat(1 << 20) + "\": 1}")
                        .problems())
                .extracting(Problem::code)
                .containsExactly("yaml-key-too-long");
    }

    @Test
    void aMegabyteOfValueIsRead() {
        Reading reading = SourceReader.parse("a.yaml", "a: " + "v".repeat(1 << 20));

        assertThat(reading.documents()
                        .getFirst()
                        .root()
                        .orElseThrow()
                        .get("a")
                        .text()
                        .orElseThrow())
                .hasSize(1 << 20);
        assertThat(reading.documents().getFirst().root().orElseThrow().get("a").toString())
                .hasSizeLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\n",
                "- \n",
                "a:\n",
                "[]\n",
                "#\n",
                "...\n",
                "%YAML 1.2\n",
                "%TAG ! x\n",
                "&a ",
                "*a ",
                "!x ",
                "!<!> ",
                "? ",
                ": ",
                ", ",
                "|\n",
                ">\n",
                "\"",
                "'",
                "{}",
                "{{",
                "}}",
                "@",
                "`",
                "\t",
                "\r",
                "<<: ",
                "- - ",
                "a: &a\n",
                "\uFEFF",
                "\u2028",
                "\u0085",
                "\uD83D",
                "---\uFEFF\n",
                "--- |\n",
                "--- \"\n"
            })
    void aHundredThousandTimesAnythingEndsSoon(String piece) {
        String text = piece.repeat(100_000 / piece.length());

        assertThat(assertTimeoutPreemptively(SOON, () -> SourceReader.parse("a.yaml", text)))
                .isNotNull();
        assertThat(assertTimeoutPreemptively(SOON, () -> SourceReader.parse("a.json", text)))
                .isNotNull();
    }

    /** Real manifests with random damage: whatever comes out, it is a result, every problem lies in the file, and the time is bounded. */
    @Test
    void mutatedManifestsAlwaysGiveAResult() {
        var random = new Random(20260101);
        List<String> seeds = seeds();
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        int tried = 0;
        while (System.nanoTime() < end && tried < 20_000) {
            String text = mutated(seeds.get(random.nextInt(seeds.size())), random);
            String name = random.nextBoolean() ? "a.yaml" : "a.json";
            Reading reading = assertTimeoutPreemptively(SOON, () -> SourceReader.parse(name, text));
            assertThat(reading.problems()).allSatisfy(problem -> {
                assertThat(problem.location().orElseThrow().file()).isEqualTo(name);
                assertThat(problem.message()).hasSizeLessThan(400);
            });
            reading.documents()
                    .forEach(document -> assertThat(document.location()).isNotNull());
            tried++;
        }
        assertThat(tried).isGreaterThan(100);
    }

    private static String mutated(String seed, Random random) {
        var text = new StringBuilder(seed);
        String[] damage = {
            "\t", "\n", "\"", "'", "{", "}", "[", "]", ": ", "- ", "&a ", "*a", "<<: *a", "|", ">", "---\n", "...",
            "\0", "\uD800", "!", "#", "%", "\r", "y"
        };
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, damage[random.nextInt(damage.length)]);
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x300));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(200))));
            }
            if (text.isEmpty()) {
                text.append("a");
            }
        }
        return text.toString();
    }

    private static List<String> seeds() {
        Path platforms =
                Path.of(System.getProperty("bartizan.root", "..")).resolve("../shared/platforms/kubeflow/extra");
        String own = """
                apiVersion: v1
                kind: Pod
                metadata: {name: a, labels: &l {x: "y"}}
                spec:
                  containers:
                  - name: main
                    command: [a, 'b', "c"]
                    env:
                    - name: PASSWORD
                      value: S3cr3tPw
                  selector: {<<: *l}
                ---
                kind: ConfigMap
                data:
                  a: |
                    x
                    y
                  b: >-
                    z
                """;
        String json = "{\"kind\": \"List\", \"items\": [{\"a\": [1, true, null, \"x\\u00e4\"]}]}";
        if (!Files.isDirectory(platforms)) {
            return List.of(own, json);
        }
        try (var files = Files.list(platforms)) {
            var seeds = new java.util.ArrayList<>(List.of(own, json));
            for (Path file : files.sorted().limit(20).toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                seeds.add(text.substring(0, Math.min(text.length(), 4_000)));
            }
            return seeds;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
