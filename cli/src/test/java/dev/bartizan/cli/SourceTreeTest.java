package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house style as far as a folder listing shows it. */
class SourceTreeTest {
    private static final int MOST_FILES_IN_A_PACKAGE = 40;

    private static final Pattern EMPTY_CLASS_NAME =
            Pattern.compile(".*(Utils?|Utilities|Helpers?|Manager|Impl|Common|Misc)\\.java");

    private static final Pattern EMPTY_PACKAGE_NAME =
            Pattern.compile("utils?|helpers?|managers?|impl|common|misc|services?");

    private final Map<Path, List<Path>> packages = new TreeMap<>();

    SourceTreeTest() throws IOException {
        for (var module : modules()) {
            var sources = module.resolve("src/main/java");
            if (!Files.isDirectory(sources)) {
                continue;
            }
            try (var files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .forEach(file -> packages.merge(
                                file.getParent(),
                                List.of(file),
                                (some, one) -> Stream.concat(some.stream(), one.stream())
                                        .toList()));
            }
        }
        assertThat(packages).as("packages found below %s", Repository.root()).hasSizeGreaterThan(10);
    }

    @Test
    void noPackageIsCrowded() {
        assertThat(packages)
                .allSatisfy((folder, files) -> assertThat(files)
                        .as(
                                "%s: beyond %d files a package is a heap; give a family its sub-package",
                                folder, MOST_FILES_IN_A_PACKAGE)
                        .hasSizeLessThanOrEqualTo(MOST_FILES_IN_A_PACKAGE));
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        assertThat(packages.keySet())
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .as("NullAway checks only marked packages, and a reader needs the one sentence")
                        .isRegularFile()
                        .content()
                        .startsWith("/**")
                        .contains("@NullMarked"));
    }

    @Test
    void everyNameSaysSomething() {
        assertThat(packages).allSatisfy((folder, files) -> {
            assertThat(folder.getFileName().toString())
                    .as("%s: name a package by what it is about", folder)
                    .doesNotMatch(EMPTY_PACKAGE_NAME);
            assertThat(files)
                    .allSatisfy(file -> assertThat(file.getFileName().toString())
                            .as("%s: put the method on the value it works on, or name the class by what it does", file)
                            .doesNotMatch(EMPTY_CLASS_NAME));
        });
    }

    @Test
    void everyTestClassIsRun() throws IOException {
        for (var module : modules()) {
            var tests = module.resolve("src/test/java");
            if (!Files.isDirectory(tests)) {
                continue;
            }
            try (var files = Files.walk(tests)) {
                assertThat(files.filter(SourceTreeTest::declaresTests))
                        .as("Surefire skips a class whose name does not end in Test, in silence")
                        .allSatisfy(file ->
                                assertThat(file.getFileName().toString()).endsWith("Test.java"));
            }
        }
    }

    private static boolean declaresTests(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && Files.readString(file)
                            .lines()
                            .map(String::strip)
                            .anyMatch(line -> line.equals("@Test")
                                    || line.startsWith("@ParameterizedTest")
                                    || line.equals("@TestFactory"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> modules() throws IOException {
        try (var folders = Files.list(Repository.root())) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
                    .sorted()
                    .toList();
        }
    }
}
