package dev.bartizan.testkit.bench;

import dev.bartizan.testkit.PlatformGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Invented platforms on the disk, kept between runs of the bench as long as the generator writes the same. */
final class Inputs {
    private static final int SAMPLE_WORKLOADS = 200;

    private final Path folder;

    /** @param root for the inputs of all generators that ever ran here */
    Inputs(Path root) throws IOException {
        Path sample = root.resolve("sample.yaml");
        PlatformGenerator.ofWorkloads(1, SAMPLE_WORKLOADS).writeOneFile(sample);
        this.folder = root.resolve(digest(Files.readAllBytes(sample)));
    }

    Path of(Size size, Form form) throws IOException {
        Path input = folder.resolve(size.fileName()).resolve(form.fileName());
        Path complete = input.resolveSibling(form.fileName() + ".complete");
        if (!Files.exists(complete)) {
            form.write(size, input);
            Files.createFile(complete);
        }
        return input;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
