package dev.bartizan.testkit.bench;

import java.nio.file.Path;

/** How an invented platform is laid out on the disk. */
enum Form {
    MANY_FILES("2,000 files"),
    ONE_FILE("one file");

    private static final int FILES = 2_000;

    final String label;

    Form(String label) {
        this.label = label;
    }

    void write(Size size, Path folder) {
        switch (this) {
            case MANY_FILES -> size.generator().writeFiles(folder, FILES);
            case ONE_FILE -> size.generator().writeOneFile(folder.resolve("platform.yaml"));
        }
    }

    String fileName() {
        return label.replace(",", "").replace(' ', '-');
    }
}
