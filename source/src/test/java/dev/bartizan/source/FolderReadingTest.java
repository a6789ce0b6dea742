package dev.bartizan.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderReadingTest {
    @TempDir
    private Path folder;

    @Test
    void foldersAreReadWithAllBelowThemInTheOrderOfNames() throws IOException {
        write("b.yaml", "k: 2");
        write("a/x.yml", "k: 1");
        write("c.json", "{\"k\": 3}");
        write("README.md", "text");
        write(".git/config.yaml", "k: 9");
        write("web/node_modules/x/y.yaml", "k: 9");

        Reading reading = read(folder);

        assertThat(reading.documents())
                .extracting(document -> document.file().name())
                .containsExactly("a/x.yml", "b.yaml", "c.json");
        assertThat(reading.outcomes()).isEmpty();
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.counts().files()).isEqualTo(4);
        assertThat(reading.counts().read()).isEqualTo(3);
        assertThat(reading.counts().notRead(FileOutcome.Kind.OTHER_TYPE)).isEqualTo(1);
        assertThat(reading.counts().notRead(FileOutcome.Kind.SKIPPED_FOLDER)).isEqualTo(2);
    }

    @Test
    void theResultDoesNotDependOnThreadsOrOrder() throws IOException {
        for (int i = 0; i < 50; i++) {
            write("d" + i % 7 + "/f" + i + ".yaml", "a: yes\na: 2\n---\nb: [1,\n---\nc: " + i);
        }
        write("big.yaml", "kind: A\nname: x\nname: y\n---\n".repeat(30_000));

        String once = SourceReader.of(ReadOptions.defaults().withThreads(1))
                .read(List.of(folder), none())
                .toString();
        String again = SourceReader.of(ReadOptions.defaults().withThreads(4))
                .read(List.of(folder), none())
                .toString();

        assertThat(again).isEqualTo(once);
    }

    @Test
    void anExplicitlyNamedFileIsReadWhateverItsName() throws IOException {
        write("manifest.txt", "a: 1");

        Reading reading = read(folder.resolve("manifest.txt"));

        assertThat(reading.documents())
                .singleElement()
                .satisfies(document -> assertThat(document.file().name()).isEqualTo("manifest.txt"));
    }

    @Test
    void theSameFileReachedTwiceIsReadOnce() throws IOException {
        write("sub/a.yaml", "a: 1");

        Reading reading = read(folder.resolve("sub/a.yaml"), folder, folder.resolve("sub"), folder);

        assertThat(reading.documents())
                .extracting(document -> document.file().name())
                .containsExactly("sub/a.yaml");
        assertThat(reading.counts().files()).isEqualTo(1);
    }

    @Test
    void equalNamesFromTwoArgumentsBeginWithTheirFolders() throws IOException {
        write("one/app/a.yaml", "k: 1");
        write("two/app/a.yaml", "k: 2");
        write("three/b.yaml", "k: 3");

        Reading reading = read(folder.resolve("two/app"), folder.resolve("three"), folder.resolve("one/app"));

        assertThat(reading.documents())
                .extracting(document -> document.file().name())
                .containsExactly("b.yaml", "one/app/a.yaml", "two/app/a.yaml");
        assertThat(read(folder.resolve("one/app/a.yaml"), folder.resolve("two/app/a.yaml"))
                        .files())
                .extracting(SourceFile::name)
                .containsExactly("one/app/a.yaml", "two/app/a.yaml");
    }

    @Test
    void standardInputIsReadOnRequest() {
        var input = new ByteArrayInputStream("a: 1\n---\nb: 2\n".getBytes(StandardCharsets.UTF_8));

        Reading reading = SourceReader.of(ReadOptions.defaults()).read(List.of(Path.of("-")), input);

        assertThat(reading.documents()).hasSize(2);
        assertThat(reading.documents().get(1).location()).hasToString("-:3:1");
    }

    @Test
    void aMissingPathIsALocatedProblemAndTheRestGoesOn() throws IOException {
        write("a.yaml", "a: 1");

        Reading reading = read(folder.resolve("nowhere"), folder);

        assertThat(reading.documents()).hasSize(1);
        assertThat(problem(reading)).isEqualTo("path-missing nowhere:1:1");
        assertThat(reading.outcomes())
                .containsExactly(new FileOutcome("nowhere", FileOutcome.Kind.UNREADABLE, "does not exist"));
    }

    @Test
    void anEmptyFolderIsALocatedProblem() throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        assertThat(problem(read(folder.resolve("empty")))).isEqualTo("folder-empty empty:1:1");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aFileWithoutPermissionIsALocatedProblem() throws IOException {
        Path file = write("secret/a.yaml", "a: 1");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "this user may read everything");

        assertThat(problem(read(folder))).isEqualTo("no-permission secret/a.yaml:1:1");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void linksThatLeadInCirclesAreReportedAndNotFollowed() throws IOException {
        write("a/b/c.yaml", "a: 1");
        Files.createSymbolicLink(folder.resolve("a/b/up"), folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
        Files.createSymbolicLink(folder.resolve("top.yaml"), folder.resolve("top.yaml"));

        Reading reading = read(folder);

        assertThat(reading.documents()).hasSize(1);
        assertThat(reading.outcomes()).extracting(FileOutcome::file).containsExactly("a/b/up", "self", "top.yaml");
        assertThat(reading.outcomes()).extracting(FileOutcome::kind).containsOnly(FileOutcome.Kind.LOOP);
        assertThat(reading.problems()).extracting(Problem::code).containsOnly("link-loop");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void linksWithinTheFolderAreFollowedAndOthersReported() throws IOException {
        write("outside/x.yaml", "k: 9");
        write("in/real/a.yaml", "k: 1");
        write("in/.bartizanignore", "/hidden\n");
        write("in/hidden/b.yaml", "k: 2");
        Files.createSymbolicLink(folder.resolve("in/same"), folder.resolve("in/real"));
        Files.createSymbolicLink(folder.resolve("in/shown"), folder.resolve("in/hidden"));
        Files.createSymbolicLink(folder.resolve("in/link.yaml"), folder.resolve("in/real/a.yaml"));
        Files.createSymbolicLink(folder.resolve("in/out"), folder.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("in/gone.yaml"), folder.resolve("in/nowhere.yaml"));

        Reading reading = read(folder.resolve("in"));

        assertThat(reading.documents())
                .extracting(document -> document.file().name())
                .containsExactly("real/a.yaml", "shown/b.yaml");
        assertThat(reading.outcomes())
                .extracting(outcome -> outcome.file() + " " + outcome.kind())
                .containsExactly("gone.yaml UNREADABLE", "hidden/ IGNORED", "out OUTSIDE");
    }

    @Test
    void ignoreFilesAndExcludesLeaveFilesOut() throws IOException {
        write(".bartizanignore", "*.bak.yaml\n!keep.bak.yaml\n/charts/\n");
        write("a.yaml", "a: 1");
        write("b.bak.yaml", "a: 1");
        write("keep.bak.yaml", "a: 1");
        write("charts/c.yaml", "a: 1");
        write("sub/charts/d.yaml", "a: 1");
        write("sub/.bartizanignore", "!b.bak.yaml\n");
        write("sub/b.bak.yaml", "a: 1");
        write("vendor/e.yaml", "a: 1");

        Reading reading = SourceReader.of(ReadOptions.defaults().withExcludes(List.of("vendor/")))
                .read(List.of(folder), none());

        assertThat(reading.files())
                .extracting(SourceFile::name)
                .containsExactly("a.yaml", "keep.bak.yaml", "sub/b.bak.yaml", "sub/charts/d.yaml");
        assertThat(reading.outcomes())
                .extracting(FileOutcome::file)
                .containsExactly("b.bak.yaml", "charts/", "vendor/");
        assertThat(reading.counts().notRead(FileOutcome.Kind.IGNORED)).isEqualTo(3);
    }

    @Test
    void theIgnoreFileOfTheRepositoryCountsInItsFolders() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        write(".bartizanignore", "/apps/old/\n");
        write("apps/old/a.yaml", "a: 1");
        write("apps/new/a.yaml", "a: 1");

        assertThat(read(folder.resolve("apps")).files())
                .extracting(SourceFile::name)
                .containsExactly("new/a.yaml");
    }

    @Test
    void whatIsNoTextIsToldApart() throws IOException {
        writeBytes("archive.yaml", new byte[] {'P', 'K', 3, 4, 20, 0});
        write("nul.yaml", "a: 1\nb: x\0y\n");
        writeBytes("wide.yaml", "a: 1\nb: 2\n".getBytes(StandardCharsets.UTF_16LE));
        writeBytes("noise.yaml", new byte[] {(byte) 0x92, 1, 2, (byte) 0xFF, 5});
        write("good.yaml", "a: 1");

        Reading reading = read(folder);

        assertThat(reading.documents()).hasSize(1);
        assertThat(reading.outcomes())
                .extracting(outcome -> outcome.file() + " " + outcome.kind() + " " + outcome.reason())
                .containsExactly(
                        "archive.yaml BINARY looks like a zip archive",
                        "noise.yaml BINARY looks like data that is not text",
                        "nul.yaml BINARY looks like data with NUL bytes",
                        "wide.yaml BINARY looks like UTF-16 without a byte order mark");
        assertThat(reading.problems())
                .extracting(problem -> problem.location().orElseThrow().toString())
                .containsExactly("archive.yaml:1:1", "noise.yaml:1:2", "nul.yaml:2:5", "wide.yaml:1:2");
    }

    @Test
    void textIsDecodedByItsByteOrderMark() throws IOException {
        String text = "a: \u00e4\n";
        writeBytes("be.yaml", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
        writeBytes("le.yaml", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        writeBytes("u8.yaml", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        writeBytes("u32.yaml", ("\uFEFF" + text).getBytes(Charset.forName("UTF-32LE")));

        Reading reading = read(folder);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.documents())
                .hasSize(4)
                .allSatisfy(document -> assertThat(
                                document.root().orElseThrow().get("a").text())
                        .contains("\u00e4"));
    }

    @Test
    void latin1IsReadAndTheFirstBadByteLocated() throws IOException {
        writeBytes("a.yaml", "a: 1\nb: Z\u00fcrich\n".getBytes(StandardCharsets.ISO_8859_1));

        Reading reading = read(folder);

        assertThat(problem(reading)).isEqualTo("file-encoding a.yaml:2:5");
        assertThat(reading.documents().getFirst().root().orElseThrow().get("b").text())
                .contains("Z\u00fcrich");
    }

    @Test
    void filesBeyondTheLimitsAreRefusedAndTheRestGoesOn() throws IOException {
        write("a.yaml", "a: 1");
        write("long.yaml", "# " + "x".repeat(5_000) + "\na: 1");
        Limits small = new Limits(4_096, 1L << 20, 100, 100, 10, 10, 100, 50);

        Reading reading =
                SourceReader.of(ReadOptions.defaults().withLimits(small)).read(List.of(folder), none());

        assertThat(reading.documents()).hasSize(1);
        assertThat(problem(reading)).isEqualTo("file-too-large long.yaml:1:1");
        assertThat(reading.counts().notRead(FileOutcome.Kind.TOO_LARGE)).isEqualTo(1);
    }

    @Test
    void standardInputBeyondTheLimitIsRefused() {
        Limits small = new Limits(10, 100, 100, 100, 10, 10, 100, 50);
        Reading reading = SourceReader.of(ReadOptions.defaults().withLimits(small))
                .read(List.of(Path.of("-")), new ByteArrayInputStream(new byte[100]));

        assertThat(problem(reading)).isEqualTo("file-too-large -:1:1");
    }

    @Test
    void tooManyBytesFilesOrDocumentsAreToldAndBounded() throws IOException {
        for (int i = 0; i < 9; i++) {
            write("f" + i + ".yaml", "a: 1\n---\n".repeat(10));
        }

        Limits bytes = new Limits(1_000, 300, 100, 100, 10, 10, 100, 50);
        Reading fewBytes =
                SourceReader.of(ReadOptions.defaults().withLimits(bytes)).read(List.of(folder), none());
        assertThat(fewBytes.files()).extracting(SourceFile::name).containsExactly("f0.yaml", "f1.yaml", "f2.yaml");
        assertThat(problem(fewBytes)).isEqualTo("input-too-large f3.yaml:1:1");
        assertThat(fewBytes.counts().notRead(FileOutcome.Kind.TOO_LARGE)).isEqualTo(6);

        Limits files = new Limits(1_000, 10_000, 4, 100, 10, 10, 100, 50);
        assertThat(SourceReader.of(ReadOptions.defaults().withLimits(files))
                        .read(List.of(folder), none())
                        .problems())
                .extracting(Problem::code)
                .containsExactly("too-many-files");

        Limits documents = new Limits(1_000, 10_000, 100, 5, 10, 10, 100, 50);
        Reading fewDocuments = SourceReader.of(ReadOptions.defaults().withLimits(documents))
                .read(List.of(folder.resolve("f0.yaml")), none());
        assertThat(fewDocuments.documents()).hasSize(5);
        assertThat(problem(fewDocuments)).isEqualTo("too-many-documents f0.yaml:10:1");
    }

    @Test
    void fiftyThousandDocumentsInAFileAreRead() throws IOException {
        write("many.yaml", "---\nkind: ConfigMap\nmetadata: {name: x}\n".repeat(50_000));

        Reading reading = read(folder);

        assertThat(reading.documents()).hasSize(50_000);
        assertThat(reading.documents().getLast().index()).isEqualTo(49_999);
        assertThat(reading.documents().getLast().location()).hasToString("many.yaml:149999:1");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void aBrokenDocumentAmongThousandsLosesOnlyItself() throws IOException {
        write("many.yaml", "---\na: 1\n".repeat(20_000) + "---\na: [\n" + "---\na: 1\n".repeat(20_000));

        Reading reading = read(folder);

        assertThat(reading.documents()).hasSize(40_001);
        assertThat(reading.counts().brokenDocuments()).isEqualTo(1);
        assertThat(reading.documents().get(20_000).failure()).isPresent();
        assertThat(reading.documents().get(20_000).location()).hasToString("many.yaml:40001:1");
    }

    @Test
    void namesAreSafeToShow() throws IOException {
        write("bad\nname\u202e.yaml", "a: [");

        Reading reading = read(folder);

        assertThat(reading.files()).extracting(SourceFile::name).containsExactly("bad\uFFFDname\uFFFD.yaml");
    }

    @Test
    void progressComesToTheEnd() throws IOException {
        IntStream.range(0, 20).forEach(i -> uncheckedWrite("f" + i + ".yaml"));
        var calls = new ArrayList<long[]>();

        SourceReader.of(ReadOptions.defaults()
                        .withProgress((files, total, bytes, totalBytes) ->
                                calls.add(new long[] {files, total, bytes, totalBytes})))
                .read(List.of(folder), none());

        assertThat(calls).hasSize(20);
        assertThat(calls.getLast()).containsExactly(20, 20, 100, 100);
    }

    @Test
    void theDefaultLimitsAreAContract() {
        assertThat(Limits.defaults())
                .isEqualTo(new Limits(64L << 20, 1L << 30, 200_000, 1_000_000, 200, 10_000, 1_000_000, 4_096));
    }

    private void uncheckedWrite(String name) {
        try {
            write(name, "a: 1\n");
        } catch (IOException exception) {
            throw new java.io.UncheckedIOException(exception);
        }
    }

    private static String problem(Reading reading) {
        assertThat(reading.problems()).hasSize(1);
        Problem problem = reading.problems().getFirst();
        return problem.code() + " " + problem.location().orElseThrow();
    }

    private static Reading read(Path... paths) {
        return SourceReader.of(ReadOptions.defaults()).read(Arrays.asList(paths), none());
    }

    private static InputStream none() {
        return InputStream.nullInputStream();
    }

    private Path write(String name, String text) throws IOException {
        return writeBytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path writeBytes(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }
}
