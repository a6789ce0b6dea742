package dev.bartizan.baseline;

import dev.bartizan.baseline.manifest.Gaps;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Question;
import dev.bartizan.graph.Truth;
import dev.bartizan.knowledge.Check;
import dev.bartizan.knowledge.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes one question of everything that the same gap leaves undecided, with the lines that answer it for good. */
final class Questions {
    private final Checks checks;
    private final PlatformIndex platform;

    Questions(Checks checks, PlatformIndex platform) {
        this.checks = checks;
        this.platform = platform;
    }

    List<Question> of(List<Finding> findings) {
        SortedMap<String, List<Finding>> byGap = new TreeMap<>();
        for (Finding finding : findings) {
            if (finding.truth() instanceof Truth.Undecided undecided) {
                undecided
                        .gaps()
                        .forEach(gap -> byGap.computeIfAbsent(gap, key -> new ArrayList<>())
                                .add(finding));
            }
        }
        var questions = new ArrayList<Question>();
        byGap.forEach((gap, open) -> question(gap, open).ifPresent(questions::add));
        questions.sort(Comparator.comparing(Question::place).thenComparing(Question::id));
        return questions;
    }

    /** A gap that only the network analysis or a correct manifest can fill is nothing to ask. */
    private Optional<Question> question(String gap, List<Finding> open) {
        return Gaps.place(gap)
                .map(place -> completeness(place, open))
                .or(() -> Gaps.parameter(gap).map(parameter -> parameter(parameter, open)));
    }

    private Question completeness(String place, List<Finding> open) {
        String name = place.replace('/', ' ');
        String details = open.stream()
                .flatMap(finding -> finding.members().stream())
                .map(Finding.Member::rule)
                .distinct()
                .flatMap(rule -> checks.check(rule).stream())
                .flatMap(check -> check.absenceOf().stream())
                .map(Check.Absence::question)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        return new Question(
                "complete",
                place,
                "Is everything that belongs to " + (name.equals("cluster") ? "the cluster" : name) + " in the input?"
                        + (details.isEmpty() ? "" : " " + details),
                "complete: [" + place + "]",
                ids(open));
    }

    private Question parameter(String name, List<Finding> open) {
        var definition = checks.parameters().get(name);
        return new Question(
                "parameter/" + name,
                "platform",
                definition == null ? "What is " + name + "?" : definition.question(),
                "baseline:\n  parameters:\n    " + name + ": [" + String.join(", ", registries()) + "]",
                ids(open));
    }

    /** Those in use, as a first proposal. */
    private List<String> registries() {
        return platform.ofKind("Registry").stream()
                .map(platform.platform()::asset)
                .map(Asset::name)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).distinct().sorted().toList();
    }
}
