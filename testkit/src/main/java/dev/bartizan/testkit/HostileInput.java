package dev.bartizan.testkit;

import dev.bartizan.testkit.hostile.HostileText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The bad input that a reader must survive, one constant each, made to be the arguments of a parameterised test: write it into an empty
 * folder, assess the folder, expect a located problem and that the sound objects beside it were read.
 */
public enum HostileInput {
    /** Nothing is written: the returned path does not exist. */
    MISSING_PATH(Sound.NOWHERE) {
        @Override
        void write(Path folder) {}
    },
    /** The returned path is a folder with nothing in it. */
    EMPTY_FOLDER(Sound.NOWHERE) {
        @Override
        void write(Path folder) throws IOException {
            Files.createDirectories(folder.resolve(fileName()));
        }
    },
    /** No permission to read. The super user may read it all the same: assume that it is not readable. */
    NO_PERMISSION(Sound.BESIDE) {
        @Override
        void write(Path folder) throws IOException {
            text(folder, "a: 1\n");
            Files.setPosixFilePermissions(folder.resolve(fileName()), PosixFilePermissions.fromString("---------"));
        }
    },
    /** A folder in itself. */
    SYMBOLIC_LINK_LOOP(Sound.BESIDE) {
        @Override
        void write(Path folder) throws IOException {
            Files.createSymbolicLink(folder.resolve(fileName()), folder.toAbsolutePath());
        }
    },
    /** Two links that name each other. */
    LINKS_TO_EACH_OTHER(Sound.BESIDE) {
        @Override
        void write(Path folder) throws IOException {
            Files.createSymbolicLink(folder.resolve(fileName()), Path.of("there.yaml"));
            Files.createSymbolicLink(folder.resolve("there.yaml"), Path.of(fileName()));
        }
    },
    DANGLING_LINK(Sound.BESIDE) {
        @Override
        void write(Path folder) throws IOException {
            Files.createSymbolicLink(folder.resolve(fileName()), Path.of("nowhere.yaml"));
        }
    },
    /** Reading it never ends. */
    LINK_TO_ENDLESS_DEVICE(Sound.BESIDE) {
        @Override
        void write(Path folder) throws IOException {
            Files.createSymbolicLink(folder.resolve(fileName()), Path.of("/dev/zero"));
        }
    },
    /** Opening it waits for a writer that never comes. */
    NAMED_PIPE(Sound.BESIDE) {
        @Override
        void write(Path folder) throws IOException {
            try {
                int exitCode = new ProcessBuilder(
                                "mkfifo", folder.resolve(fileName()).toString())
                        .start()
                        .waitFor();
                if (exitCode != 0) {
                    throw new IOException("mkfifo ended with " + exitCode);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    },
    /** 200 MB that take no room on the disk. */
    SPARSE_FILE(Sound.BESIDE) {
        @Override
        void write(Path folder) throws IOException {
            try (var file = new RandomAccessFile(folder.resolve(fileName()).toFile(), "rw")) {
                file.setLength(200L << 20);
            }
        }
    },
    ALIAS_BOMB(Sound.BEHIND) {
        @Override
        void write(Path folder) throws IOException {
            text(folder, HostileText.aliasBomb());
        }
    },
    MERGE_BOMB(Sound.BEHIND) {
        @Override
        void write(Path folder) throws IOException {
            text(folder, HostileText.mergeBomb());
        }
    },
    SELF_REFERENCE(Sound.BEHIND) {
        @Override
        void write(Path folder) throws IOException {
            text(folder, HostileText.selfReference());
        }
    },
    /** 10,000 levels in three ways. */
    DEEP(Sound.BEHIND) {
        @Override
        void write(Path folder) throws IOException {
            text(folder, HostileText.deep(10_000));
        }
    },
    DEEP_JSON(Sound.BESIDE) {
        @Override
        public String fileName() {
            return "deep.json";
        }

        @Override
        void write(Path folder) throws IOException {
            text(folder, HostileText.deepJson(10_000));
        }
    },
    /** Two keys of 1 MB. */
    HUGE_KEY(Sound.BEHIND) {
        @Override
        void write(Path folder) throws IOException {
            text(folder, HostileText.hugeKey(1 << 20));
        }
    },
    TABS(Sound.BEHIND) {
        @Override
        void write(Path folder) throws IOException {
            text(folder, HostileText.tabs());
        }
    },
    WRONG_TYPES(Sound.BEHIND) {
        @Override
        void write(Path folder) throws IOException {
            text(folder, HostileText.wrongTypes());
        }
    },
    NUL_BYTES(Sound.BESIDE) {
        @Override
        void write(Path folder) throws IOException {
            text(folder, HostileText.nulBytes());
        }
    },
    LATIN_1(Sound.BESIDE) {
        @Override
        void write(Path folder) throws IOException {
            text(folder, HostileText.umlauts(), StandardCharsets.ISO_8859_1);
        }
    },
    UTF_16(Sound.BESIDE) {
        @Override
        void write(Path folder) throws IOException {
            text(folder, '\ufeff' + HostileText.umlauts(), StandardCharsets.UTF_16LE);
        }
    },
    /** A zip named .yaml. */
    ZIP(Sound.BESIDE) {
        @Override
        void write(Path folder) throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("pod.yaml"));
                zip.write(HostileText.tabs().getBytes(StandardCharsets.UTF_8));
            }
            Files.write(folder.resolve(fileName()), bytes.toByteArray());
        }
    },
    SELECTS_NOTHING(Sound.BEHIND) {
        @Override
        void write(Path folder) throws IOException {
            text(folder, HostileText.selectsNothing());
        }
    },
    MANY_DOCUMENTS(Sound.BEHIND) {
        @Override
        void write(Path folder) throws IOException {
            text(folder, HostileText.manyDocuments(50_000));
        }
    },
    DUPLICATE_KEYS(Sound.BEHIND) {
        @Override
        void write(Path folder) throws IOException {
            text(folder, HostileText.duplicateKeys());
        }
    },
    UNTERMINATED(Sound.BEHIND) {
        @Override
        void write(Path folder) throws IOException {
            text(folder, HostileText.unterminated());
        }
    },
    /** In values, and in the name of the file. */
    CONTROL_SEQUENCES(Sound.BEHIND) {
        @Override
        public String fileName() {
            return "control-\u001b[31m\n<b>.yaml";
        }

        @Override
        void write(Path folder) throws IOException {
            text(folder, HostileText.controlSequences());
        }
    };

    /** The name of the Deployment that stands beside bad input and must have been read. */
    public static final String SOUND_NEIGHBOUR = "sound-neighbour";

    /** The name of the Deployment that stands behind bad documents in the same file. */
    public static final String SOUND_DOCUMENT = "sound-document";

    private enum Sound {
        NOWHERE,
        BESIDE,
        /** Also beside. */
        BEHIND
    }

    private final Sound sound;

    HostileInput(Sound sound) {
        this.sound = sound;
    }

    abstract void write(Path folder) throws IOException;

    /** Of the file or link that is bad. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".yaml";
    }

    /** Whether a file with {@link #SOUND_NEIGHBOUR} is written beside. */
    public boolean hasSoundNeighbour() {
        return sound != Sound.NOWHERE;
    }

    /** Whether the same file ends with {@link #SOUND_DOCUMENT}, which a reader reaches that loses only what is broken. */
    public boolean hasSoundDocument() {
        return sound == Sound.BEHIND;
    }

    /**
     * Writes it into an existing folder.
     *
     * @return what to assess: the folder, or below it the missing path or the empty folder
     */
    public Path writeInto(Path folder) {
        try {
            write(folder);
            if (!hasSoundNeighbour()) {
                return folder.resolve(fileName());
            }
            Files.writeString(folder.resolve("sound.yaml"), sound(SOUND_NEIGHBOUR));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void text(Path folder, String text) throws IOException {
        text(folder, hasSoundDocument() ? text + "---\n" + sound(SOUND_DOCUMENT) : text, StandardCharsets.UTF_8);
    }

    void text(Path folder, String text, Charset charset) throws IOException {
        Files.writeString(folder.resolve(fileName()), text, charset);
    }

    private static String sound(String name) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: %s
                  namespace: hostile
                spec:
                  selector:
                    matchLabels: {app: sound}
                  template:
                    metadata:
                      labels: {app: sound}
                    spec:
                      containers:
                        - name: main
                          image: registry.example.com/sound:1
                """.formatted(name);
    }
}
