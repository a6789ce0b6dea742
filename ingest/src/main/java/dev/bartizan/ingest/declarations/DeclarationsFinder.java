package dev.bartizan.ingest.declarations;

import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Finds {@code bartizan.yaml}: the one that was named, else the nearest one at or above each path, up to the root of its repository. Outside of a
 * repository only beside the path: a file somewhere above it may be anybody's.
 */
public final class DeclarationsFinder {
    private static final List<String> NAMES = List.of("bartizan.yaml", "bartizan.yml");
    private static final long LONGEST = 4L << 20;

    private final List<Problem> problems = new ArrayList<>();

    private DeclarationsFinder() {}

    /**
     * What was found.
     *
     * @param found empty when there is none
     */
    public record Answer(Optional<Found> found, List<Problem> problems) {
        public Answer {
            problems = List.copyOf(problems);
        }
    }

    /**
     * A file that was found.
     *
     * @param name relative to the path it was found from, for locations
     * @param folder it is in, absolute
     */
    public record Found(String name, Path folder, String text) {}

    /** @param config named by the user, instead of looking for one */
    public static Answer find(List<Path> paths, Optional<Path> config) {
        var finder = new DeclarationsFinder();
        Optional<Found> found =
                config.isPresent() ? finder.read(config.get(), nameOf(config.get())) : finder.nearest(paths);
        return new Answer(found, finder.problems);
    }

    private static String nameOf(Path config) {
        Path name = config.isAbsolute() ? config.getFileName() : config;
        return name == null ? "bartizan.yaml" : name.toString().replace('\\', '/');
    }

    private Optional<Found> nearest(List<Path> paths) {
        SequencedMap<Path, String> files = new LinkedHashMap<>();
        for (Path path : paths) {
            Path start = path.toAbsolutePath().normalize();
            Path folder =
                    Files.isDirectory(start) ? start : start.resolveSibling("").normalize();
            nearest(folder)
                    .ifPresent(file -> files.putIfAbsent(
                            file, folder.relativize(file).toString().replace('\\', '/')));
        }
        var read = new ArrayList<Found>();
        files.forEach((file, name) -> read(file, name).ifPresent(read::add));
        for (Found other : read.subList(Math.min(1, read.size()), read.size())) {
            if (!other.text().equals(read.getFirst().text())) {
                problems.add(Problem.error(
                        "two-settings",
                        "Two different bartizan.yaml apply to these paths: only "
                                + read.getFirst().name() + " was taken.",
                        "name the one to take with --config, or assess the paths one at a time",
                        Location.ofFile(other.name())));
            }
        }
        return read.stream().findFirst();
    }

    private static Optional<Path> nearest(Path start) {
        Path last = repositoryRoot(start).orElse(start.getParent() == null ? start : start.getParent());
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            for (String name : NAMES) {
                if (Files.isRegularFile(folder.resolve(name))) {
                    return Optional.of(folder.resolve(name));
                }
            }
            if (folder.equals(last)) {
                break;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> repositoryRoot(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private Optional<Found> read(Path file, String name) {
        try {
            if (Files.size(file) > LONGEST) {
                report(name, "is longer than " + (LONGEST >> 20) + " MiB", "shorten it");
                return Optional.empty();
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Path folder = file.toAbsolutePath().normalize().resolveSibling("").normalize();
            return Optional.of(new Found(name, folder, text));
        } catch (IOException unreadable) {
            report(name, "cannot be read", "check that it is there and may be read");
            return Optional.empty();
        }
    }

    private void report(String name, String what, String remedy) {
        problems.add(
                Problem.error("settings", name + " " + what + ": it was not applied.", remedy, Location.ofFile(name)));
    }
}
