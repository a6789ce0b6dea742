package dev.bartizan.source.files;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ignore files that apply in a folder: its own and those above it. The last matching line of the nearest file decides.
 *
 * @param above the rules of the folder above
 * @param depth how many folders lie between the top of the walk and the folder of this file
 * @param patterns of this file
 */
record IgnoreRules(@Nullable IgnoreRules above, int depth, List<IgnorePattern> patterns) {
    /** The name of an ignore file. */
    static final String FILE = ".bartizanignore";

    /** A file of more lines is no ignore file. */
    private static final int MOST_PATTERNS = 10_000;

    IgnoreRules {
        patterns = List.copyOf(patterns);
    }

    static IgnoreRules of(Stream<String> lines, @Nullable IgnoreRules above, int depth) {
        return new IgnoreRules(
                above,
                depth,
                lines.limit(MOST_PATTERNS)
                        .map(IgnorePattern::parse)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /**
     * @param path from the top of the walk
     */
    boolean ignores(List<String> path, boolean folder) {
        for (IgnoreRules rules = this; rules != null; rules = rules.above) {
            List<String> relative = path.subList(rules.depth, path.size());
            for (IgnorePattern pattern : rules.patterns.reversed()) {
                if (pattern.matches(relative, folder)) {
                    return !pattern.negated();
                }
            }
        }
        return false;
    }
}
