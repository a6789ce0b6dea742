package dev.bartizan.report.document;

import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.ControlFacts;
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

/** Which safeguards are missing and what they would stop; which checks hold. */
final class ControlSlides {
    private static final int MOST_ROWS = 27;
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
                        .forEach(control -> gaps.computeIfAbsent(control, Gap::new).add(scenario)));
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
