package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.snapshot.SnapshotFile;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.testkit.HostileInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Input that is broken or means harm, through the command as a user runs it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class HostileInputTest {
    /** Ten times what the slowest takes on two busy cores. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_MESSAGE = 400;

    @TempDir
    private Path input;

    @TempDir
    private Path out;

    private Path output = Path.of("");

    @BeforeEach
    void choose() {
        output = out.resolve("output");
    }

    @ParameterizedTest
    @EnumSource
    void costsOnlyItselfAndIsToldWithItsPlace(HostileInput hostile) {
        var ran = assess(hostile.writeInto(input));

        assertThat(ran.lastMessage()).startsWith("not read: ");
        if (hostile.hasSoundNeighbour()) {
            assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
            isolated(hostile, snapshot(), ran.lastMessage());
        } else {
            assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(ran.err()).contains(hostile.fileName(), "nothing to assess");
            assertThat(output).doesNotExist();
        }
    }

    private void isolated(HostileInput hostile, Snapshot snapshot, String lastMessage) {
        assertThat(assessed(snapshot)).contains(HostileInput.SOUND_NEIGHBOUR);
        if (hostile.hasSoundDocument()) {
            assertThat(assessed(snapshot)).contains(HostileInput.SOUND_DOCUMENT);
        }
        assertThat(snapshot.problems()).allSatisfy(problem -> {
            assertThat(problem.message()).isNotBlank().hasSizeLessThan(LONGEST_MESSAGE);
            assertThat(problem.remedy()).hasSizeLessThan(LONGEST_MESSAGE);
            assertThat(problem.location()).isPresent();
        });
        expected(hostile).ifPresent(what -> assertThat(told(snapshot)).contains(what + " " + hostile.fileName()));
        if (snapshot.problems().stream().anyMatch(problem -> problem.level() == Problem.Level.ERROR)) {
            assertThat(lastMessage).containsPattern("\\d errors?$");
        }
    }

    /** The code of the problem, or what the file was set aside as; empty for what is read like any other. */
    private Optional<String> expected(HostileInput hostile) {
        return switch (hostile) {
            case MISSING_PATH, DANGLING_LINK -> Optional.of("path-missing");
            case EMPTY_FOLDER -> Optional.of("folder-empty");
            case NO_PERMISSION ->
                Optional.of(Files.isReadable(input.resolve(hostile.fileName())) ? "other-yaml" : "no-permission");
            case SYMBOLIC_LINK_LOOP, LINKS_TO_EACH_OTHER -> Optional.of("link-loop");
            case LINK_TO_ENDLESS_DEVICE -> Optional.of("link-outside");
            case NAMED_PIPE -> Optional.of("file-special");
            case SPARSE_FILE -> Optional.of("file-too-large");
            case ALIAS_BOMB, MERGE_BOMB -> Optional.of("yaml-alias-bomb");
            case SELF_REFERENCE -> Optional.of("yaml-recursion");
            case DEEP, DEEP_JSON -> Optional.of("yaml-too-deep");
            case HUGE_KEY, TABS, UNTERMINATED -> Optional.of("yaml-syntax");
            case WRONG_TYPES -> Optional.of("wrong-type");
            case NUL_BYTES, ZIP -> Optional.of("file-binary");
            case LATIN_1 -> Optional.of("file-encoding");
            case SELECTS_NOTHING -> Optional.of("selects-nothing");
            case MANY_DOCUMENTS -> Optional.of("other-yaml");
            case DUPLICATE_KEYS -> Optional.of("yaml-duplicate-key");
            case UTF_16, CONTROL_SEQUENCES -> Optional.empty();
        };
    }

    @Test
    void onStandardInputItIsToldAsWell() throws IOException {
        HostileInput.UNTERMINATED.writeInto(input);
        byte[] bytes = Files.readAllBytes(input.resolve(HostileInput.UNTERMINATED.fileName()));

        var ran =
                bounded(() -> Ran.reading(new ByteArrayInputStream(bytes), "assess", "-", "--out", output.toString()));

        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(ran.lastMessage()).isEqualTo("not read: 1 broken document, 1 error");
        assertThat(assessed(snapshot())).contains(HostileInput.SOUND_DOCUMENT);
    }

    @Test
    void asJsonStandardOutputIsOneDocumentAndNothingElse() {
        var path = HostileInput.CONTROL_SEQUENCES.writeInto(input).toString();

        var ran = bounded(() -> Ran.of("assess", path, "--format", "json"));

        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        var document = new ByteArrayInputStream(ran.out().getBytes(StandardCharsets.UTF_8));
        assertThat(SnapshotFile.read(document, "-")).isInstanceOf(SnapshotFile.Ok.class);
        assertThat(ran.err()).hasLineCount(1);
    }

    /** A name of hundreds of kilobytes must not be repeated in every finding about it. */
    @Test
    void hugeValuesDoNotMultiply() throws IOException {
        var file = Files.writeString(input.resolve("huge.yaml"), """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s, namespace: %1$s, labels: {app: %1$s}}
                spec:
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec:
                      serviceAccountName: %1$s
                      hostPID: true
                      volumes: [{name: %1$s, hostPath: {path: /%1$s}}]
                      containers:
                        - name: %1$s
                          image: %1$s
                          args: [%1$s]
                          env: [{name: %1$s, value: %1$s}]
                          volumeMounts: [{name: %1$s, mountPath: /%1$s}]
                          securityContext: {privileged: true, capabilities: {add: [%1$s]}}
                """.formatted("x".repeat(1 << 18)));

        var ran = assess(input);

        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        try (Stream<Path> written = Files.list(output)) {
            assertThat(written)
                    .hasSize(3)
                    .allSatisfy(each -> assertThat(Files.size(each)).isLessThan(Files.size(file)));
        }
    }

    /** Links into the folder itself and files without permission. */
    @AfterEach
    void deleteWhatTheTestFrameworkCannot() throws IOException {
        try (Stream<Path> files = Files.list(input)) {
            for (Path file : files.toList()) {
                if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(file);
                }
            }
        }
    }

    private Ran assess(Path path) {
        return bounded(() -> Ran.of("assess", path.toString(), "--out", output.toString(), "--threads", "2"));
    }

    /** Whatever the input, this holds. */
    private static Ran bounded(ThrowingSupplier<Ran> command) {
        var ran = assertTimeoutPreemptively(LONGEST, command);
        assertThat(ran.exitCode()).isNotEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(ran.err()).doesNotContain("\tat ", "Exception", "internal error");
        assertThat(ran.messages()).allSatisfy(line -> {
            assertThat(line).hasSizeLessThan(LONGEST_LINE);
            assertThat(line.codePoints().filter(HostileInputTest::movesOrHides)).isEmpty();
        });
        return ran;
    }

    /** What moves the cursor or makes text read otherwise than it is. */
    private static boolean movesOrHides(int unit) {
        return Character.getType(unit) == Character.CONTROL || Character.getType(unit) == Character.FORMAT;
    }

    private Snapshot snapshot() {
        return switch (SnapshotFile.read(output.resolve(SnapshotFile.NAME))) {
            case SnapshotFile.Ok ok -> ok.snapshot();
            case SnapshotFile.Failed failed ->
                throw new AssertionError(failed.problems().toString());
        };
    }

    /** The names of the assets that findings are about. */
    private static List<String> assessed(Snapshot snapshot) {
        return snapshot.controls().orElseThrow().findings().stream()
                .flatMap(finding -> finding.members().stream())
                .map(Finding.Member::asset)
                .map(id -> snapshot.platform()
                        .asset(snapshot.platform().index(id).orElseThrow())
                        .name())
                .distinct()
                .toList();
    }

    private static List<String> told(Snapshot snapshot) {
        return Stream.concat(
                        snapshot.problems().stream()
                                .map(problem -> problem.code() + " "
                                        + problem.location().map(Location::file).orElse("nowhere")),
                        snapshot.input().setAside().stream()
                                .map(aside ->
                                        aside.outcome() + " " + aside.location().file()))
                .distinct()
                .toList();
    }
}
