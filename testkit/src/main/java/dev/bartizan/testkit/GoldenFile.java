package dev.bartizan.testkit;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A file under {@code src/test/resources/golden} of the calling module that holds the expected text of a test. With
 * {@code -Dbartizan.golden=update} the test writes the file instead of comparing; the change is then reviewed like any other.
 */
public final class GoldenFile {
    static final String MODE_PROPERTY = "bartizan.golden";

    private final Path file;

    private GoldenFile(Path file) {
        this.file = file;
    }

    /** @param name relative to the golden folder, with forward slashes: {@code sarif/findings.sarif} */
    public static GoldenFile named(String name) {
        // Surefire sets basedir to the module under test, also when the working folder is another.
        return in(Path.of(System.getProperty("basedir", "")).resolve("src/test/resources/golden"), name);
    }

    /**
     * A file of the repository that is generated: a page of the guide made from definitions.
     *
     * @param path {@code docs/guide/checks.md}
     */
    public static GoldenFile ofRepository(String path) {
        return in(Repository.root(), path);
    }

    static GoldenFile in(Path folder, String name) {
        return new GoldenFile(folder.resolve(name).toAbsolutePath().normalize());
    }

    /** Fails with a diff unless the text is, byte for byte in UTF-8, what the file holds. */
    public void matches(String actual) {
        if (System.getProperty(MODE_PROPERTY, "").equals("update")) {
            write(actual);
            return;
        }
        if (!Files.exists(file)) {
            fail("%s does not exist; write it with -D%s=update and review it", file, MODE_PROPERTY);
        }
        String expected = read();
        if (!expected.equals(actual)) {
            fail(
                    "%s differs from the actual text (update with -D%s=update):%n%s",
                    file, MODE_PROPERTY, TextDifference.between(expected, actual));
        }
    }

    /** The same for a text that is made twice: a producer that gives another text the second time fails even while updating. */
    public void matchesTwice(Supplier<String> producer) {
        String first = producer.get();
        String second = producer.get();
        if (!first.equals(second)) {
            fail("two runs gave different texts for %s:%n%s", file, TextDifference.between(first, second));
        }
        matches(first);
    }

    private String read() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
