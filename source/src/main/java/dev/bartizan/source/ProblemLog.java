package dev.bartizan.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The problems of one file, or of a part of it. Of each code only the first few are kept and the rest counted: a file of a million duplicate keys
 * must not become a million problems.
 */
final class ProblemLog {
    private static final int KEPT_PER_CODE = 20;

    private final Map<String, List<Problem>> kept = new TreeMap<>();
    private final Map<String, Integer> more = new TreeMap<>();
    private int differing;
    private int firstDiffering = -1;

    void add(Problem problem) {
        List<Problem> same = kept.computeIfAbsent(problem.code(), _ -> new ArrayList<>());
        if (same.size() < KEPT_PER_CODE) {
            same.add(problem);
        } else {
            more.merge(problem.code(), 1, Integer::sum);
        }
    }

    /** Notes a plain scalar that YAML 1.1 and YAML 1.2 read differently. */
    void addDiffering(int offset) {
        if (differing == 0) {
            firstDiffering = offset;
        }
        differing++;
    }

    /** Takes over what a later part of the same file logged. */
    void addAll(ProblemLog later) {
        later.kept.values().forEach(problems -> problems.forEach(this::add));
        later.more.forEach((code, count) -> more.merge(code, count, Integer::sum));
        if (differing == 0) {
            firstDiffering = later.firstDiffering;
        }
        differing += later.differing;
    }

    List<Problem> problems(SourceFile file) {
        var problems = new ArrayList<Problem>();
        for (var entry : kept.entrySet()) {
            problems.addAll(entry.getValue());
            int count = more.getOrDefault(entry.getKey(), 0);
            if (count > 0) {
                Problem last = entry.getValue().getLast();
                problems.add(new Problem(
                        entry.getKey(),
                        last.level(),
                        "And " + count + " more of the same kind in this file.",
                        last.remedy(),
                        last.location()));
            }
        }
        if (differing > 0) {
            problems.add(Problem.notice(
                    "yaml-1.1",
                    (differing == 1
                                    ? "One plain value or key here means"
                                    : differing + " plain values or keys, this one first, mean")
                            + " something else to a reader of YAML 1.2 than to the API server (yes, on, 0644, 1_000 ...);"
                            + " they were read as the API server reads them.",
                    "write true or false, decimal numbers, or quotes",
                    file.location(firstDiffering, "")));
        }
        return problems;
    }
}
