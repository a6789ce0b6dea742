package dev.bartizan.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Secrets planted in every position where manifests hold secrets, and the search for them in whatever comes out.
 *
 * <pre>{@code
 * Canaries canaries = Canaries.of(1);
 * canaries.writeInto(input);
 * // assess input in another process, which dumps its heap at the end: this one knows the secrets
 * assertThat(canaries.findIn(output)).isEmpty();
 * }</pre>
 */
public final class Canaries {
    private final CanaryTemplates templates;
    private final List<Canary> canaries;
    private final CanarySearch search;

    private Canaries(CanaryTemplates templates) {
        this.templates = templates;
        this.canaries = templates.canaries();
        this.search = new CanarySearch(canaries);
    }

    /** The same seed plants the same secrets. */
    public static Canaries of(long seed) {
        return new Canaries(new CanaryTemplates(seed));
    }

    /** The positions, in the order of the files; each says what holds the secret. */
    public List<String> positions() {
        return canaries.stream().map(Canary::name).toList();
    }

    /** Writes the manifests that hold the secrets, sound and broken ones. */
    public void writeInto(Path folder) {
        try {
            Files.createDirectories(folder);
            for (var file : templates.files().entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Searches a file of any kind, a heap dump too, or every file of a folder, without unpacking anything. */
    public List<Leak> findIn(Path fileOrFolder) {
        List<Leak> leaks = new ArrayList<>();
        try (Stream<Path> found = Files.walk(fileOrFolder)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                try (InputStream stream = Files.newInputStream(file)) {
                    leaks.addAll(search.find(stream, file.toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return leaks;
    }

    /** Searches what a process wrote. */
    public List<Leak> findIn(String text) {
        try {
            return search.find(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code Canaries write SEED FOLDER} plants, {@code Canaries find SEED PATH...} searches and ends with 1 when something leaked. */
    public static void main(String[] arguments) {
        if (arguments.length < 3 || !List.of("write", "find").contains(arguments[0])) {
            throw new IllegalArgumentException("usage: Canaries write SEED FOLDER | Canaries find SEED PATH...");
        }
        Canaries canaries = of(Long.parseLong(arguments[1]));
        if (arguments[0].equals("write")) {
            canaries.writeInto(Path.of(arguments[2]));
            return;
        }
        List<Leak> leaks = Stream.of(arguments)
                .skip(2)
                .flatMap(path -> canaries.findIn(Path.of(path)).stream())
                .toList();
        leaks.forEach(System.out::println);
        System.exit(leaks.isEmpty() ? 0 : 1);
    }
}
