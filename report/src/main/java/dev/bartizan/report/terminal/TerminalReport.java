package dev.bartizan.report.terminal;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Cause;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Plane;
import dev.bartizan.graph.Question;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.headline.Headline;
import dev.bartizan.report.headline.Headlines;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was read, what the platform is, what is wrong with it and where: one screen, worst first. */
public final class TerminalReport {
    private static final int WORST = 10;
    private static final int CAUSES = 3;
    private static final int QUESTIONS = 5;
    private static final int PROBLEMS = 5;
    private static final int UNKNOWN_NAMES = 5;
    private static final String BESIDE = " ".repeat(12);

    private final Snapshot snapshot;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TerminalReport(Snapshot snapshot, Style style) {
        this.snapshot = snapshot;
        this.style = style;
    }

    /** The lines of the report. Text that came from the input holds no control characters. */
    public static List<String> of(Snapshot snapshot, Optional<Comparison> comparison, Style style) {
        var report = new TerminalReport(snapshot, style);
        report.read();
        report.platform();
        snapshot.controls().ifPresent(controls -> {
            Optional<Comparison> compared =
                    comparison.filter(change -> !change.notCompared().contains(Analysis.BASELINE));
            report.findings(controls);
            compared.ifPresent(report::change);
            report.causes(controls);
            report.headlines();
            compared.ifPresentOrElse(change -> report.added(change, controls), () -> report.worst(controls));
            report.questions(controls);
        });
        if (snapshot.controls().isEmpty()) {
            report.headlines();
        }
        report.problems();
        report.missing("Not analysed", snapshot.notAnalysed());
        comparison.ifPresent(change ->
                report.missing("Not compared, since only one of the two assessments holds it", change.notCompared()));
        return List.copyOf(report.lines);
    }

    private void read() {
        Input input = snapshot.input();
        String name = snapshot.platform().name();
        lines.add(style.strong(name.isEmpty() ? "Platform" : Printable.of(name)) + " as of " + input.asOf());
        heading("Read");
        lines.add("  " + counted(input.files(), "file"));
        lines.add("  " + counted(input.documents(), "document"));
    }

    /** {@code 31 files: 28 read, 3 ignored}. */
    private static String counted(SortedMap<String, Integer> counts, String noun) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        String parts = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return Words.count(all, noun) + (parts.isEmpty() ? "" : ": " + parts);
    }

    private void platform() {
        var roles = new TreeMap<String, int[]>();
        var around = new TreeMap<String, Integer>();
        var unknown = new ArrayList<String>();
        for (Asset asset : snapshot.platform().assets()) {
            var role = asset.classification().role();
            if (asset.classification().layer().equals(Optional.of(Layer.INFRASTRUCTURE))) {
                around.merge(role, 1, Integer::sum);
                continue;
            }
            int plane = asset.classification().plane().map(Plane::ordinal).orElse(Plane.values().length);
            roles.computeIfAbsent(role, key -> new int[Plane.values().length + 1])[plane]++;
            if (role.equals("unknown")) {
                unknown.add(asset.kind() + " " + asset.name());
            }
        }
        heading("Platform: " + Words.count(snapshot.platform().assets().size(), "asset") + ", "
                + Words.count(snapshot.platform().links().size(), "link"));
        var table = new Table().row("role", "control", "data", "management", "no plane");
        roles.forEach(table::row);
        if (!roles.isEmpty()) {
            indent(table.lines());
        }
        if (!around.isEmpty()) {
            String list = around.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(entry -> entry.getValue() + " " + entry.getKey())
                    .collect(Collectors.joining(", "));
            lines.addAll(Paragraph.lines("  infrastructure: ", "    ", list));
        }
        if (!unknown.isEmpty()) {
            lines.add("  " + style.faint("no role known for " + Words.some(unknown, UNKNOWN_NAMES)));
        }
    }

    private void findings(ControlFacts controls) {
        long undecided = controls.findings().stream()
                .filter(finding -> !finding.truth().isConfirmed())
                .count();
        int members = controls.findings().stream()
                .mapToInt(finding -> finding.members().size())
                .sum();
        heading("Findings: " + controls.findings().size() + " ("
                + (controls.findings().size() - undecided) + " confirmed, " + undecided + " undecided), rolled up from "
                + Words.count(members, "observation"));
        if (controls.findings().isEmpty()) {
            return;
        }
        var table = new Table().row("layer", "critical", "high", "medium", "low", "info");
        for (Layer layer : Layer.values()) {
            var figures = new int[Severity.values().length];
            for (Finding finding : controls.findings()) {
                if (finding.layer() == layer) {
                    figures[Severity.CRITICAL.ordinal() - finding.severity().ordinal()]++;
                }
            }
            table.row(layer.word(), figures);
        }
        indent(table.lines());
        if (!controls.waivers().isEmpty()) {
            lines.add("  " + Words.count(controls.waivers().size(), "finding")
                    + " accepted by exceptions, each with a reason and an expiry date");
        }
    }

    private void change(Comparison comparison) {
        lines.add("  observations against the older assessment: "
                + comparison.added().size() + " new, "
                + comparison.fixed().size() + " fixed, "
                + comparison.unchanged().size() + " unchanged"
                + (comparison.unverified().isEmpty()
                        ? ""
                        : ", " + comparison.unverified().size() + " unverified (not looked at this time)"));
    }

    /** Who compares asks what a change brings, not what was there before. */
    private void added(Comparison comparison, ControlFacts controls) {
        var added = comparison.added();
        if (added.isEmpty()) {
            heading("This change adds nothing");
            return;
        }
        heading("This change adds " + Words.count(added.size(), "observation")
                + (added.size() > WORST ? ", the ten worst" : ""));
        var titles = controls.checks().stream().collect(Collectors.toMap(CheckResult::check, CheckResult::title));
        for (Finding.Member member : added.subList(0, Math.min(WORST, added.size()))) {
            entry(
                    member.severity(),
                    titles.getOrDefault(member.rule(), member.rule()),
                    "",
                    member.location() + "  " + shortId(member.asset())
                            + (member.part().isEmpty() ? "" : " " + member.part()),
                    member.rule());
            lines.addAll(Paragraph.lines(BESIDE, BESIDE, member.statement()));
        }
    }

    private void causes(ControlFacts controls) {
        var causes = Cause.of(controls.findings(), controls.checks());
        int all = causes.stream().mapToInt(Cause::members).sum();
        if (all == 0) {
            return;
        }
        var first = causes.subList(0, Math.min(CAUSES, causes.size()));
        int explained = first.stream().mapToInt(Cause::members).sum();
        heading(Words.count(first.size(), "cause") + (first.size() == 1 ? " explains " : " explain ")
                + 100 * explained / all + " % of what was observed");
        var table = new Table();
        first.forEach(cause -> table.row(cause.rule() + "  " + Printable.of(cause.title()), cause.members()));
        indent(table.lines());
    }

    private void headlines() {
        List<Headline> headlines = Headlines.of(snapshot);
        if (headlines.isEmpty()) {
            return;
        }
        heading("What it comes to");
        for (Headline headline : headlines) {
            lines.add(
                    "  " + style.strong(String.format(Locale.ROOT, "%9s", headline.figure())) + "  " + headline.label()
                            + style.faint("  bartizan " + headline.topic().command()));
            if (!headline.statement().isEmpty()) {
                lines.addAll(Paragraph.lines(BESIDE + " ", BESIDE + " ", headline.statement()));
            }
        }
    }

    private void worst(ControlFacts controls) {
        var findings = controls.findings();
        if (findings.isEmpty()) {
            return;
        }
        int shown = Math.min(WORST, findings.size());
        heading(shown == findings.size() ? "All findings" : "The " + (shown == WORST ? "ten" : shown) + " worst");
        for (Finding finding : findings.subList(0, shown)) {
            entry(
                    finding.severity(),
                    finding.title(),
                    finding.truth().isConfirmed() ? "" : "  undecided",
                    finding.location() + "  " + shortId(finding.asset()),
                    finding.rule());
            lines.addAll(Paragraph.lines(BESIDE + "→ ", BESIDE + "  ", finding.remedy()));
        }
    }

    private void entry(Severity severity, String title, String truth, String place, String rule) {
        String label = (severity.word() + "        ").substring(0, 8);
        lines.add(
                "  " + style.severity(severity, label) + "  " + style.strong(Printable.of(title)) + style.faint(truth));
        lines.add(BESIDE + Printable.of(place) + "  " + style.faint(rule));
    }

    /** {@code k8s:-/apps/Deployment/ml/web} -> {@code Deployment ml/web}: the terminal shows what people say. */
    static String shortId(String id) {
        var parts = id.split("/", -1);
        if (!id.startsWith("k8s:") || parts.length < 5) {
            return id;
        }
        return parts[2] + " " + (parts[3].equals("-") ? "" : parts[3] + "/") + parts[4];
    }

    private void questions(ControlFacts controls) {
        var questions = controls.questions();
        if (questions.isEmpty()) {
            return;
        }
        long settled = questions.stream()
                .flatMap(question -> question.settles().stream())
                .distinct()
                .count();
        heading(Words.count(questions.size(), "open question")
                + (settled == 0 ? "" : ", settling " + Words.count((int) settled, "finding")));
        for (Question question : questions.stream().limit(QUESTIONS).toList()) {
            lines.addAll(Paragraph.lines("  ? ", "    ", question.text()));
            lines.add("    "
                    + style.faint(
                            "bartizan.yaml: " + Printable.of(question.answer().replaceAll("\\s+", " "))));
        }
        more(questions.size(), QUESTIONS, "report.html");
    }

    private void problems() {
        var problems = snapshot.problems().stream()
                .filter(problem -> problem.level() != Problem.Level.NOTICE)
                .toList();
        int notices = snapshot.problems().size() - problems.size();
        if (problems.isEmpty() && notices == 0) {
            return;
        }
        Map<Problem.Level, Long> levels =
                problems.stream().collect(Collectors.groupingBy(Problem::level, TreeMap::new, Collectors.counting()));
        var figures = new ArrayList<String>();
        for (Problem.Level level : List.of(Problem.Level.ERROR, Problem.Level.WARNING)) {
            int figure = levels.getOrDefault(level, 0L).intValue();
            if (figure > 0) {
                figures.add(Words.count(figure, level.name().toLowerCase(Locale.ROOT)));
            }
        }
        if (notices > 0) {
            figures.add(Words.count(notices, "notice") + " (in report.html)");
        }
        heading("Input: " + String.join(", ", figures));
        problems.stream()
                .sorted((one, other) -> one.level().compareTo(other.level()))
                .limit(PROBLEMS)
                .forEach(problem -> lines.add("  " + problem.level().name().toLowerCase(Locale.ROOT) + "  "
                        + Printable.of(problem.toString())));
        more(problems.size(), PROBLEMS, "report.html");
    }

    private void missing(String why, Set<Analysis> analyses) {
        if (!analyses.isEmpty()) {
            heading(why + ": " + analyses.stream().map(Analysis::word).collect(Collectors.joining(", ")));
        }
    }

    private void more(int all, int shown, String where) {
        if (all > shown) {
            lines.add("  " + style.faint("and " + (all - shown) + " more in " + where));
        }
    }

    private void heading(String text) {
        lines.add("");
        lines.add(style.strong(text));
    }

    private void indent(List<String> table) {
        table.forEach(line -> lines.add("  " + line));
    }
}
