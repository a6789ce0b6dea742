package dev.bartizan.exchange.composer;

import dev.bartizan.exchange.dialect.Dialect;
import dev.bartizan.exchange.dialect.Schema;
import dev.bartizan.exchange.dialect.Spot;
import dev.bartizan.exchange.dialect.Written;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.exchange.model.Words;
import java.util.List;
import java.util.Optional;

/** Threat Composer, schema 1; source: threat-composer-v1.schema.json of awslabs/threat-composer. */
public final class ThreatComposer implements Dialect {
    static final Words THREAT_STATUS = Words.of(
            "threatIdentified", "open",
            "threatIdentified", "in-progress",
            "threatResolved", "mitigated",
            "threatResolvedNotUseful", "not-applicable",
            "threatResolved", "accepted");

    static final Words CONTROL_STATUS = Words.of(
            "mitigationIdentified", "proposed",
            "mitigationInProgress", "in-progress",
            "mitigationResolved", "in-place",
            "mitigationResolvedWillNotAction", "rejected",
            "mitigationResolvedWillNotAction", "retired");

    static final Words STRIDE = Words.of(
            "S", "Spoofing",
            "T", "Tampering",
            "R", "Repudiation",
            "I", "Information disclosure",
            "D", "Denial of service",
            "E", "Elevation of privilege");

    static final Words PRIORITY =
            Words.of("High", "high", "Medium", "medium", "Low", "low", "High", "critical", "Low", "info");

    /** The parts of the sentence that a threat is, and what else has one text each. */
    static final List<String> THREAT_TEXTS =
            List.of("threatSource", "prerequisites", "threatAction", "threatImpact", "customTemplate");

    static final List<String> THREAT_LISTS = List.of("impactedGoal", "impactedAssets");

    private final Schema schema = Schema.of(ThreatComposer.class, "threat-composer.schema");

    @Override
    public String title() {
        return "Threat Composer";
    }

    @Override
    public boolean recognises(Spot root) {
        return root.has("schema")
                && (root.has("applicationInfo") || root.has("mitigationLinks") || root.has("assumptionLinks"));
    }

    @Override
    public Optional<String> version(Spot root) {
        return root.optional("schema");
    }

    @Override
    public String versionPointer() {
        return "/schema";
    }

    @Override
    public boolean reads(String version) {
        return version.equals("1");
    }

    @Override
    public String versions() {
        return "schema 1";
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public ThreatModel read(Spot root) {
        return new ComposerReader(root).read();
    }

    @Override
    public Written write(ThreatModel model) {
        return new ComposerWriter(model).write();
    }

    @Override
    public Optional<String> lacks(Kind kind) {
        return switch (kind) {
            case ZONE, BOUNDARY, ASSET, LINK, DATA, PERSONA, RISK ->
                Optional.of("it knows threats, mitigations, assumptions and two pictures only");
            case DIAGRAM -> Optional.of("it has one picture of the architecture and one of the data flow");
            case MODEL, THREAT, CONTROL, ASSUMPTION -> Optional.empty();
        };
    }
}
