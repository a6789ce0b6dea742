package dev.bartizan.source.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ignore files that apply in a folder: its own and those above it. The last matching line of the nearest file decides.
 *
 * @param above the rules of the folder above
 * @param between the folders from the one of this file down to the top of the walk, when it lies above that
 * @param depth how many folders lie between the top of the walk and the folder of this file
 * @param patterns of this file
 */
record IgnoreRules(@Nullable IgnoreRules above, List<String> between, int depth, List<IgnorePattern> patterns) {
    static final IgnoreRules NONE = new IgnoreRules(null, List.of(), 0, List.of());

    /** The name of an ignore file. */
    static final String FILE = ".bartizanignore";

    /** What is longer is no ignore file. */
    static final int MOST_BYTES = 1 << 20;

    IgnoreRules {
        between = List.copyOf(between);
        patterns = List.copyOf(patterns);
    }

    static IgnoreRules of(List<String> lines, IgnoreRules above, List<String> between, int depth) {
        return new IgnoreRules(
                above,
                between,
                depth,
                lines.stream()
                        .map(IgnorePattern::parse)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /**
     * Whether something is left out. The folders above it were asked before.
     *
     * @param path from the top of the walk
     */
    boolean ignores(List<String> path, boolean folder) {
        for (IgnoreRules rules = this; rules != null; rules = rules.above) {
            if (!rules.patterns.isEmpty()) {
                List<String> relative = rules.relative(path);
                for (IgnorePattern pattern : rules.patterns.reversed()) {
                    if (pattern.matches(relative, folder)) {
                        return !pattern.negated();
                    }
                }
            }
        }
        return false;
    }

    private List<String> relative(List<String> path) {
        var relative = new ArrayList<>(between);
        relative.addAll(path.subList(depth, path.size()));
        return relative;
    }
}
