package dev.bartizan.source.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks what one argument of a command line stands for: a file, or a folder with all below it. Entries come sorted by name, so every file system gives
 * the same order. Symbolic links are followed only within the folder, after everything else, and each folder is entered once.
 */
public final class FileWalk {
    private static final Set<String> SKIPPED_FOLDERS = Set.of(".git", "node_modules");

    /** Is told what the walk meets. Names are relative to the argument, with forward slashes; a folder's name ends with one. */
    public interface Visitor {
        /**
         * A file to be read.
         *
         * @param path without symbolic links below the argument
         * @param linked whether it was reached over a symbolic link
         */
        void file(Path path, String name, long size, boolean linked);

        /** A file that is neither YAML nor JSON by its name. */
        void otherType();

        /** A folder that never holds manifests. */
        void skippedFolder();

        void ignored(String name);

        /** A symbolic link to a folder it lies in, or to itself. */
        void loop(String name);

        /** A symbolic link that leaves the folder of the argument. */
        void outside(String name);

        /** A file or folder that cannot be looked at; an empty name is the argument itself. */
        void unreadable(String name, IOException cause);

        /** A pipe, a socket or a device. */
        void special(String name);

        /** Whether more files may come; the walk ends otherwise. */
        boolean wantsMore();
    }

    /**
     * @param folder without symbolic links
     * @param path names from the argument to this folder
     */
    private record Folder(Path folder, List<String> path, IgnoreRules rules) {}

    private record Link(Folder folder, Path path, String name) {}

    private final Visitor visitor;
    private final IgnoreRules excludes;
    /** Links wait until all that is reached without them was seen. */
    private final ArrayDeque<Link> links = new ArrayDeque<>();

    private final Set<Path> entered = new HashSet<>();
    private Path top = Path.of("");

    private FileWalk(List<String> excludes, Visitor visitor) {
        this.excludes = IgnoreRules.of(excludes, IgnoreRules.NONE, List.of(), 0);
        this.visitor = visitor;
    }

    /**
     * Walks one argument.
     *
     * @param excludes patterns of an ignore file, relative to the argument
     */
    public static void walk(Path argument, List<String> excludes, Visitor visitor) {
        new FileWalk(excludes, visitor).walk(argument);
    }

    private void walk(Path argument) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(argument, BasicFileAttributes.class);
            if (!attributes.isDirectory()) {
                // Named on purpose: whatever its name, and be it a pipe.
                long size = attributes.isRegularFile() ? attributes.size() : 0;
                visitor.file(realFile(argument), FileNames.last(argument), size, false);
                return;
            }
            top = argument.toRealPath();
            walkFolders(new Folder(top, List.of(), inherited()));
            while (!links.isEmpty() && visitor.wantsMore()) {
                follow(links.removeFirst());
            }
        } catch (IOException exception) {
            visitor.unreadable("", exception);
        }
    }

    /** A pipe of a shell has no real path. */
    private static Path realFile(Path argument) {
        try {
            return argument.toRealPath();
        } catch (IOException _) {
            return argument.toAbsolutePath();
        }
    }

    /** The ignore files from the root of the repository down to the argument, as Git has it. */
    private IgnoreRules inherited() {
        var above = new ArrayDeque<Path>();
        Path folder = top;
        while (folder != null && !Files.exists(folder.resolve(".git"))) {
            folder = folder.getParent();
            if (folder != null) {
                above.push(folder);
            }
        }
        IgnoreRules rules = IgnoreRules.NONE;
        if (folder != null) {
            for (Path ancestor : above) {
                List<String> between = new ArrayList<>();
                ancestor.relativize(top).forEach(name -> between.add(FileNames.last(name)));
                rules = withFile(ancestor, rules, between, 0);
            }
        }
        return rules;
    }

    private void walkFolders(Folder first) {
        var open = new ArrayDeque<Folder>();
        open.push(first);
        while (!open.isEmpty() && visitor.wantsMore()) {
            Folder folder = open.pop();
            if (entered.add(folder.folder())) {
                List<Folder> below = new ArrayList<>();
                visitEntries(folder, below);
                below.reversed().forEach(open::push);
            }
        }
    }

    private void visitEntries(Folder folder, List<Folder> below) {
        List<Path> entries;
        try {
            entries = entries(folder.folder());
        } catch (IOException exception) {
            visitor.unreadable(name(folder.path()) + (folder.path().isEmpty() ? "" : "/"), exception);
            return;
        }
        Folder ruled = new Folder(
                folder.folder(),
                folder.path(),
                withFile(
                        folder.folder(),
                        folder.rules(),
                        List.of(),
                        folder.path().size()));
        for (Path entry : entries) {
            if (!visitor.wantsMore()) {
                return;
            }
            visitEntry(ruled, entry, below);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        var entries = new ArrayList<Path>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException exception) {
            throw exception.getCause();
        }
        entries.sort(Comparator.comparing(FileNames::last));
        return entries;
    }

    private void visitEntry(Folder folder, Path entry, List<Folder> below) {
        String last = FileNames.last(entry);
        List<String> path = append(folder.path(), last);
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                links.add(new Link(folder, entry, last));
            } else if (attributes.isDirectory()) {
                visitFolder(folder, entry, path, below);
            } else {
                visitFile(folder, entry, path, attributes, false);
            }
        } catch (IOException exception) {
            visitor.unreadable(name(path), exception);
        }
    }

    private void visitFolder(Folder parent, Path folder, List<String> path, List<Folder> below) {
        if (SKIPPED_FOLDERS.contains(path.getLast())) {
            visitor.skippedFolder();
        } else if (isIgnored(parent, path, true)) {
            visitor.ignored(name(path) + "/");
        } else {
            below.add(new Folder(folder, path, parent.rules()));
        }
    }

    private void visitFile(
            Folder folder, Path file, List<String> path, BasicFileAttributes attributes, boolean linked) {
        if (!FileNames.isManifest(path.getLast())) {
            visitor.otherType();
        } else if (isIgnored(folder, path, false)) {
            visitor.ignored(name(path));
        } else if (attributes.isRegularFile()) {
            visitor.file(file, name(path), attributes.size(), linked);
        } else {
            visitor.special(name(path));
        }
    }

    private void follow(Link link) {
        List<String> path = append(link.folder().path(), link.name());
        try {
            Path target = link.path().toRealPath();
            BasicFileAttributes attributes = Files.readAttributes(target, BasicFileAttributes.class);
            if (!attributes.isDirectory() && !FileNames.isManifest(link.name())) {
                visitor.otherType();
            } else if (!target.startsWith(top)) {
                visitor.outside(name(path));
            } else if (!attributes.isDirectory()) {
                visitFile(link.folder(), target, path, attributes, true);
            } else if (link.folder().folder().startsWith(target)) {
                visitor.loop(name(path));
            } else {
                List<Folder> below = new ArrayList<>();
                visitFolder(link.folder(), target, path, below);
                below.forEach(this::walkFolders);
            }
        } catch (NoSuchFileException exception) {
            if (FileNames.isManifest(link.name())) {
                visitor.unreadable(name(path), exception);
            } else {
                visitor.otherType();
            }
        } catch (FileSystemException exception) {
            if (exception.getClass() == FileSystemException.class) {
                // Java has no exception of its own for a link that leads to itself.
                visitor.loop(name(path));
            } else {
                visitor.unreadable(name(path), exception);
            }
        } catch (IOException exception) {
            visitor.unreadable(name(path), exception);
        }
    }

    /** What the command line excludes no file can bring back. */
    private boolean isIgnored(Folder folder, List<String> path, boolean isFolder) {
        return excludes.ignores(path, isFolder) || folder.rules().ignores(path, isFolder);
    }

    private IgnoreRules withFile(Path folder, IgnoreRules above, List<String> between, int depth) {
        Path file = folder.resolve(IgnoreRules.FILE);
        if (!Files.isRegularFile(file)) {
            return above;
        }
        try (InputStream input = Files.newInputStream(file)) {
            String text = new String(input.readNBytes(IgnoreRules.MOST_BYTES), StandardCharsets.UTF_8);
            return IgnoreRules.of(text.lines().toList(), above, between, depth);
        } catch (IOException exception) {
            visitor.unreadable(IgnoreRules.FILE, exception);
            return above;
        }
    }

    private static List<String> append(List<String> path, String name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    private static String name(List<String> path) {
        return String.join("/", path);
    }
}
