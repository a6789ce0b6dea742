package dev.bartizan.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotReadingTest {
    private static final String COMPLETE = Written.text(ExampleSnapshot.ofTheSecondLayout());

    @Test
    void keysOfALaterMinorVersionAreIgnored() {
        var later = COMPLETE.replace("assessment/1.4", "assessment/1.7")
                .replace("\"rule\":", "\"confidence\":{\"low\":[1,null,{\"x\":0.5}]},\"rule\":")
                .replace("\"platform\":{", "\"flows\":[{\"id\":1}],\"platform\":{\"zones\":[[]],");

        assertThat(Written.readable(later)).isEqualTo(ExampleSnapshot.ofTheSecondLayout());
    }

    @Test
    void theOrderOfKeysAfterTheFirstDoesNotMatter() {
        int platform = COMPLETE.indexOf("\"platform\":");
        int problems = COMPLETE.indexOf("\"problems\":[\n");
        var reordered = COMPLETE.substring(0, platform)
                + COMPLETE.substring(problems).replaceFirst("\n}\n$", ",\n")
                + COMPLETE.substring(platform, problems).replaceFirst(",\n$", "\n}\n");

        assertThat(Written.readable(reordered)).isEqualTo(ExampleSnapshot.ofTheSecondLayout());
    }

    @Test
    void theFileMayBeginWithAByteOrderMark() {
        assertThat(Written.readable("\ufeff" + COMPLETE)).isEqualTo(ExampleSnapshot.ofTheSecondLayout());
    }

    @Test
    void aLaterMajorVersionAsksForAnUpgrade() {
        var problem = only(broken("bartizan/assessment/1.4", "bartizan/assessment/2.0"));

        assertThat(problem.code()).isEqualTo("snapshot-unknown-version");
        assertThat(problem.remedy()).isEqualTo("upgrade bartizan");
        assertThat(problem.location()).contains(new Location("old.json", 2, 10, "/schema"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"Secret","schema":"bartizan/assessment/1.0"} | snapshot-unknown-format
            {"schema":"spdx/2.3"}                                | snapshot-unknown-format
            {"schema":"bartizan/assessment/1"}                   | snapshot-unknown-format
            {"schema":["bartizan/assessment/1.0"]}               | snapshot-wrong-type
            {}                                                   | snapshot-unknown-format
            []                                                   | snapshot-wrong-type
            null                                                 | snapshot-wrong-type
            """)
    void otherJsonIsRefusedAtOnce(String text, String code) {
        var problems = Written.problems(text);

        assertThat(problems.getFirst().code()).isEqualTo(code);
        assertThat(problems.getFirst().location().orElseThrow().line()).isEqualTo(1);
    }

    @Test
    void whatIsNotJsonNamesThePlaceAndQuotesNothing() {
        var problem = only("apiVersion: v1\nkind: Secret\nstringData: {password: hunter2}\n");

        assertThat(problem.code()).isEqualTo("snapshot-not-json");
        assertThat(problem.location()).contains(new Location("old.json", 1, 1, ""));
        assertThat(problem.toString()).doesNotContain("hunter2", "apiVersion", "Secret");
    }

    @Test
    void aFileThatEndsTooEarlyIsNeverAnAssessment() {
        byte[] bytes = COMPLETE.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length - 1; length += length < 200 ? 1 : 13) {
            var problems = Written.problems(Arrays.copyOf(bytes, length));
            var lines = (int) COMPLETE.substring(0, length)
                            .chars()
                            .filter(unit -> unit == '\n')
                            .count()
                    + 1;
            assertThat(problems.getLast().location().orElseThrow().line())
                    .as("cut at %d", length)
                    .isBetween(Math.min(lines, 2), lines);
            assertThat(problems.getLast().code())
                    .as("cut at %d", length)
                    .isIn("snapshot-truncated", "snapshot-not-json", "snapshot-unknown-format");
        }
    }

    @Test
    void wrongTypesAreAllToldWithTheirPlaces() {
        var text = broken("\"name\":\"finetune\"", "\"name\":7")
                .replace("\"line\":12,", "\"line\":\"twelve\",")
                .replace("\"cluster\":false", "\"cluster\":\"no\"")
                .replace("\"documents\":{", "\"documents\":[],\"former\":{");

        assertThat(Written.problems(text))
                .allMatch(problem -> problem.code().equals("snapshot-wrong-type"))
                .extracting(problem -> problem.location().orElseThrow().pointer(), Problem::message)
                .containsExactly(
                        tuple("/input/documents", "the counts is not an object"),
                        tuple("/input/setAside/0/location/line", "a whole number from 1 was expected here"),
                        tuple("/platform/assets/0/name", "a text was expected here"),
                        tuple("/platform/completeness/cluster", "true or false was expected here"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "1e2", "99999999999", "true", "null", "{}"})
    void aLineIsAWholeNumberFromOne(String line) {
        var problem = only(broken("\"line\":12,\"column\":3", "\"line\":" + line + ",\"column\":3"));

        assertThat(problem.code()).isEqualTo("snapshot-wrong-type");
        assertThat(problem.location().orElseThrow().pointer()).isEqualTo("/input/setAside/0/location/line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"line\":1" + "0000000000000000000000000000", "file\":tru"})
    void whatNoParserTakesIsAProblem(String text) {
        assertThat(Written.problems(broken("file\":\"chart/job.yaml\",\"line\":12", text)))
                .hasSize(1);
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThat(only(broken("\"asOf\":\"2026-11-21\",", "")))
                .extracting(
                        Problem::code,
                        Problem::message,
                        problem -> problem.location().orElseThrow().pointer())
                .containsExactly("snapshot-missing-key", "input has no `asOf`", "/input");
        assertThat(only(broken("\"problems\":[\n", "\"formerProblems\":[\n")).message())
                .isEqualTo("the document has no `problems`");
    }

    @Test
    void aDoubledKeyIsAProblem() {
        assertThat(only(broken("\"asOf\":\"2026-11-21\",", "\"asOf\":\"2026-11-21\",\"asOf\":\"2025-11-21\",")))
                .extracting(Problem::code, Problem::message)
                .containsExactly("snapshot-duplicate-key", "the key `asOf` stands twice in input");
        assertThat(only(broken("\"owner\":[\n", "\"owner\":[],\"owner\":[\n")).code())
                .isEqualTo("snapshot-duplicate-key");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "asOf":"2026-11-21"         | "asOf":"21 November 2026"    | snapshot-wrong-type     | /input/asOf
            "severity":"critical"       | "severity":"terrible"        | snapshot-unknown-word   | /findings/0/severity
            "plane":"control"           | "plane":"CONTROL"            | snapshot-unknown-word   | /platform/assets/0/plane
            "truth":"undecided"         | "truth":"refuted"            | snapshot-unknown-word   | /findings/2/truth
            ,"gaps":["account","cluster"] |                            | snapshot-contradiction  | /findings/2
            "failed":[[0,0]],"undecided":[[3,3]] | "failed":[[0,0]],"undecided":[[0,3]] | snapshot-contradiction | /checks/3/assets
            "passed":[[1,2],[4,4]]      | "passed":[[1,2],[4,5]]       | snapshot-contradiction  | /checks/3/assets
            "passed":[[1,2],[4,4]]      | "passed":[[1,2],[2,4]]       | snapshot-contradiction  | /checks/3/assets
            "passed":[[1,2],[4,4]]      | "passed":[[2,1],[4,4]]       | snapshot-wrong-type     | /checks/3/assets/passed/0
            "passed":[[1,2],[4,4]]      | "passed":[[1,2],[4]]         | snapshot-wrong-type     | /checks/3/assets/passed/1
            "passed":[[1,2],[4,4]]      | "passed":[[0,2147483647]]    | snapshot-contradiction  | /checks/3/assets
            "value":"internal"}         | "value":""},{"asset":"k8s:-/ray.io/RayCluster/ml-training/rollout","value":""} | snapshot-contradiction | /platform/properties/classification
            "pairs":5000000000          | "pairs":-1                   | snapshot-wrong-type     | /connectivity/intents/0/pairs
            "verdict":"broken"          | "verdict":"bent"             | snapshot-unknown-word   | /connectivity/intents/0/verdict
            "kind":"runs-as","to":"k8s: | "kind":"runs-as","to":"k8:   | snapshot-unknown-asset  | /platform/links/1/to
            """)
    void whatContradictsItselfIsAProblem(String target, String replacement, String code, String pointer) {
        String with = replacement == null ? "" : replacement;
        var text = target.startsWith("\"severity\"") ? COMPLETE.replaceFirst(target, with) : broken(target, with);

        assertThat(Written.problems(text).getFirst())
                .extracting(
                        Problem::code,
                        problem -> problem.location().orElseThrow().pointer())
                .containsExactly(code, pointer);
    }

    @Test
    void aFindingWithoutMembersIsAProblem() {
        int members = COMPLETE.indexOf("\"members\":[\n");
        var text = COMPLETE.substring(0, members) + "\"members\":[]"
                + COMPLETE.substring(COMPLETE.indexOf("\n]", members) + 2);

        assertThat(only(text).message()).isEqualTo("a finding has at least one member");
    }

    @Test
    void anAssetWithoutLocationsIsAProblem() {
        int locations = COMPLETE.indexOf("\"locations\":[");
        var text = COMPLETE.substring(0, locations) + "\"locations\":[]"
                + COMPLETE.substring(COMPLETE.indexOf("]", locations) + 1);

        assertThat(only(text).message()).isEqualTo("an asset has at least one location");
    }

    @Test
    void assetsOutOfOrderOrTwiceAreAProblem() {
        var first = COMPLETE.lines()
                .filter(line -> line.contains("\"id\":\"" + ExampleSnapshot.TRAINER))
                .findFirst()
                .orElseThrow();
        var problem = only(broken("\"assets\":[\n", "\"assets\":[\n" + first + "\n"));

        assertThat(problem.code()).isEqualTo("snapshot-unsorted");
        assertThat(problem.location()).contains(new Location("old.json", 11, 7, "/platform/assets/1/id"));
    }

    @Test
    void findingsWithoutChecksWouldPassAGapForAnAnswer() {
        var text = COMPLETE.replace("\"checks\":[\n", "\"formerChecks\":[\n");

        assertThat(only(text).message()).isEqualTo("`checks` is missing although `findings` is there");
    }

    @Test
    void nothingMayFollowTheDocument() {
        assertThat(only(COMPLETE + "{}").code()).isEqualTo("snapshot-not-json");
        assertThat(Written.readable(COMPLETE + "\n \t")).isEqualTo(ExampleSnapshot.ofTheSecondLayout());
    }

    @Test
    void aFileThatIsNotUtf8IsAProblem() {
        assertThat(Written.problems(COMPLETE.replace("Example", "Beispiel ü").getBytes(StandardCharsets.ISO_8859_1)))
                .extracting(Problem::message)
                .containsExactly("this is not UTF-8 text");
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThat(only(broken("\"asOf\"", "\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + ",\"asOf\""))
                        .code())
                .isEqualTo("snapshot-too-large");
        assertThat(only(broken("\"name\":\"Example\"", "\"name\":\"" + "y".repeat(17 << 20) + "\""))
                        .code())
                .isEqualTo("snapshot-too-large");
        assertThat(only(broken("\"asOf\"", "\"" + "y".repeat(2 << 20) + "\":1,\"asOf\""))
                        .code())
                .isEqualTo("snapshot-too-large");
    }

    @Test
    void noMoreProblemsAreToldThanAnyoneReads() {
        assertThat(Written.problems(COMPLETE.replace("\"references\":[", "\"references\":[" + "1,".repeat(100))))
                .hasSize(50);
    }

    @Test
    void whatCannotBeOpenedSaysWhy(@TempDir Path folder) {
        assertThat(SnapshotFile.read(folder.resolve("absent.json")))
                .isInstanceOfSatisfying(
                        SnapshotFile.Failed.class,
                        failed -> assertThat(failed.problems())
                                .extracting(Problem::code, Problem::message)
                                .containsExactly(tuple("snapshot-unreadable", "there is no such file")));
        assertThat(SnapshotFile.read(folder)).isInstanceOf(SnapshotFile.Failed.class);
    }

    @Test
    void aFileOnDiskReadsLikeAStream(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve(SnapshotFile.NAME), COMPLETE);

        assertThat(SnapshotFile.read(file)).isEqualTo(new SnapshotFile.Ok(ExampleSnapshot.ofTheSecondLayout()));
    }

    /** Bytes changed, doubled, cut out and swapped: what still reads is a snapshot that can be written, the rest says why not. */
    @Test
    void noMutationIsMoreThanAProblem() {
        byte[] bytes = COMPLETE.getBytes(StandardCharsets.UTF_8);
        var random = new Random(20_261_121);
        int readable = 0;
        for (int run = 0; run < 4_000; run++) {
            var mutated = bytes.clone();
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                mutated = mutated(mutated, random);
            }
            switch (Written.read(mutated)) {
                case SnapshotFile.Ok ok -> {
                    readable++;
                    assertThat(Written.readable(Written.text(ok.snapshot()))).isEqualTo(ok.snapshot());
                }
                case SnapshotFile.Failed failed ->
                    assertThat(failed.problems())
                            .isNotEmpty()
                            .allMatch(problem -> problem.location().isPresent());
            }
        }
        assertThat(readable).as("some mutations only change texts").isBetween(200, 3_800);
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(1, 40));
        return switch (random.nextInt(4)) {
            case 0 -> {
                bytes[from] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 1 -> {
                bytes[from] = (byte) "{}[]\",:0-".charAt(random.nextInt(9));
                yield bytes;
            }
            case 2 -> join(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            default -> join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
        };
    }

    private static byte[] join(byte[] head, byte[] tail) {
        byte[] joined = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, joined, head.length, tail.length);
        return joined;
    }

    private static Problem only(String text) {
        List<Problem> problems = Written.problems(text);
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    /** Exactly one occurrence, so that a test cannot miss what it means to break. */
    private static String broken(String target, String replacement) {
        assertThat(COMPLETE.split(Pattern.quote(target), -1)).as(target).hasSize(2);
        return COMPLETE.replace(target, replacement);
    }
}
