package dev.bartizan.cli;

import java.nio.file.Path;

/** Where the tests find the files of the repository. */
final class Repository {
    private Repository() {}

    static Path root() {
        return Path.of(System.getProperty("bartizan.root", ".."));
    }
}
