package dev.bartizan.source;

import dev.bartizan.source.files.FileNames;
import dev.bartizan.source.text.BlockYaml;
import dev.bartizan.source.text.Decoded;
import dev.bartizan.source.text.Ranges;
import dev.bartizan.source.text.SourceText;
import dev.bartizan.source.text.TextDecoder;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;

/** Reads the documents of one file, those of a large one on all threads. */
final class FileReading {
    /** Parts are read together up to this length: enough work for a task, little enough to share. */
    private static final int CHUNK_LENGTH = 1 << 18;

    /**
     * What became of a file.
     *
     * @param file absent if it gave no documents
     * @param outcome why it gave none
     * @param bytes that were read as text
     */
    record Result(
            Optional<SourceFile> file,
            List<Document> documents,
            List<Problem> problems,
            Optional<FileOutcome> outcome,
            long bytes) {

        static Result tooLarge(String name, Limits limits) {
            return refused(
                    name,
                    FileOutcome.Kind.TOO_LARGE,
                    "longer than " + (limits.fileBytes() >> 20) + " MiB",
                    "file-too-large",
                    "This file is longer than " + (limits.fileBytes() >> 20) + " MiB.",
                    "split it, or leave it out by .bartizanignore");
        }

        static Result unreadable(String name, IOException cause) {
            return switch (cause) {
                case NoSuchFileException _ ->
                    refused(
                            name,
                            FileOutcome.Kind.UNREADABLE,
                            "does not exist",
                            "path-missing",
                            "There is no such file or folder.",
                            "check the path");
                case AccessDeniedException _ ->
                    refused(
                            name,
                            FileOutcome.Kind.UNREADABLE,
                            "no permission",
                            "no-permission",
                            "No permission to read this.",
                            "give read permission, or run as its owner");
                default ->
                    refused(
                            name,
                            FileOutcome.Kind.UNREADABLE,
                            "input error",
                            "input-error",
                            "This could not be read.",
                            "check the disk or the share it lies on");
            };
        }

        private static Result refused(
                String name, FileOutcome.Kind kind, String reason, String code, String message, String remedy) {
            return refused(name, kind, reason, Problem.error(code, message, remedy, Location.ofFile(name)));
        }

        private static Result refused(String name, FileOutcome.Kind kind, String reason, Problem problem) {
            return new Result(
                    Optional.empty(), List.of(), List.of(problem), Optional.of(new FileOutcome(name, kind, reason)), 0);
        }
    }

    /** The documents of a run of parts. */
    private static final class Chunk {
        private final List<Document> documents = new ArrayList<>();
        private final ProblemLog log = new ProblemLog();
        private final Ranges masks = new Ranges();
        private final Ranges broken = new Ranges();

        void add(Chunk later) {
            documents.addAll(later.documents);
            log.addAll(later.log);
            masks.addAll(later.masks);
            broken.addAll(later.broken);
        }
    }

    private final String name;
    private final Limits limits;
    private final ConcurrentLinkedQueue<Workspace> workspaces;

    /** @param workspaces those that no thread uses; whoever lacks one makes one */
    FileReading(String name, Limits limits, ConcurrentLinkedQueue<Workspace> workspaces) {
        this.name = name;
        this.limits = limits;
        this.workspaces = workspaces;
    }

    /** @param path where the bytes come from, if they can be had there again */
    Result read(byte[] bytes, Optional<Path> path) {
        return switch (TextDecoder.decode(bytes)) {
            case Decoded.Binary binary ->
                Result.refused(
                        name,
                        FileOutcome.Kind.BINARY,
                        "looks like " + binary.looksLike(),
                        Problem.error(
                                "file-binary",
                                "This is no text: it looks like " + binary.looksLike() + ".",
                                "leave it out, or save it as UTF-8 text if it is meant to be read",
                                new Location(name, binary.line(), binary.column(), "")));
            case Decoded.Text text -> read(text, bytes, path);
        };
    }

    private Result read(Decoded.Text decoded, byte[] bytes, Optional<Path> path) {
        SourceText source = decoded.source();
        var file = new SourceFile(name, source.lineStarts(), source.text().length());
        Chunk all = documents(file, source);
        decoded.firstBad()
                .ifPresent(offset -> all.log.add(Problem.warning(
                        "file-encoding",
                        "This file is not UTF-8; it was read as ISO-8859-1.",
                        "save it as UTF-8",
                        file.location(offset, ""))));
        file.finish(all.masks.toArray(), all.broken.toArray());
        file.comesFrom(path.<SourceFile.Origin>map(known -> SourceFile.Origin.OnDisk.of(known, bytes))
                .orElseGet(() -> new SourceFile.Origin.Kept(Excerpts.masked(file, source))));
        List<Problem> problems = all.log.problems(file);
        if (all.documents.isEmpty()) {
            var outcome = new FileOutcome(name, FileOutcome.Kind.EMPTY, "nothing but white space and comments");
            return new Result(Optional.empty(), List.of(), problems, Optional.of(outcome), bytes.length);
        }
        return new Result(Optional.of(file), numbered(all.documents, source), problems, Optional.empty(), bytes.length);
    }

    /** Counted through, and with a look for template marks from each document to the next. */
    private static List<Document> numbered(List<Document> documents, SourceText source) {
        var numbered = new ArrayList<Document>(documents.size());
        int braces = -1;
        for (int i = 0; i < documents.size(); i++) {
            int start = i == 0 ? 0 : documents.get(i).start();
            int end = i + 1 < documents.size() ? documents.get(i + 1).start() : Integer.MAX_VALUE;
            if (braces < start) {
                int next = source.text().indexOf("{{", start);
                braces = next < 0 ? Integer.MAX_VALUE : next;
            }
            numbered.add(documents.get(i).with(i, braces < end));
        }
        return numbered;
    }

    private Chunk documents(SourceFile file, SourceText source) {
        if (!FileNames.isJson(name)) {
            return yaml(file, source);
        }
        Chunk json = json(file, source.text());
        if (isWhole(json)) {
            return json;
        }
        Chunk yaml = yaml(file, source);
        if (!isWhole(yaml) || yaml.documents.isEmpty()) {
            return json;
        }
        Problem fault = json.documents.getLast().failure().orElseThrow();
        yaml.log.add(new Problem(
                "json-as-yaml",
                Problem.Level.WARNING,
                "This file is not JSON but YAML, as which it was read. " + fault.message(),
                fault.remedy(),
                fault.location()));
        return yaml;
    }

    private static boolean isWhole(Chunk chunk) {
        return chunk.documents.stream().allMatch(document -> document.failure().isEmpty());
    }

    private Chunk json(SourceFile file, String text) {
        var chunk = new Chunk();
        Workspace workspace = borrow();
        var builder = new TreeBuilder(file, text, limits, workspace, chunk.log);
        take(chunk, JsonDocuments.read(file, text, 0, text.length(), builder), text.length());
        chunk.masks.addAll(builder.masks());
        workspaces.add(workspace);
        return chunk;
    }

    private Chunk yaml(SourceFile file, SourceText source) {
        int[] parts = source.yamlParts();
        int most = Math.min(parts.length, limits.documentsPerFile());
        List<ForkJoinTask<Chunk>> tasks = new ArrayList<>();
        for (int first = 0; first < most; ) {
            int next = first + 1;
            while (next < most && parts[next] - parts[first] < CHUNK_LENGTH) {
                next++;
            }
            tasks.add(new ChunkTask(file, source.text(), parts, first, next));
            first = next;
        }
        var all = new Chunk();
        if (tasks.size() == 1) {
            all.add(tasks.getFirst().invoke());
        } else {
            ForkJoinTask.invokeAll(tasks).forEach(task -> all.add(task.join()));
        }
        if (most < parts.length) {
            all.log.add(Problem.error(
                    "too-many-documents",
                    "More than " + most + " documents; the rest of the file was not read.",
                    "split the file",
                    file.location(parts[most], "")));
        }
        return all;
    }

    /** Reads the parts from {@code first} to {@code next}, exclusive. */
    private final class ChunkTask extends RecursiveTask<Chunk> {
        private final transient SourceFile file;
        private final String text;
        private final int[] parts;
        private final int first;
        private final int next;

        ChunkTask(SourceFile file, String text, int[] parts, int first, int next) {
            this.file = file;
            this.text = text;
            this.parts = parts;
            this.first = first;
            this.next = next;
        }

        @Override
        protected Chunk compute() {
            Workspace workspace = borrow();
            var chunk = new Chunk();
            var block = new BlockYaml(text);
            var builder = new TreeBuilder(file, text, limits, workspace, chunk.log);
            int others = first;
            for (int part = first; part < next; part++) {
                if (block.read(parts[part], end(part))) {
                    readOthers(others, part, workspace, chunk);
                    take(chunk, List.of(YamlDocuments.of(file, block, builder)), end(part));
                    others = part + 1;
                }
            }
            readOthers(others, next, workspace, chunk);
            chunk.masks.addAll(builder.masks());
            workspaces.add(workspace);
            return chunk;
        }

        /** Reads the parts that need the full parser. */
        private void readOthers(int from, int to, Workspace workspace, Chunk chunk) {
            if (from < to) {
                chunk.add(readTogether(from, to, workspace).orElseGet(() -> readOneByOne(from, to, workspace)));
            }
        }

        /** Nearly always all documents are well: read as one stream they cost least. */
        private Optional<Chunk> readTogether(int from, int to, Workspace workspace) {
            int end = end(to - 1);
            if (to - from == 1 || JsonDocuments.mayBegin(text, parts[from], end)) {
                return Optional.empty();
            }
            var chunk = new Chunk();
            var builder = new TreeBuilder(file, text, limits, workspace, chunk.log);
            take(chunk, YamlDocuments.read(file, text.substring(parts[from], end), parts[from], builder), end);
            chunk.masks.addAll(builder.masks());
            return isWhole(chunk) ? Optional.of(chunk) : Optional.empty();
        }

        /** A broken document loses only itself. */
        private Chunk readOneByOne(int from, int to, Workspace workspace) {
            var chunk = new Chunk();
            var builder = new TreeBuilder(file, text, limits, workspace, chunk.log);
            for (int part = from; part < to; part++) {
                readPart(parts[part], end(part), builder, chunk);
            }
            chunk.masks.addAll(builder.masks());
            return chunk;
        }

        private int end(int part) {
            return part + 1 < parts.length ? parts[part + 1] : text.length();
        }

        private void readPart(int start, int end, TreeBuilder builder, Chunk chunk) {
            if (JsonDocuments.mayBegin(text, start, end)) {
                // What is wrong with it as JSON matters only if it is meant to be JSON.
                var attempt = new Chunk();
                var tentative = new TreeBuilder(file, text, limits, new Workspace(), attempt.log);
                take(attempt, JsonDocuments.read(file, text, start, end, tentative), end);
                if (isWhole(attempt)) {
                    attempt.masks.addAll(tentative.masks());
                    chunk.add(attempt);
                    return;
                }
            }
            take(chunk, YamlDocuments.read(file, text.substring(start, end), start, builder), end);
        }
    }

    private static void take(Chunk chunk, List<Document> documents, int end) {
        for (Document document : documents) {
            document.failure().ifPresent(problem -> {
                chunk.log.add(problem);
                chunk.broken.add(document.start(), end);
            });
            chunk.documents.add(document);
        }
    }

    private Workspace borrow() {
        Workspace free = workspaces.poll();
        return free != null ? free : new Workspace();
    }
}
