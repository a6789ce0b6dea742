package dev.bartizan.source;

import dev.bartizan.source.files.FileNames;
import dev.bartizan.source.files.FileWalk;
import dev.bartizan.source.secrets.Clip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files that the arguments of a command line stand for, each once, with names that do not depend on where the arguments lie: relative to the argument
 * they came from. Where two arguments would give different files the same name, the names of both begin with as many of their folders as it
 * takes to tell them apart.
 */
final class InputFiles {
    /**
     * A file to be read.
     *
     * @param path where; for {@code -} it is not opened
     */
    record Input(Path path, String name, long size) {}

    /** @param linked reached over a symbolic link */
    private record Met(Argument argument, Path path, String name, long size, boolean linked) {
        /** Of two ways to the same file the plain one counts, then the one from further out, then the first in the alphabet. */
        static final Comparator<Met> PREFERENCE = Comparator.comparing(Met::linked)
                .thenComparing(Comparator.comparingInt((Met met) -> met.name().length())
                        .reversed())
                .thenComparing(Met::name);
    }

    /** One argument and what the walk met below it. */
    private static final class Argument {
        private final Path path;
        private final String name;
        private final List<Met> files = new ArrayList<>();
        private final List<FileOutcome> outcomes = new ArrayList<>();

        Argument(Path path) {
            this.path = path;
            String last = FileNames.last(path.toAbsolutePath().normalize());
            this.name = Clip.name(last.isEmpty() ? "/" : last);
        }

        /** The folder whose names tell it apart from others. */
        Path folder() {
            Path absolute = path.toAbsolutePath().normalize();
            boolean isFile = files.size() == 1 && files.getFirst().name().equals(name);
            Path parent = absolute.getParent();
            return isFile && parent != null ? parent : absolute;
        }
    }

    private final Limits limits;
    private final List<Argument> arguments = new ArrayList<>();
    private final Map<FileOutcome.Kind, Integer> counted = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int met;

    private InputFiles(Limits limits) {
        this.limits = limits;
    }

    /** What came of the search, sorted by name. */
    record Found(
            List<Input> inputs,
            List<FileOutcome> outcomes,
            Map<FileOutcome.Kind, Integer> counted,
            List<Problem> problems) {}

    static Found find(List<Path> paths, ReadOptions options) {
        var files = new InputFiles(options.limits());
        for (Path path : new LinkedHashSet<>(paths)) {
            files.walk(path, options.excludes());
        }
        return files.found();
    }

    private void walk(Path path, List<String> excludes) {
        var argument = new Argument(path);
        arguments.add(argument);
        int before = met;
        FileWalk.walk(path, excludes, new Collector(argument));
        if (met > limits.files()) {
            problems.add(Problem.error(
                    "too-many-files",
                    "More than " + limits.files() + " files; the rest was not looked at.",
                    "name the folders that matter, or list what does not in .bartizanignore",
                    Location.ofFile(argument.name)));
        } else if (met == before && argument.outcomes.isEmpty()) {
            problems.add(Problem.warning(
                    "folder-empty",
                    "There is no file in this folder.",
                    "name the folder that holds the manifests",
                    Location.ofFile(argument.name)));
        }
    }

    private Found found() {
        var byFile = new HashMap<Path, Met>();
        for (Argument argument : arguments) {
            for (Met file : argument.files) {
                byFile.merge(file.path(), file, (one, other) -> Met.PREFERENCE.compare(one, other) <= 0 ? one : other);
            }
        }
        Map<Argument, String> prefixes = prefixes(List.copyOf(byFile.values()));
        List<Input> inputs = byFile.values().stream()
                .map(file -> new Input(file.path(), prefixes.get(file.argument()) + file.name(), file.size()))
                .sorted(Comparator.comparing(Input::name).thenComparing(Input::path))
                .toList();
        List<FileOutcome> outcomes = new ArrayList<>(arguments.stream()
                .flatMap(argument -> argument.outcomes.stream()
                        .map(outcome -> new FileOutcome(
                                prefixes.get(argument) + outcome.file(), outcome.kind(), outcome.reason())))
                .toList());
        return new Found(withinLimits(inputs, outcomes), outcomes, counted, problems);
    }

    /** In the order of their names, so that the same files are left out every time. */
    private List<Input> withinLimits(List<Input> inputs, List<FileOutcome> outcomes) {
        var within = new ArrayList<Input>();
        long total = 0;
        for (Input input : inputs) {
            total += input.size();
            if (input.size() > limits.fileBytes()) {
                FileReading.Result refusal = FileReading.Result.tooLarge(input.name(), limits);
                refusal.outcome().ifPresent(outcomes::add);
                problems.addAll(refusal.problems());
                total -= input.size();
            } else if (total > limits.totalBytes()) {
                outcomes.add(new FileOutcome(
                        input.name(), FileOutcome.Kind.TOO_LARGE, "all files together are longer than allowed"));
            } else {
                within.add(input);
            }
        }
        if (total > limits.totalBytes()) {
            problems.add(Problem.error(
                    "input-too-large",
                    "All files together are longer than " + (limits.totalBytes() >> 20)
                            + " MiB; the rest was not read.",
                    "name the folders that matter, or list what does not in .bartizanignore",
                    Location.ofFile(inputs.get(within.size()).name())));
        }
        return within;
    }

    /** For each argument what its names begin with, mostly nothing. */
    private Map<Argument, String> prefixes(List<Met> files) {
        var prefixes = new HashMap<Argument, String>();
        arguments.forEach(argument -> prefixes.put(argument, ""));
        for (int folders = 1; folders <= 64; folders++) {
            Set<Argument> colliding = colliding(files, prefixes);
            for (Argument argument : colliding) {
                prefixes.put(argument, FileNames.tail(argument.folder(), folders) + "/");
            }
            if (colliding.isEmpty()) {
                break;
            }
        }
        return prefixes;
    }

    private static Set<Argument> colliding(List<Met> files, Map<Argument, String> prefixes) {
        var owners = new HashMap<String, Argument>();
        var colliding = new HashSet<Argument>();
        for (Met file : files) {
            Argument other = owners.putIfAbsent(prefixes.get(file.argument()) + file.name(), file.argument());
            if (other != null && !other.equals(file.argument())) {
                colliding.add(other);
                colliding.add(file.argument());
            }
        }
        return colliding;
    }

    private final class Collector implements FileWalk.Visitor {
        private final Argument argument;

        Collector(Argument argument) {
            this.argument = argument;
        }

        @Override
        public void file(Path path, String name, long size, boolean linked) {
            met++;
            argument.files.add(new Met(argument, path, Clip.name(name), size, linked));
        }

        @Override
        public void otherType() {
            met++;
            counted.merge(FileOutcome.Kind.OTHER_TYPE, 1, Integer::sum);
        }

        @Override
        public void skippedFolder() {
            met++;
            counted.merge(FileOutcome.Kind.SKIPPED_FOLDER, 1, Integer::sum);
        }

        @Override
        public void ignored(String name) {
            note(name, FileOutcome.Kind.IGNORED, "left out by .bartizanignore or --exclude");
        }

        @Override
        public void loop(String name) {
            note(name, FileOutcome.Kind.LOOP, "a symbolic link into itself");
            problem(name, "link-loop", "This symbolic link leads into itself.", "remove the link");
        }

        @Override
        public void outside(String name) {
            note(name, FileOutcome.Kind.OUTSIDE, "a symbolic link that leaves the folder");
            problem(
                    name,
                    "link-outside",
                    "This symbolic link leaves the folder and was not followed.",
                    "name its target as well");
        }

        @Override
        public void special(String name) {
            note(name, FileOutcome.Kind.UNREADABLE, "not a regular file");
            problem(name, "file-special", "This is a pipe, a socket or a device.", "remove it");
        }

        @Override
        public void unreadable(String name, IOException cause) {
            FileReading.Result refusal =
                    FileReading.Result.unreadable(Clip.name(name.isEmpty() ? argument.name : name), cause);
            met++;
            refusal.outcome().ifPresent(argument.outcomes::add);
            problems.addAll(refusal.problems());
        }

        @Override
        public boolean wantsMore() {
            return met <= limits.files();
        }

        private void note(String name, FileOutcome.Kind kind, String reason) {
            met++;
            argument.outcomes.add(new FileOutcome(Clip.name(name), kind, reason));
        }

        private void problem(String name, String code, String message, String remedy) {
            problems.add(Problem.error(code, message, remedy, Location.ofFile(Clip.name(name))));
        }
    }
}
