package dev.bartizan.snapshot;

import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Truth;

/** Writes findings with their members; {@link FindingReader} is its mirror image. */
final class FindingWriter {
    private final JsonOutput json;

    FindingWriter(JsonOutput json) {
        this.json = json;
    }

    void write(Finding finding) {
        json.object()
                .text("id", finding.id())
                .text("rule", finding.rule())
                .text("title", finding.title())
                .text("severity", finding.severity().word())
                .text("severityReason", finding.severityReason())
                .text("truth", finding.truth().word());
        if (finding.truth() instanceof Truth.Undecided undecided) {
            json.texts("gaps", undecided.gaps());
        }
        json.text("layer", finding.layer().word()).text("asset", finding.asset());
        SnapshotWriter.location(json, "location", finding.location());
        SnapshotWriter.evidence(json, finding.evidence());
        json.text("remedy", finding.remedy()).texts("references", finding.references());
        json.inRows().array("members");
        finding.members().forEach(this::member);
        json.end().end();
    }

    private void member(Finding.Member member) {
        json.object()
                .text("id", member.id())
                .text("rule", member.rule())
                .text("severity", member.severity().word())
                .text("asset", member.asset())
                .text("part", member.part());
        SnapshotWriter.location(json, "location", member.location());
        json.text("statement", member.statement()).end();
    }
}
