package dev.bartizan.network.suggest;

import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Verdict;
import dev.bartizan.network.intended.IntendedTraffic;
import dev.bartizan.network.suggest.Pair.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What a reader is told: what would stop, what was proven, what changes, how to bring it in. */
final class Report {
    private static final int MOST_LINES = 200;
    private static final int MOST_IN_SUMMARY = 10;

    private final Synthesis.Answer answer;
    private final List<PolicyForm> forms;
    private final Findings found;
    private final Map<String, List<String>> joined;
    private final Twins twins;
    private final Change change;
    private final IntendedTraffic intended;
    private final List<IntentResult> intents;
    private final List<BreakageGroup> breakages;

    /**
     * What would be different.
     *
     * @param before pairs that may connect today, by namespaces
     * @param rollOut how to bring it in
     */
    record Change(SortedMap<Matrix.Cell, Long> before, SortedMap<Matrix.Cell, Long> after, List<String> rollOut) {}

    /**
     * What was wanted.
     *
     * @param intents what became of them with these policies
     */
    record Wanted(IntendedTraffic intended, List<IntentResult> intents) {}

    /**
     * Who looks the same to policies.
     *
     * @param joined variants of workloads, by workload
     */
    record Sharing(Map<String, List<String>> joined, Twins twins) {}

    Report(
            Synthesis.Answer answer,
            List<PolicyForm> forms,
            Findings found,
            Sharing sharing,
            Wanted wanted,
            Change change) {
        this.answer = answer;
        this.forms = forms;
        this.found = found;
        this.joined = sharing.joined();
        this.twins = sharing.twins();
        this.change = change;
        this.intended = wanted.intended();
        this.intents = wanted.intents();
        this.breakages = BreakageGroup.of(answer.breakages());
    }

    boolean isProven() {
        return !intended.isCut()
                && intents.stream().noneMatch(intent -> intent.verdict() == Verdict.BROKEN)
                && found.count(Status.MISSING) == 0
                && found.count(Status.OTHER) == 0;
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
        if (!joined.isEmpty()) {
            lines.add(variants());
        }
        intended.remarks()
                .forEach(remark -> lines.add(remark.title() + ": "
                        + remark.lines().size() + (remark.lines().size() == 1 ? " connection" : " connections")));
        lines.add(proof());
        if (!intents.isEmpty()) {
            lines.add(design());
        }
        return lines;
    }

    private String made() {
        return answer.count() + " workload policies in "
                + answer.namespaces().size() + " namespaces, "
                + forms.stream().map(PolicyForm::made).collect(Collectors.joining(", ")) + ".";
    }

    private String variants() {
        long pods = joined.values().stream().mapToLong(List::size).sum();
        return pods + " manifests are variants of " + joined.size()
                + " workloads and share their labels: what is meant for one of a workload is meant for all.";
    }

    private String proof() {
        String all = "Asked again, the policies as written allow "
                + (found.count(Status.INTENDED) + found.count(Status.ASSUMED)) + " intended pairs";
        var rest = new ArrayList<String>();
        for (Status status : Status.values()) {
            if (status != Status.INTENDED && found.count(status) > 0) {
                rest.add(found.count(status) + " " + status.said());
            }
        }
        return all
                + (rest.isEmpty() ? " and no other: exactly the intended set." : "; " + String.join("; ", rest) + ".")
                + (found.more() > 0 ? " " + found.more() + " of them are counted and not listed." : "")
                + (intended.isCut()
                        ? " There was more intended traffic than is looked at: the answer is not complete."
                        : "");
    }

    private String design() {
        var counts = new ArrayList<String>();
        for (Verdict verdict : Verdict.values()) {
            long count = intents.stream()
                    .filter(intent -> intent.verdict() == verdict)
                    .count();
            if (count > 0) {
                counts.add(count + " " + verdict.word());
            }
        }
        return "Of " + intents.size() + " intents with these policies: " + String.join(", ", counts) + ".";
    }

    private void design(List<String> page) {
        if (!intents.isEmpty()) {
            page.add("");
            page.add("## Intents");
            page.add("");
            page.add(design());
            page.add("");
            bullets(
                    intents.stream()
                            .sorted(Comparator.comparing((IntentResult intent) -> intent.verdict() == Verdict.BROKEN)
                                    .reversed())
                            .map(intent -> intent.verdict().word() + ": " + intent.title() + " ("
                                    + intent.location().file() + ":"
                                    + intent.location().line() + ")"
                                    + intent.examples().stream()
                                            .findFirst()
                                            .map(example -> ", " + example.from() + " => " + example.to() + " at "
                                                    + example.port())
                                            .orElse(""))
                            .toList(),
                    page);
        }
    }

    /** The whole, in Markdown. */
    String page() {
        var page = new ArrayList<String>();
        page.add("# Suggested network policies");
        page.add("");
        page.add(made());
        forms.forEach(form -> page.add(form.enforcedBy()));
        breakages(page);
        intended.remarks().forEach(remark -> section(remark.title(), remark.lines(), page));
        variants(page);
        page.add("");
        page.add("## Proof");
        page.add("");
        page.add(proof() + " Every pair stands in `pairs.csv`.");
        differences(page);
        design(page);
        page.addAll(MatrixTable.of(change.before(), change.after()));
        page.addAll(change.rollOut());
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

    private void variants(List<String> page) {
        if (!joined.isEmpty()) {
            var lines = new ArrayList<String>();
            joined.forEach((label, names) -> lines.add(label + ": " + String.join(", ", names)));
            section("variants that are joined", lines, page);
            page.add("");
            page.add(variants());
        }
    }

    private void differences(List<String> page) {
        for (Status status : Status.values()) {
            if (status != Status.INTENDED && found.count(status) > 0) {
                heading(status.said(), page);
                found.of(status).stream()
                        .limit(MOST_LINES)
                        .map(pair -> pair.from() + " => " + pair.to() + ": " + pair.ports() + ", " + pair.why())
                        .forEach(line -> page.add("- " + MatrixTable.text(line)));
                more(found.count(status), page);
            }
            if (status == Status.LABELS && found.count(status) > 0) {
                page.add("");
                page.add("Labels of their own in their pod templates would tell them apart:");
                page.add("");
                bullets(twins.of(found.of(status)), page);
            }
        }
    }

    private static void section(String title, List<String> lines, List<String> page) {
        heading(title, page);
        bullets(lines, page);
    }

    private static void heading(String title, List<String> page) {
        page.add("");
        page.add("## " + Character.toUpperCase(title.charAt(0)) + title.substring(1));
        page.add("");
    }

    private static void bullets(List<String> lines, List<String> page) {
        lines.stream().limit(MOST_LINES).forEach(line -> page.add("- " + MatrixTable.text(line)));
        more(lines.size(), page);
    }

    private static void more(long lines, List<String> page) {
        if (lines > MOST_LINES) {
            page.add("- and " + (lines - MOST_LINES) + " more");
        }
    }
}
