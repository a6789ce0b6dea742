package dev.bartizan.report.oscal;

import dev.bartizan.graph.SafeguardFacts.Catalogue;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.safeguards.CatalogueGroup;
import dev.bartizan.snapshot.JsonOutput;
import java.util.List;

/** Which controls of NIST SP 800-53 the platform has. Only those with an exact counterpart are listed, each with where it is proven, refuted and open. */
public final class ComponentDefinition {
    static final String SOURCE =
            "https://raw.githubusercontent.com/usnistgov/oscal-content/main/nist.gov/SP800-53/rev5/json/NIST_SP-800-53_rev5_catalog.json";

    private ComponentDefinition() {}

    public static String of(Snapshot snapshot) {
        return OscalDocument.write(
                snapshot,
                "component-definition",
                "Component definition",
                document -> write(document, groups(snapshot)));
    }

    /** What can be told of controls of the catalogue: those that are needed somewhere. */
    static List<CatalogueGroup> groups(Snapshot snapshot) {
        return snapshot
                .safeguards()
                .map(facts -> CatalogueGroup.of(facts, Catalogue.NIST_800_53))
                .orElse(List.of())
                .stream()
                .filter(group -> !group.exact().isEmpty() && group.applicable() > 0)
                .toList();
    }

    private static void write(OscalDocument document, List<CatalogueGroup> groups) {
        JsonOutput json = document.json();
        json.inRows().array("components").object();
        json.text("uuid", document.shared("component"))
                .text("type", "service")
                .text("title", document.system())
                .text("description", "The AI platform as its manifests declare it.");
        if (!groups.isEmpty()) {
            json.array("control-implementations")
                    .object()
                    .text("uuid", document.id("implementation"))
                    .text("source", SOURCE)
                    .text(
                            "description",
                            "What checks and attestations say of the controls that threats of this platform need.")
                    .inRows()
                    .array("implemented-requirements");
            groups.forEach(group -> requirement(document, group));
            json.end().end().end();
        }
        json.end().end();
    }

    private static void requirement(OscalDocument document, CatalogueGroup group) {
        JsonOutput json = document.json();
        json.object()
                .text("uuid", document.id("requirement " + group.id()))
                .text("control-id", OscalDocument.control(group.id()))
                .text("description", sentence(group))
                .array("props");
        document.property("proven", Integer.toString(group.evidenced()));
        document.property("refuted", Integer.toString(group.refuted()));
        document.property("open", Integer.toString(group.open()));
        json.end().end();
    }

    static String sentence(CatalogueGroup group) {
        return "By " + String.join(", ", group.exact()) + ": proven on " + group.evidenced() + " of "
                + group.applicable() + " assets that need it, refuted on " + group.refuted() + ", open on "
                + group.open() + ".";
    }
}
