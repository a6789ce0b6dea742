package dev.bartizan.report.sarif;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Truth;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.snapshot.JsonOutput;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes findings as results. */
final class Results {
    /** What was seen is quoted in the message up to here; the places have all. */
    private static final int QUOTED = 3;

    private final JsonOutput json;
    private final Places places;
    private final Map<String, Integer> rules;
    private final Map<String, Waiver> waivers;
    private final Optional<Comparison> comparison;
    private final int maxPlaces;

    /** A further place of a finding. */
    private record Place(Location location, String asset, String statement) {}

    /**
     * @param rules by id, where it stands among the rules of the file
     * @param waivers by finding
     */
    Results(
            JsonOutput json,
            Places places,
            Map<String, Integer> rules,
            Map<String, Waiver> waivers,
            Optional<Comparison> comparison,
            int maxPlaces) {
        this.json = json;
        this.places = places;
        this.rules = rules;
        this.waivers = waivers;
        this.comparison = comparison;
        this.maxPlaces = maxPlaces;
    }

    void write(Finding finding) {
        json.object().text("ruleId", finding.rule()).number("ruleIndex", rules.getOrDefault(finding.rule(), -1));
        // Only what fails has a level and a rank (3.27.10, 3.27.25).
        boolean confirmed = finding.truth().isConfirmed();
        json.text("kind", confirmed ? "fail" : "review")
                .text("level", confirmed ? Level.of(finding.severity()) : "none");
        if (confirmed) {
            json.number("rank", Level.rank(finding.severity()));
        }
        List<Place> further = further(finding);
        Message.write(json, "message", message(finding, further.size()));
        json.array("locations").object();
        places.physical(finding.location());
        places.logical(finding.asset());
        json.end().end();
        related(further);
        json.object("partialFingerprints").text("bartizan/v1", finding.id()).end();
        comparison.ifPresent(known -> json.text("baselineState", state(known, finding)));
        suppressions(finding);
        properties(finding);
        json.end();
    }

    private String message(Finding finding, int further) {
        var sentences = new ArrayList<String>();
        sentences.add(finding.title() + " (" + places.called(finding.asset()) + ")");
        var seen = new LinkedHashSet<String>();
        finding.evidence().forEach(evidence -> seen.add(evidence.statement()));
        finding.members().forEach(member -> seen.add(member.statement()));
        seen.stream().limit(QUOTED).forEach(sentences::add);
        if (seen.size() > QUOTED) {
            sentences.add("And " + (seen.size() - QUOTED) + " more");
        }
        if (finding.truth() instanceof Truth.Undecided undecided) {
            sentences.add("Undecided, not known: " + String.join(", ", undecided.gaps()));
        }
        if (!finding.severityReason().equals(finding.severity().word())) {
            sentences.add("Severity " + finding.severity().word() + ": " + finding.severityReason());
        }
        if (!finding.remedy().isEmpty()) {
            sentences.add("Remedy: " + finding.remedy());
        }
        if (further > maxPlaces) {
            sentences.add(further - maxPlaces + " of its " + further + " further places are left out here");
        }
        return Message.of(sentences);
    }

    /** Where else it shows, each place and statement once, the place of the result itself left out. */
    private static List<Place> further(Finding finding) {
        Stream<Place> evidence = finding.evidence().stream().map(each -> place(each, finding.asset()));
        Stream<Place> members = finding.members().stream()
                .map(member -> new Place(
                        member.location(),
                        member.asset(),
                        member.part().isEmpty() ? member.statement() : member.part() + ": " + member.statement()));
        return Stream.concat(evidence, finding.isRollUp() ? members : Stream.empty())
                .filter(place -> finding.isRollUp()
                        || !place.location.toString().equals(finding.location().toString()))
                .distinct()
                .toList();
    }

    private static Place place(Evidence evidence, String asset) {
        return new Place(evidence.location(), asset, evidence.statement());
    }

    private void related(List<Place> further) {
        if (further.isEmpty()) {
            return;
        }
        json.array("relatedLocations");
        for (int i = 0; i < Math.min(further.size(), maxPlaces); i++) {
            Place place = further.get(i);
            json.object().number("id", i + 1);
            places.physical(place.location);
            places.logical(place.asset);
            Message.write(json, "message", place.statement);
            json.end();
        }
        json.end();
    }

    private static String state(Comparison comparison, Finding finding) {
        if (comparison.isNew(finding)) {
            return "new";
        }
        return comparison.isChanged(finding) ? "updated" : "unchanged";
    }

    /**
     * Either all results of a run have this array or none (3.27.23). The status is left out: it means accepted, and the published schemas do
     * not agree on its name.
     */
    private void suppressions(Finding finding) {
        if (waivers.isEmpty()) {
            return;
        }
        json.array("suppressions");
        Optional.ofNullable(waivers.get(finding.id())).ifPresent(waiver -> {
            String by = waiver.by().isEmpty() ? "" : " by " + waiver.by();
            json.object()
                    .text("kind", "external")
                    .text("justification", waiver.reason() + " (accepted" + by + " until " + waiver.expires() + ")")
                    .end();
        });
        json.end();
    }

    private void properties(Finding finding) {
        json.object("properties")
                .text("severity", finding.severity().word())
                .text("severityReason", finding.severityReason())
                .text("truth", finding.truth().word());
        if (finding.truth() instanceof Truth.Undecided undecided) {
            json.texts("gaps", undecided.gaps());
        }
        json.text("layer", finding.layer().word()).text("asset", finding.asset());
        if (!finding.location().pointer().isEmpty()) {
            json.text("pointer", finding.location().pointer());
        }
        json.number("members", finding.members().size())
                .texts("references", finding.references())
                .end();
    }
}
