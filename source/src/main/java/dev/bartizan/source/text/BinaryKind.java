package dev.bartizan.source.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Formats that are recognised by their first bytes, so that a message can say what a file named {@code .yaml} really is. */
enum BinaryKind {
    ZIP("a zip archive", "PK\u0003\u0004"),
    EMPTY_ZIP("a zip archive", "PK\u0005\u0006"),
    GZIP("gzip data", "\u001f\u008b"),
    BZIP2("bzip2 data", "BZh"),
    XZ("xz data", "\u00fd7zXZ"),
    ZSTANDARD("Zstandard data", "(\u00b5/\u00fd"),
    SEVEN_ZIP("a 7-zip archive", "7z\u00bc\u00af"),
    RAR("a RAR archive", "Rar!\u001a"),
    ELF("an ELF program", "\u007fELF"),
    CLASS("a Java class or Mach-O program", "\u00ca\u00fe\u00ba\u00be"),
    PNG("a PNG image", "\u0089PNG"),
    JPEG("a JPEG image", "\u00ff\u00d8\u00ff"),
    GIF("a GIF image", "GIF8"),
    PDF("a PDF document", "%PDF-"),
    SQLITE("an SQLite database", "SQLite format 3"),
    GGUF("a GGUF model", "GGUF"),
    HDF5("an HDF5 file", "\u0089HDF"),
    PARQUET("a Parquet file", "PAR1"),
    AGE("an age-encrypted file", "age-encryption.org/"),
    PICKLE_2("a Python pickle", "\u0080\u0002"),
    PICKLE_3("a Python pickle", "\u0080\u0003"),
    PICKLE_4("a Python pickle", "\u0080\u0004"),
    PICKLE_5("a Python pickle", "\u0080\u0005");

    final String words;
    /** Bytes as characters. */
    private final String magic;

    BinaryKind(String words, String magic) {
        this.words = words;
        this.magic = magic;
    }

    static Optional<BinaryKind> of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 32), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(kind -> head.startsWith(kind.magic))
                .findFirst();
    }
}
