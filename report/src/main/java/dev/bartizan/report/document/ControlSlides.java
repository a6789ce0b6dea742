package dev.bartizan.report.document;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Figure;
import dev.bartizan.report.document.Document.Figures;
import dev.bartizan.report.document.Document.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which controls are proven, and where one is missing against what is real; which checks hold. */
final class ControlSlides {
    private static final int MOST_ROWS = 27;
    private static final int MOST_CONTROLS = 18;
    private static final int MOST_ZONES = 5;

    private ControlSlides() {}

    /** What is known of one control that is missing. */
    private static final class Gap {
        private final String control;
        private final SortedSet<String> zones = new TreeSet<>();
        private final SortedSet<String> assets = new TreeSet<>();
        private int scenarios;
        private Severity worst = Severity.INFO;

        Gap(String control) {
            this.control = control;
        }

        void add(ThreatScenario scenario) {
            scenarios++;
            zones.addAll(scenario.zones());
            scenario.places().forEach(place -> assets.add(place.asset()));
            worst = worst.compareTo(scenario.severity()) >= 0 ? worst : scenario.severity();
        }
    }

    static List<Chapter> of(String heading, Snapshot snapshot, ThreatModel.Context context) {
        var lead = new ArrayList<Block>();
        snapshot.controls().map(ControlFacts::checks).ifPresent(checks -> lead.add(figures(checks)));
        if (snapshot.threats().isEmpty()) {
            lead.add(new Text("Threats were not analysed: it is not known what a missing control lets happen."));
            return List.of(new Chapter(heading, lead));
        }
        if (snapshot.safeguards().isPresent()) {
            return safeguards(heading, lead, snapshot.safeguards().get());
        }
        // Of an older assessment: only what scenarios lack is known, not what is proven.
        List<Gap> gaps = gaps(snapshot.threats().get().scenarios());
        lead.add(new Text(
                gaps.isEmpty()
                        ? "No control against a threat that is real here is known to be missing."
                        : "Controls that are known to be missing, those first without which most happens."));
        return Slides.table(
                heading,
                lead,
                List.of("Control", "Would stand against", "Worst", "Assets", "In zones"),
                gaps.stream().map(gap -> row(gap, context)).toList(),
                MOST_ROWS);
    }

    /** What is proven of the controls that the threats of this platform need, and where one is missing. */
    private static List<Chapter> safeguards(String heading, List<Block> checks, SafeguardFacts facts) {
        List<Safeguard> controls = facts.controls();
        var lead = new ArrayList<>(checks);
        lead.add(new Figures(List.of(
                new Figure(proven(controls), "of what needs a control has it, proven"),
                Figure.of(controls.stream().mapToInt(Safeguard::gaps).sum(), "gaps where a threat is real"),
                Figure.of(controls.stream().filter(Safeguard::isUntold).count(), "controls that nobody can tell of"))));
        List<Safeguard> shown = controls.stream()
                .filter(control -> !control.coverage().applicable().isEmpty())
                .sorted(Comparator.comparingInt(Safeguard::gaps)
                        .thenComparingInt(
                                control -> control.coverage().refuted().cardinality())
                        .reversed()
                        .thenComparing(Safeguard::control))
                .toList();
        lead.add(
                new Text(
                        "On how many of the assets that need it a control is proven, refuted or open, those first without which most that is real stays open."));
        return Slides.table(
                heading,
                lead,
                List.of("Control", "Proven", "Refuted", "Open", "Gaps", "Seen at"),
                shown.stream().map(ControlSlides::row).toList(),
                MOST_CONTROLS);
    }

    /** All and none are said only when it is all and none. */
    private static String proven(List<Safeguard> controls) {
        long all = controls.stream()
                .mapToLong(control -> control.coverage().applicable().cardinality())
                .sum();
        long evidenced = controls.stream()
                .mapToLong(control -> control.coverage().evidenced().cardinality())
                .sum();
        if (evidenced == 0 || evidenced == all) {
            return evidenced == 0 ? "0 %" : "100 %";
        }
        return Math.clamp(Math.round(100.0 * evidenced / all), 1, 99) + " %";
    }

    private static List<String> row(Safeguard control) {
        return List.of(
                control.title() + " (" + control.control() + ")",
                Integer.toString(control.coverage().evidenced().cardinality()),
                Integer.toString(control.coverage().refuted().cardinality()),
                Integer.toString(control.coverage().open().cardinality()),
                Integer.toString(control.gaps()),
                seen(control));
    }

    /** What refutes comes before what proves. */
    private static String seen(Safeguard control) {
        return control.proofs().stream()
                .findFirst()
                .map(proof -> proof.source()
                        + proof.evidence().stream()
                                .findFirst()
                                .map(evidence -> " at " + AssetNames.place(evidence.location()))
                                .orElse(""))
                .orElse("nobody can tell");
    }

    private static Figures figures(List<CheckResult> checks) {
        long holding = checks.stream()
                .filter(check -> !check.passed().isEmpty()
                        && check.failed().isEmpty()
                        && check.undecided().isEmpty())
                .count();
        long failing =
                checks.stream().filter(check -> !check.failed().isEmpty()).count();
        long open = checks.stream()
                .filter(check -> check.failed().isEmpty() && !check.undecided().isEmpty())
                .count();
        long nothing = checks.stream().filter(check -> check.applicable() == 0).count();
        return new Figures(List.of(
                Figure.of(holding, "checks hold wherever they apply"),
                Figure.of(failing, "fail somewhere"),
                Figure.of(open, "are not decided everywhere"),
                Figure.of(nothing, "apply to nothing here")));
    }

    private static List<Gap> gaps(List<ThreatScenario> scenarios) {
        SortedMap<String, Gap> gaps = new TreeMap<>();
        scenarios.stream()
                .filter(scenario -> scenario.truth().isConfirmed())
                .forEach(scenario -> scenario.missing()
                        .forEach(control ->
                                gaps.computeIfAbsent(control, Gap::new).add(scenario)));
        return gaps.values().stream()
                .sorted(Comparator.comparing((Gap gap) -> gap.worst)
                        .thenComparingInt(gap -> gap.scenarios)
                        .reversed()
                        .thenComparing(gap -> gap.control))
                .toList();
    }

    private static List<String> row(Gap gap, ThreatModel.Context context) {
        String zones = String.join(", ", gap.zones.stream().limit(MOST_ZONES).toList());
        return List.of(
                context.control(gap.control),
                AssetNames.count(gap.scenarios, "real threat"),
                gap.worst.word(),
                Integer.toString(gap.assets.size()),
                gap.zones.size() > MOST_ZONES ? zones + " …" : zones);
    }
}
