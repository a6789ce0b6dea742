package dev.bartizan.report.document;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Accepted;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Grid;
import dev.bartizan.report.document.Document.Heading;
import dev.bartizan.report.document.Document.Note;
import dev.bartizan.report.document.Document.Text;
import dev.bartizan.report.risk.Remedies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What to mend in which order, by whom and when; and what was left open on purpose. */
final class BaselineRemedies {
    private static final int MOST_REMEDIES = 60;
    private static final int LONGEST = 220;
    private static final List<String> EFFORTS = List.of("", "a line", "a tested change", "a piece of work");

    private BaselineRemedies() {}

    static List<Block> inOrder(Snapshot snapshot) {
        if (snapshot.risks().isEmpty()) {
            return List.of(new Text("Risks were not worked out: no order can be given."));
        }
        RiskFacts facts = snapshot.risks().get();
        List<Mitigation> backlog = facts.backlog();
        if (backlog.isEmpty()) {
            return List.of(new Text("There is nothing to mend that avoids a loss."));
        }
        var blocks = new ArrayList<Block>();
        blocks.add(
                new Text(
                        "What avoids most loss for its effort stands first; what each one ends is counted after those before it. Those that cut ways of an attacker to a crown jewel say so."));
        blocks.add(new Heading("When"));
        blocks.add(dates(backlog));
        blocks.add(new Heading("What"));
        blocks.add(new Grid(
                List.of("#", "Remediation", "Owner", "Due", "Effort", "Ends", "Mends"), rows(snapshot, backlog)));
        if (backlog.size() > MOST_REMEDIES) {
            blocks.add(new Note("and " + (backlog.size() - MOST_REMEDIES) + " more, in assessment.json"));
        }
        return blocks;
    }

    /** How much is due on which day. */
    private static Grid dates(List<Mitigation> backlog) {
        var byDay = new TreeMap<LocalDate, List<Mitigation>>();
        backlog.forEach(one -> one.due()
                .ifPresent(due ->
                        byDay.computeIfAbsent(due, day -> new ArrayList<>()).add(one)));
        var rows = new ArrayList<List<String>>();
        byDay.forEach((day, all) -> rows.add(row(day.toString(), all)));
        List<Mitigation> whenever =
                backlog.stream().filter(one -> one.due().isEmpty()).toList();
        if (!whenever.isEmpty()) {
            rows.add(row("no date", whenever));
        }
        return new Grid(List.of("Due", "Remediations", "Risks that end", "Effort in points"), rows);
    }

    private static List<String> row(String when, List<Mitigation> all) {
        return List.of(
                when,
                Integer.toString(all.size()),
                Integer.toString(
                        all.stream().mapToInt(one -> one.closes().size()).sum()),
                Integer.toString(all.stream().mapToInt(Mitigation::effort).sum()));
    }

    private static List<List<String>> rows(Snapshot snapshot, List<Mitigation> backlog) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Mitigation one : backlog) {
            numbers.put(one.id(), numbers.size() + 1);
        }
        Remedies remedies = Remedies.of(snapshot);
        return backlog.stream()
                .limit(MOST_REMEDIES)
                .map(one -> List.of(
                        Integer.toString(numbers.getOrDefault(one.id(), 0)),
                        told(one, remedies) + (one.cutsPaths() ? "; cuts paths" : "") + with(one, numbers),
                        one.owners().isEmpty() ? "nobody named" : String.join(", ", one.owners()),
                        one.due().map(LocalDate::toString).orElse("no date"),
                        EFFORTS.get(Math.clamp(one.effort(), 0, EFFORTS.size() - 1)),
                        AssetNames.count(one.closes().size(), "risk"),
                        AssetNames.count(one.findings().size(), "finding")))
                .toList();
    }

    /** What is to be done: {@code Bucket is opened to everybody: mend minio-buckets. Take the anonymous policy away.} */
    static String told(Mitigation one, Remedies remedies) {
        List<String> ways = remedies.of(one);
        return AssetNames.clip(one.title(), LONGEST)
                + (ways.isEmpty() ? "" : ". " + AssetNames.clip(ways.getFirst(), LONGEST));
    }

    private static String with(Mitigation one, Map<String, Integer> numbers) {
        List<String> others = one.with().stream()
                .map(id -> Optional.ofNullable(numbers.get(id))
                        .map(String::valueOf)
                        .orElse(id))
                .toList();
        return others.isEmpty() ? "" : " (together with " + String.join(", ", others) + ")";
    }

    static List<Block> accepted(Snapshot snapshot) {
        var blocks = new ArrayList<Block>();
        List<Waiver> waivers = snapshot.controls().map(ControlFacts::waivers).orElse(List.of());
        blocks.add(new Heading("Findings that are excepted"));
        blocks.add(
                waivers.isEmpty()
                        ? new Text("There are none.")
                        : new Grid(
                                List.of("Check", "On", "Why", "By", "Until"),
                                waivers.stream()
                                        .map(waiver -> List.of(
                                                waiver.rule(),
                                                new AssetNames(snapshot.platform()).of(waiver.asset()),
                                                AssetNames.clip(waiver.reason(), LONGEST),
                                                waiver.by().isEmpty() ? "nobody named" : waiver.by(),
                                                waiver.expires()))
                                        .toList()));
        blocks.add(new Heading("Risks that are accepted"));
        List<List<String>> risks = snapshot.risks().map(RiskFacts::risks).orElse(List.of()).stream()
                .flatMap(risk -> risk.acceptance().map(accepted -> acceptance(risk, accepted)).stream())
                .toList();
        blocks.add(
                risks.isEmpty()
                        ? new Text("There are none.")
                        : new Grid(List.of("Risk", "Why", "By", "Until", "Standing"), risks));
        return blocks;
    }

    private static List<String> acceptance(Risk risk, Accepted accepted) {
        return List.of(
                AssetNames.clip(risk.title(), LONGEST) + ", in " + AssetNames.zones(risk.zones()),
                AssetNames.clip(accepted.reason(), LONGEST),
                accepted.owner(),
                accepted.expires().toString(),
                switch (accepted.standing()) {
                    case HOLDS -> "holds";
                    case EXPIRED -> "has expired";
                    case REOPENED -> "open again: the platform has changed";
                });
    }
}
