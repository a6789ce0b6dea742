package dev.bartizan.knowledge;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Severity;
import dev.bartizan.knowledge.CheckCase.CheckTarget;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Required;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A check as it is written: its only case at the top, or a list of cases. */
record CheckFile(
        String id,
        String version,
        String area,
        Layer layer,
        Optional<String> family,
        String title,
        Severity severity,
        List<Check.Adjustment> adjust,
        String why,
        Optional<CheckTarget> target,
        Optional<CheckCase.Match> match,
        Node applies,
        Node fails,
        List<CheckCase> cases,
        Optional<Check.Absence> absenceOf,
        List<String> supersedes,
        SortedMap<String, Check.Parameter> parameters,
        CheckFix fix,
        CheckFix.Guardrail guardrail,
        @Required List<String> controls,
        Check.Counterparts maps,
        List<String> references,
        Check.Examples examples,
        Location location) {
    CheckFile {
        boolean hasOwnCase = target.isPresent() && fails.hasValue();
        if (hasOwnCase != cases.isEmpty()) {
            throw new IllegalArgumentException("a check has target and fails, or cases that have");
        }
        if (!id.matches("BL-[A-Z]{2}-[0-9]{3}") || !version.matches("[0-9]+\\.[0-9]+\\.[0-9]+")) {
            throw new IllegalArgumentException("an id is BL-XX-000 and a version 1.0.0");
        }
    }

    Check check() {
        var all =
                cases.isEmpty() ? List.of(new CheckCase(target.orElseThrow(), match, applies, fails, location)) : cases;
        return new Check(
                id,
                version,
                area,
                layer,
                family,
                title,
                severity,
                adjust,
                why.strip(),
                all,
                absenceOf,
                supersedes,
                parameters,
                fix,
                guardrail,
                controls,
                maps,
                references,
                examples,
                location);
    }
}
