package dev.bartizan.network.suggest;

import dev.bartizan.network.model.Policy;
import dev.bartizan.network.suggest.Pair.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What a reader is told: what would stop, what was proven, what changes, how to bring it in. */
final class Report {
    private static final int MOST_LINES = 200;
    private static final int MOST_IN_SUMMARY = 10;

    private final Synthesis.Answer answer;
    private final RollOut rollOut;
    private final SortedMap<Matrix.Cell, Long> before;
    private final SortedMap<Matrix.Cell, Long> after;
    private final boolean isCut;
    private final List<BreakageGroup> breakages;
    private final Map<Status, List<Pair>> byStatus = new EnumMap<>(Status.class);

    Report(
            Synthesis.Answer answer,
            List<Pair> pairs,
            List<Policy> replaced,
            SortedMap<Matrix.Cell, Long> before,
            SortedMap<Matrix.Cell, Long> after,
            boolean isCut) {
        this.answer = answer;
        this.rollOut = new RollOut(answer, replaced, before);
        this.before = before;
        this.after = after;
        this.isCut = isCut;
        this.breakages = BreakageGroup.of(answer.breakages());
        for (Status status : Status.values()) {
            byStatus.put(
                    status,
                    pairs.stream().filter(pair -> pair.status() == status).toList());
        }
    }

    boolean isProven() {
        return !isCut && of(Status.MISSING).isEmpty() && of(Status.OTHER).isEmpty();
    }

    private List<Pair> of(Status status) {
        return byStatus.getOrDefault(status, List.of());
    }

    /** For a terminal. */
    List<String> summary() {
        var lines = new ArrayList<String>();
        int stopping =
                breakages.stream().mapToInt(group -> group.lines().size()).sum();
        lines.add(
                "Would stop if applied now: " + (stopping == 0 ? "nothing that is known." : stopping + " connections"));
        breakages.stream().limit(MOST_IN_SUMMARY).forEach(group -> lines.add("  " + YamlText.oneLine(group.summary())));
        if (breakages.size() > MOST_IN_SUMMARY) {
            lines.add("  and " + (breakages.size() - MOST_IN_SUMMARY) + " more in README.md");
        }
        lines.add("");
        lines.add(made());
        lines.add(proof());
        return lines;
    }

    private String made() {
        return answer.policies().size() + " workload policies in "
                + answer.namespaces().size() + " namespaces, each with a default deny and DNS.";
    }

    private String proof() {
        String all = "Asked again, the policies as written allow "
                + (of(Status.INTENDED).size() + of(Status.ASSUMED).size()) + " intended pairs";
        var rest = new ArrayList<String>();
        for (Status status : Status.values()) {
            if (status != Status.INTENDED && !of(status).isEmpty()) {
                rest.add(of(status).size() + " " + status.said());
            }
        }
        return all
                + (rest.isEmpty() ? " and no other: exactly the intended set." : "; " + String.join("; ", rest) + ".")
                + (isCut ? " There was more intended traffic than is looked at: the answer is not complete." : "");
    }

    /** The whole, in Markdown. */
    String page() {
        var page = new ArrayList<String>();
        page.add("# Suggested network policies");
        page.add("");
        page.add(made());
        page.add(
                "They hold only where the network plugin of the cluster enforces NetworkPolicy; nothing in manifests shows it.");
        breakages(page);
        page.add("");
        page.add("## Proof");
        page.add("");
        page.add(proof() + " Every pair stands in `pairs.csv`.");
        differences(page);
        page.addAll(MatrixTable.of(before, after));
        page.addAll(rollOut.lines());
        return String.join("\n", page) + "\n";
    }

    private void breakages(List<String> page) {
        page.add("");
        page.add("## What would stop if applied now");
        page.add("");
        if (breakages.isEmpty()) {
            page.add("Nothing that is known.");
        }
        for (BreakageGroup group : breakages) {
            page.add("### " + MatrixTable.text(group.title()));
            page.add("");
            page.add("To keep it: " + MatrixTable.text(group.remedy()) + ".");
            page.add("");
            bullets(group.lines(), page);
            page.add("");
        }
    }

    String rollback() {
        return rollOut.rollback();
    }

    private void differences(List<String> page) {
        for (Status status : Status.values()) {
            if (status != Status.INTENDED && !of(status).isEmpty()) {
                List<String> lines = of(status).stream()
                        .map(pair -> pair.from() + " => " + pair.to() + ": " + pair.ports() + ", " + pair.why())
                        .toList();
                section(status.said(), lines, page);
            }
        }
    }

    private static void section(String title, List<String> lines, List<String> page) {
        page.add("");
        page.add("## " + Character.toUpperCase(title.charAt(0)) + title.substring(1));
        page.add("");
        bullets(lines, page);
    }

    private static void bullets(List<String> lines, List<String> page) {
        lines.stream().limit(MOST_LINES).forEach(line -> page.add("- " + MatrixTable.text(line)));
        if (lines.size() > MOST_LINES) {
            page.add("- and " + (lines.size() - MOST_LINES) + " more");
        }
    }
}
