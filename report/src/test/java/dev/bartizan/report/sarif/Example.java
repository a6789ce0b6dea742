package dev.bartizan.report.sarif;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Truth;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.snapshot.SnapshotFile;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.testkit.Repository;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The platform of the golden assessment, and variations of it. */
final class Example {
    static final String TRAINER = "k8s:-/batch/Job/ml-training/finetune";

    private Example() {}

    static Snapshot snapshot() {
        var file = Repository.path("snapshot/src/test/resources/golden/assessment-1.0.json");
        return switch (SnapshotFile.read(file)) {
            case SnapshotFile.Ok ok -> ok.snapshot();
            case SnapshotFile.Failed failed ->
                throw new IllegalStateException(failed.problems().toString());
        };
    }

    static Snapshot with(List<Finding> findings, Waiver... waivers) {
        return snapshot().with(new ControlFacts(List.of(), findings, List.of(), List.of(waivers)));
    }

    /** Before the baseline ran. */
    static Snapshot unchecked(Problem... problems) {
        var known = snapshot();
        return Snapshot.of(known.input(), known.platform(), known.trees(), List.of(problems));
    }

    static Finding finding(String id, Severity severity, Location location, String statement) {
        var member = new Finding.Member(id, "BL-WL-001", severity, TRAINER, "", location, statement);
        return finding(id, severity, location, List.of(new Evidence(statement, location)), List.of(member));
    }

    static Finding finding(
            String id, Severity severity, Location location, List<Evidence> evidence, List<Finding.Member> members) {
        return new Finding(
                id,
                "BL-WL-001",
                "A container runs privileged",
                severity,
                severity.word(),
                Truth.CONFIRMED,
                Layer.PIPELINE,
                TRAINER,
                location,
                evidence,
                "Remove it",
                List.of("CWE-250"),
                members);
    }

    static String sarif(Snapshot snapshot) {
        return sarif(snapshot, Optional.empty(), SarifOptions.DEFAULT);
    }

    static String sarif(Snapshot snapshot, Optional<Comparison> comparison, SarifOptions options) {
        var out = new ByteArrayOutputStream();
        SarifReport.write(snapshot, comparison, out, options);
        return out.toString(StandardCharsets.UTF_8);
    }
}
