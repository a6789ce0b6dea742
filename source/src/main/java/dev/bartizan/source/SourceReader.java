package dev.bartizan.source;

import dev.bartizan.source.files.FileContent;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;
import java.util.function.Supplier;

/**
 * Reads YAML and JSON into located trees: whole folders on many threads, or a single text. Whatever the input holds, reading it ends with a result in
 * which every file and document is accounted for.
 */
public final class SourceReader {
    /** Stands for standard input among paths, and is its name. */
    private static final String STANDARD_INPUT = "-";

    private final ReadOptions options;

    private SourceReader(ReadOptions options) {
        this.options = options;
    }

    public static SourceReader of(ReadOptions options) {
        return new SourceReader(options);
    }

    /** Reads a text that is no file: an embedded resource, or the text block of a test. */
    public static Reading parse(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        FileReading.Result result =
                new FileReading(name, Limits.defaults(), new ConcurrentLinkedQueue<>()).read(bytes, Optional.empty());
        return reading(List.of(result), new InputFiles.Found(List.of(), List.of(), Map.of(), List.of()));
    }

    /**
     * Reads files, and folders with all below them.
     *
     * @param paths files and folders; {@code -} is standard input
     * @param standardInput is read only if a path says so, and not closed
     */
    public Reading read(List<Path> paths, InputStream standardInput) {
        List<Path> named = paths.stream().filter(path -> !isStandardInput(path)).toList();
        InputFiles.Found found = InputFiles.find(named, options);
        var run = new Run(options, found.inputs());
        long most = options.limits().fileBytes();
        List<FileTask> tasks = new ArrayList<>();
        if (named.size() < paths.size()) {
            tasks.add(new FileTask(run, STANDARD_INPUT, () -> FileContent.of(standardInput, most), Optional.empty()));
        }
        for (InputFiles.Input input : found.inputs()) {
            tasks.add(new FileTask(
                    run, input.name(), () -> FileContent.of(input.path(), most), Optional.of(input.path())));
        }
        try (var pool = new ForkJoinPool(options.threads())) {
            pool.submit(() -> ForkJoinTask.invokeAll(tasks)).join();
        }
        return reading(tasks.stream().map(FileTask::join).toList(), found);
    }

    private static boolean isStandardInput(Path path) {
        return path.toString().equals(STANDARD_INPUT);
    }

    private static Reading reading(List<FileReading.Result> results, InputFiles.Found found) {
        var outcomes = new ArrayList<>(found.outcomes());
        var problems = new ArrayList<>(found.problems());
        var notRead = new TreeMap<>(found.counted());
        var documents = new ArrayList<Document>();
        for (FileReading.Result result : results) {
            result.outcome().ifPresent(outcomes::add);
            problems.addAll(result.problems());
            documents.addAll(result.documents());
        }
        outcomes.forEach(outcome -> notRead.merge(outcome.kind(), 1, Integer::sum));
        List<SourceFile> files = results.stream()
                .flatMap(result -> result.file().stream())
                .sorted(Comparator.comparing(SourceFile::name))
                .toList();
        // Stable: the documents of a file stay in their order.
        documents.sort(Comparator.comparing(document -> document.file().name()));
        int other = notRead.values().stream().mapToInt(Integer::intValue).sum()
                - notRead.getOrDefault(FileOutcome.Kind.SKIPPED_FOLDER, 0);
        var counts = new Reading.Counts(
                files.size() + other,
                files.size(),
                results.stream().mapToLong(FileReading.Result::bytes).sum(),
                documents.size(),
                (int) documents.stream()
                        .filter(document -> document.failure().isPresent())
                        .count(),
                (int) documents.stream().filter(Document::isEmpty).count(),
                notRead);
        return new Reading(
                files,
                documents,
                outcomes.stream().sorted().toList(),
                counts,
                problems.stream().sorted().toList());
    }

    /** What the tasks of one reading share. */
    private static final class Run {
        private final Limits limits;
        private final Progress progress;
        private final int files;
        private final long bytes;
        private final ConcurrentLinkedQueue<Workspace> workspaces = new ConcurrentLinkedQueue<>();
        private int filesDone;
        private long bytesDone;

        Run(ReadOptions options, List<InputFiles.Input> inputs) {
            this.limits = options.limits();
            this.progress = options.progress();
            this.files = inputs.size();
            this.bytes = inputs.stream().mapToLong(InputFiles.Input::size).sum();
        }

        synchronized void done(long length) {
            filesDone++;
            bytesDone += length;
            progress.update(filesDone, Math.max(files, filesDone), bytesDone, Math.max(bytes, bytesDone));
        }
    }

    private static final class FileTask extends RecursiveTask<FileReading.Result> {
        private final transient Run run;
        private final String name;
        private final transient Supplier<FileContent> content;
        private final transient Optional<Path> path;

        FileTask(Run run, String name, Supplier<FileContent> content, Optional<Path> path) {
            this.run = run;
            this.name = name;
            this.content = content;
            this.path = path;
        }

        @Override
        protected FileReading.Result compute() {
            FileReading.Result result = switch (content.get()) {
                case FileContent.Bytes read ->
                    new FileReading(name, run.limits, run.workspaces).read(read.bytes(), path);
                case FileContent.TooLarge _ -> FileReading.Result.tooLarge(name, run.limits);
                case FileContent.Unreadable unreadable -> FileReading.Result.unreadable(name, unreadable.cause());
            };
            run.done(result.bytes());
            return result;
        }
    }
}
