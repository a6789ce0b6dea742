package dev.bartizan.testkit;

import dev.bartizan.testkit.platform.InventedPlatform;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Invents an AI platform of any size as Kubernetes YAML: about three objects per workload and 640 bytes per object. The same seed and size
 * give the same bytes on every machine, and a larger platform begins with the same namespaces as a smaller one.
 */
public final class PlatformGenerator {
    private static final int OBJECTS_PER_WORKLOAD = 3;
    private static final int FILES_PER_FOLDER = 100;

    private final InventedPlatform platform;
    private final int objects;

    private PlatformGenerator(long seed, int workloads, int objects) {
        this.platform = new InventedPlatform(seed, workloads, objects);
        this.objects = objects;
    }

    /** A platform of exactly so many workloads and three times as many objects. */
    public static PlatformGenerator ofWorkloads(long seed, int workloads) {
        return new PlatformGenerator(seed, workloads, Math.multiplyExact(workloads, OBJECTS_PER_WORKLOAD));
    }

    /** A platform of exactly so many objects, of which a third are workloads. */
    public static PlatformGenerator ofObjects(long seed, int objects) {
        return new PlatformGenerator(seed, objects / OBJECTS_PER_WORKLOAD, objects);
    }

    public int objects() {
        return objects;
    }

    /** Writes the platform as one file of many documents. */
    public void writeOneFile(Path file) {
        writeFiles(List.of(file));
    }

    /** Writes the platform as so many files, in subfolders of a hundred; fewer when there are fewer objects than files. */
    public void writeFiles(Path folder, int files) {
        List<Path> paths = new ArrayList<>();
        for (int index = 0; index < Math.min(files, objects); index++) {
            paths.add(folder.resolve(
                    String.format(Locale.ROOT, "part-%02d/objects-%05d.yaml", index / FILES_PER_FOLDER, index)));
        }
        writeFiles(paths);
    }

    private void writeFiles(List<Path> files) {
        try (var writer = new ObjectsWriter(files, objects)) {
            platform.write(writer::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code PlatformGenerator FOLDER SEED WORKLOADS FILES} writes a platform; one file is called {@code platform.yaml}. */
    public static void main(String[] arguments) {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("usage: PlatformGenerator FOLDER SEED WORKLOADS FILES");
        }
        Path folder = Path.of(arguments[0]);
        PlatformGenerator generator = ofWorkloads(Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
        int files = Integer.parseInt(arguments[3]);
        if (files == 1) {
            generator.writeOneFile(folder.resolve("platform.yaml"));
        } else {
            generator.writeFiles(folder, files);
        }
        System.out.println(generator.objects() + " objects in " + folder);
    }

    /** Spreads objects evenly over files, in order. */
    private static final class ObjectsWriter implements AutoCloseable {
        private final List<Path> files;
        private final long objects;
        private long written;
        private int file = -1;
        private BufferedWriter current;

        ObjectsWriter(List<Path> files, int objects) throws IOException {
            this.files = files;
            this.objects = objects;
            this.current = next();
        }

        void write(String object) {
            try {
                if (written * files.size() / objects > file) {
                    current.close();
                    current = next();
                }
                current.write(object);
                written++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private BufferedWriter next() throws IOException {
            file++;
            Path path = files.get(file);
            Files.createDirectories(path.toAbsolutePath().getParent());
            return Files.newBufferedWriter(path, StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            current.close();
        }
    }
}
