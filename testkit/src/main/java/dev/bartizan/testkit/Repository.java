package dev.bartizan.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Where tests find the files of this repository and the material that may stand beside it. */
public final class Repository {
    /** Set by the build; without it (a test started from an editor) the root is looked for upwards from the working folder. */
    static final String ROOT_PROPERTY = "bartizan.root";

    private Repository() {}

    /** The folder of the parent POM, absolute. */
    public static Path root() {
        String property = System.getProperty(ROOT_PROPERTY, "");
        return property.isEmpty()
                ? rootAbove(Path.of("").toAbsolutePath())
                : Path.of(property).toAbsolutePath().normalize();
    }

    /** A file or folder of the repository, {@code examples/reference-platform}; it need not exist. */
    public static Path path(String relative) {
        return root().resolve(relative);
    }

    /** The folder {@code shared} beside the repository: real platforms, catalogues, schemas. A clone on its own has none. */
    public static Optional<Path> shared() {
        return Optional.of(root().resolveSibling("shared")).filter(Files::isDirectory);
    }

    /** A file or folder below {@code ../shared}; the calling test is skipped, saying what it missed, when it is not there. */
    public static Path assumeShared(String relative) {
        Optional<Path> found = shared().map(shared -> shared.resolve(relative)).filter(Files::exists);
        Assumptions.assumeTrue(
                found.isPresent(),
                () -> "skipped: needs ../shared/" + relative + " beside the repository, which is not there");
        return found.orElseThrow();
    }

    static Path rootAbove(Path folder) {
        for (Path candidate = folder; candidate != null; candidate = candidate.getParent()) {
            if (Files.isDirectory(candidate.resolve(".mvn")) && Files.isRegularFile(candidate.resolve("pom.xml"))) {
                return candidate;
            }
        }
        throw new IllegalStateException("no repository root (pom.xml and .mvn) at or above " + folder);
    }
}
