package dev.bartizan.report.share;

import dev.bartizan.graph.Question;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Answer;
import dev.bartizan.graph.SafeguardFacts.PatternResult;
import dev.bartizan.graph.SafeguardFacts.Place;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.SafeguardFacts.Standing;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.Truth;
import dev.bartizan.snapshot.JsonOutput;
import java.util.List;
import java.util.stream.IntStream;

/** For architects: the set of controls, the decisions that are open, and where patterns of security are not kept. */
public final class ArchitectShare {
    private ArchitectShare() {}

    public static String of(Snapshot snapshot) {
        return ShareDocument.write("architect", snapshot, List.of(), json -> {
            controls(json, snapshot.safeguards().map(SafeguardFacts::controls).orElse(List.of()));
            decisions(json, snapshot.threats().map(ThreatFacts::questions).orElse(List.of()));
            deviations(json, snapshot.safeguards().map(SafeguardFacts::patterns).orElse(List.of()));
        });
    }

    private static void controls(JsonOutput json, List<Safeguard> controls) {
        json.inRows().array("controls");
        for (Safeguard control : controls) {
            json.object()
                    .text("id", control.control())
                    .text("title", control.title())
                    .text("phase", control.phase().word())
                    .number("applicable", control.coverage().applicable().cardinality())
                    .number("proven", control.coverage().evidenced().cardinality())
                    .number("refuted", control.coverage().refuted().cardinality())
                    .number("open", control.coverage().open().cardinality())
                    .number("gaps", control.gaps())
                    .end();
        }
        json.end();
    }

    private static void decisions(JsonOutput json, List<Question> questions) {
        json.inRows().array("decisions");
        for (Question question : questions) {
            json.object()
                    .text("id", question.id())
                    .text("place", question.place())
                    .text("question", question.text())
                    .text("answer", question.answer())
                    .number("settles", question.settles().size())
                    .end();
        }
        json.end();
    }

    private static void deviations(JsonOutput json, List<PatternResult> patterns) {
        json.inRows().array("deviations");
        for (PatternResult pattern : patterns) {
            for (Place place : pattern.places()) {
                if (place.standing() == Standing.VIOLATES || place.standing() == Standing.SHOULD_ADOPT) {
                    json.object()
                            .text("pattern", pattern.id())
                            .text("title", pattern.title())
                            .text("place", place.place())
                            .text("standing", place.standing().word())
                            .texts("assets", place.assets())
                            .texts("broken", broken(pattern, place))
                            .end();
                }
            }
        }
        json.end();
    }

    private static List<String> broken(PatternResult pattern, Place place) {
        List<Answer> answers = place.answers();
        return IntStream.range(0, answers.size())
                .filter(i -> answers.get(i).truth() instanceof Truth.Refuted)
                .mapToObj(i -> pattern.requirements().get(i).title())
                .toList();
    }
}
