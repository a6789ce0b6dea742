package dev.bartizan.report.oscal;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.safeguards.CatalogueGroup;
import dev.bartizan.snapshot.JsonOutput;
import java.util.List;

/**
 * How controls of NIST SP 800-53 stand. A control is satisfied where it is proven on every asset that needs it, not satisfied where it is refuted on one; what is open is an observation and no
 * finding, for OSCAL has no third state.
 */
public final class AssessmentResults {
    private final OscalDocument document;
    private final JsonOutput json;

    private AssessmentResults(OscalDocument document) {
        this.document = document;
        json = document.json();
    }

    public static String of(Snapshot snapshot) {
        return OscalDocument.write(
                snapshot,
                "assessment-results",
                "Assessment results",
                document -> new AssessmentResults(document).write(ComponentDefinition.groups(snapshot)));
    }

    private void write(List<CatalogueGroup> groups) {
        json.object("import-ap").text("href", "#" + document.id("plan")).end();
        json.inRows().array("results").object();
        json.text("uuid", document.id("result"))
                .text("title", "Assessment of " + document.system())
                .text("description", "Static analysis of the platform's manifests and of what bartizan.yaml declares.")
                .text("start", document.now())
                .object("reviewed-controls");
        json.array("control-selections").object();
        if (groups.isEmpty()) {
            json.text("description", "No control of this catalogue could be told of.");
        } else {
            json.array("include-controls");
            groups.forEach(group -> json.object()
                    .text("control-id", OscalDocument.control(group.id()))
                    .end());
            json.end();
        }
        json.end().end().end();
        if (!groups.isEmpty()) {
            json.inRows().array("observations");
            groups.forEach(this::observation);
            json.end();
        }
        findings(groups);
        json.end().end();
        json.object("back-matter")
                .array("resources")
                .object()
                .text("uuid", document.id("plan"))
                .text("title", "Assessment plan")
                .text(
                        "description",
                        "There is no plan of its own: every check of the catalogue is run on every asset in its scope.")
                .end()
                .end()
                .end();
    }

    private void observation(CatalogueGroup group) {
        json.object()
                .text("uuid", document.id("observation " + group.id()))
                .text("title", group.id())
                .text("description", ComponentDefinition.sentence(group))
                .array("methods")
                .text("TEST")
                .end()
                .text("collected", document.now())
                .end();
    }

    private void findings(List<CatalogueGroup> groups) {
        List<CatalogueGroup> decided = groups.stream()
                .filter(group -> group.refuted() > 0 || group.open() == 0)
                .toList();
        if (decided.isEmpty()) {
            return;
        }
        json.inRows().array("findings");
        for (CatalogueGroup group : decided) {
            json.object()
                    .text("uuid", document.id("finding " + group.id()))
                    .text("title", group.id())
                    .text("description", ComponentDefinition.sentence(group))
                    .object("target")
                    .text("type", "objective-id")
                    .text("target-id", OscalDocument.control(group.id()) + "_obj")
                    .object("status")
                    .text("state", group.refuted() == 0 ? "satisfied" : "not-satisfied")
                    .end()
                    .end()
                    .array("related-observations")
                    .object()
                    .text("observation-uuid", document.id("observation " + group.id()))
                    .end()
                    .end()
                    .end();
        }
        json.end();
    }
}
