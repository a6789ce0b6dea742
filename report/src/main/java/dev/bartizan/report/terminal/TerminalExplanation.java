package dev.bartizan.report.terminal;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/** How one answer came to be: which values decided a finding, or what is known of an asset and why. */
public final class TerminalExplanation {
    private static final int MEMBERS = 40;
    private static final int LINKS = 40;

    private final Snapshot snapshot;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TerminalExplanation(Snapshot snapshot, Style style) {
        this.snapshot = snapshot;
        this.style = style;
    }

    /** What was seen, where, how severe it is and how that came to be, what to do. */
    public static List<String> of(Snapshot snapshot, Finding finding, Style style) {
        var explanation = new TerminalExplanation(snapshot, style);
        explanation.finding(finding);
        return List.copyOf(explanation.lines);
    }

    /**
     * A part that was put together elsewhere.
     *
     * @param notes what each of the texts rests on, perhaps empty
     */
    public record Section(String title, List<String> texts, List<String> notes) {}

    /** What it is and why, what is known of its component, what it is linked to, and what every check answered for it. */
    public static List<String> of(Snapshot snapshot, int asset, List<Section> sections, Style style) {
        var explanation = new TerminalExplanation(snapshot, style);
        explanation.asset(asset, sections);
        return List.copyOf(explanation.lines);
    }

    private void finding(Finding finding) {
        lines.add(style.severity(finding.severity(), finding.severity().word()) + "  "
                + style.strong(Printable.of(finding.title())));
        field("finding", finding.id());
        field("rule", finding.rule());
        field("asset", finding.asset());
        field("place", finding.location() + pointer(finding.location().pointer()));
        field("severity", finding.severityReason());
        field("truth", truth(finding.truth()));
        heading("What decided it");
        for (Evidence evidence : finding.evidence()) {
            lines.add("  " + Printable.of(evidence.statement()));
            lines.add("    "
                    + style.faint(Printable.of(
                            evidence.location() + pointer(evidence.location().pointer()))));
        }
        if (finding.isRollUp()) {
            members(finding);
        }
        heading("What to do");
        lines.addAll(Paragraph.lines("  ", "  ", finding.remedy()));
        if (!finding.references().isEmpty()) {
            heading("References");
            finding.references().forEach(reference -> lines.add("  " + Printable.of(reference)));
        }
    }

    private void members(Finding finding) {
        heading("Rolled up from " + Words.count(finding.members().size(), "observation"));
        for (Finding.Member member : finding.members().stream().limit(MEMBERS).toList()) {
            lines.add("  " + member.rule() + "  " + Printable.of(member.statement()));
            lines.add("    "
                    + style.faint(Printable.of(member.location() + "  " + TerminalReport.shortId(member.asset())
                            + (member.part().isEmpty() ? "" : " " + member.part()))));
        }
        left(finding.members().size(), MEMBERS);
    }

    private static String truth(Truth truth) {
        return switch (truth) {
            case Truth.Undecided undecided -> "undecided, because not known: " + String.join(", ", undecided.gaps());
            case Truth.Confirmed ignored -> truth.word();
            case Truth.Refuted ignored -> truth.word();
        };
    }

    private void asset(int index, List<Section> sections) {
        Platform platform = snapshot.platform();
        Asset asset = platform.asset(index);
        lines.add(style.strong(Printable.of(asset.kind() + " " + asset.name())));
        field("asset", asset.id());
        var classification = asset.classification();
        field("role", classification.role() + ", because " + classification.reason());
        field("layer", classification.layer().map(layer -> layer.word()).orElse("unknown"));
        field("plane", classification.plane().map(plane -> plane.word()).orElse("unknown"));
        classification.component().ifPresent(component -> field("component", component));
        field("zone", asset.zone());
        asset.locations().forEach(location -> field("declared at", location.toString()));
        platform.properties()
                .keySet()
                .forEach(property -> platform.property(index, property).ifPresent(value -> field(property, value)));
        sections.forEach(this::section);
        links("Links from it", platform.linksFrom(index), Link::to);
        links("Links to it", platform.linksTo(index), Link::from);
        snapshot.controls().ifPresent(controls -> checks(controls, index, asset));
    }

    private void section(Section section) {
        heading(section.title());
        int shown = Math.min(LINKS, section.texts().size());
        for (int i = 0; i < shown; i++) {
            lines.addAll(Paragraph.lines("  ", "    ", section.texts().get(i)));
            if (!section.notes().get(i).isEmpty()) {
                lines.add("    " + style.faint(Printable.of(section.notes().get(i))));
            }
        }
        left(section.texts().size(), LINKS);
    }

    private void links(String title, List<Link> links, Function<Link, Integer> otherEnd) {
        if (links.isEmpty()) {
            return;
        }
        heading(title);
        for (Link link : links.stream().limit(LINKS).toList()) {
            String other = snapshot.platform().asset(otherEnd.apply(link)).id();
            lines.add("  " + link.kind() + "  " + Printable.of(TerminalReport.shortId(other)) + "  "
                    + style.faint(Printable.of(link.evidence().toString())));
        }
        left(links.size(), LINKS);
    }

    private void checks(ControlFacts controls, int index, Asset asset) {
        var findings = controls.findings().stream()
                .filter(finding -> finding.asset().equals(asset.id())
                        || finding.members().stream()
                                .anyMatch(member -> member.asset().equals(asset.id())))
                .toList();
        if (!findings.isEmpty()) {
            heading("Findings");
        }
        for (Finding finding : findings) {
            lines.add(
                    "  " + style.severity(finding.severity(), finding.severity().word()) + "  "
                            + Printable.of(finding.title()) + "  " + style.faint(finding.id()));
        }
        answered("Failed", controls, index, CheckResult::failed);
        answered("Undecided", controls, index, CheckResult::undecided);
        answered("Passed, so not the case", controls, index, CheckResult::passed);
    }

    private void answered(String title, ControlFacts controls, int index, Function<CheckResult, BitSet> answers) {
        var checks = controls.checks().stream()
                .filter(check -> answers.apply(check).get(index))
                .map(check -> check.check() + " " + check.title())
                .toList();
        if (!checks.isEmpty()) {
            heading(title + ": " + Words.count(checks.size(), "check"));
            checks.forEach(check -> lines.add("  " + check));
        }
    }

    private void left(int all, int shown) {
        if (all > shown) {
            lines.add("  " + style.faint("and " + (all - shown) + " more in assessment.json"));
        }
    }

    private void field(String name, String value) {
        lines.add("  " + style.faint(name + " ".repeat(Math.max(1, 12 - name.length()))) + Printable.of(value));
    }

    private static String pointer(String pointer) {
        return pointer.isEmpty() ? "" : "  " + pointer;
    }

    private void heading(String text) {
        lines.add("");
        lines.add(style.strong(text));
    }
}
