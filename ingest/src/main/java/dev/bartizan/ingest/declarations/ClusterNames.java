package dev.bartizan.ingest.declarations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Which cluster a file's objects belong to: as the command line says, else as {@code bartizan.yaml} does. */
public final class ClusterNames {
    private static final String NONE = "-";

    /** Files whose names begin so belong to the cluster; of several that match, the longest counts. */
    private record Prefix(String start, String cluster) {
        boolean covers(String file) {
            return start.isEmpty() || file.equals(start) || file.startsWith(start + "/");
        }
    }

    private ClusterNames() {}

    /**
     * @param paths the arguments that the names of files are relative to
     * @param folder where {@code bartizan.yaml} is, absolute
     */
    public static UnaryOperator<String> of(
            Optional<String> named, List<DeclarationsFile.Cluster> clusters, List<Path> paths, Path folder) {
        if (named.isPresent()) {
            return file -> named.get();
        }
        var prefixes = new ArrayList<Prefix>();
        for (DeclarationsFile.Cluster cluster : clusters) {
            if (cluster.paths().isEmpty()) {
                prefixes.add(new Prefix("", cluster.name()));
            }
            for (String path : cluster.paths()) {
                Path root = folder.resolve(path).normalize();
                paths.forEach(argument -> prefix(argument.toAbsolutePath().normalize(), root)
                        .ifPresent(start -> prefixes.add(new Prefix(start, cluster.name()))));
            }
        }
        return file -> cluster(prefixes, file);
    }

    /** How names of files below the argument begin when they lie below the cluster's folder. */
    private static Optional<String> prefix(Path argument, Path root) {
        if (argument.startsWith(root)) {
            return Optional.of("");
        }
        return root.startsWith(argument)
                ? Optional.of(argument.relativize(root).toString().replace('\\', '/'))
                : Optional.empty();
    }

    private static String cluster(List<Prefix> prefixes, String file) {
        String cluster = NONE;
        int longest = -1;
        for (Prefix prefix : prefixes) {
            if (prefix.start().length() > longest && prefix.covers(file)) {
                cluster = prefix.cluster();
                longest = prefix.start().length();
            }
        }
        return cluster;
    }
}
