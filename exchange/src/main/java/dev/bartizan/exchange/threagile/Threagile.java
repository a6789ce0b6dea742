package dev.bartizan.exchange.threagile;

import dev.bartizan.exchange.dialect.Dialect;
import dev.bartizan.exchange.dialect.Schema;
import dev.bartizan.exchange.dialect.Spot;
import dev.bartizan.exchange.dialect.Written;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Scale;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.exchange.model.Words;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Threagile 1.0.0; source: support/schema.json and pkg/input of Threagile/threagile. */
public final class Threagile implements Dialect {
    static final String INDIVIDUAL = "individual_risk_categories";
    static final String CUSTOM = "custom_risk_categories";

    static final Scale CONFIDENTIALITY =
            Scale.even("public", "internal", "restricted", "confidential", "strictly-confidential");
    static final Scale CRITICALITY = Scale.even("archive", "operational", "important", "critical", "mission-critical");
    static final Scale LIKELIHOOD = Scale.even("unlikely", "likely", "very-likely", "frequent");
    static final Scale IMPACT = Scale.even("low", "medium", "high", "very-high");

    static final Words CATEGORY = Words.of("external-entity", "external", "process", "process", "datastore", "store");

    static final Words SEVERITY = Words.of(
            "low", "low",
            "medium", "medium",
            "elevated", "medium",
            "high", "high",
            "critical", "critical",
            "low", "info");

    static final Words STRIDE = Words.of(
            "spoofing", "Spoofing",
            "tampering", "Tampering",
            "repudiation", "Repudiation",
            "information-disclosure", "Information disclosure",
            "denial-of-service", "Denial of service",
            "elevation-of-privilege", "Elevation of privilege");

    static final Words TRACKING = Words.of(
            "unchecked", "open",
            "in-discussion", "open",
            "in-progress", "in-progress",
            "mitigated", "mitigated",
            "accepted", "accepted",
            "false-positive", "not-applicable");

    /** What is rated of data and of assets alike. */
    static final Map<Field, String> RATINGS = Map.of(
            Field.CONFIDENTIALITY, "confidentiality", Field.INTEGRITY, "integrity", Field.AVAILABILITY, "availability");

    /** What is told of a category of risks and has no field of ours. */
    static final List<String> CATEGORY_TEXTS = List.of(
            "impact",
            "asvs",
            "cheat_sheet",
            "check",
            "function",
            "detection_logic",
            "risk_assessment",
            "false_positives",
            "model_failure_possible_reason");

    private final Schema schema = Schema.of(Threagile.class, "threagile.schema");

    static Scale rating(Field field) {
        return field == Field.CONFIDENTIALITY ? CONFIDENTIALITY : CRITICALITY;
    }

    @Override
    public String title() {
        return "Threagile";
    }

    @Override
    public boolean recognises(Spot root) {
        return root.has("threagile_version");
    }

    @Override
    public Optional<String> version(Spot root) {
        return root.optional("threagile_version");
    }

    @Override
    public String versionPointer() {
        return "/threagile_version";
    }

    @Override
    public boolean reads(String version) {
        return version.equals("1") || version.startsWith("1.0");
    }

    @Override
    public String versions() {
        return "1.0";
    }

    @Override
    public Schema schema() {
        return schema;
    }

    /** The published schema and the examples have another key for risks written by hand than the program, which passes over what it does not know. */
    @Override
    public List<Problem> warnings(Spot root) {
        return root.has(INDIVIDUAL)
                ? List.of(Problem.warning(
                        "threagile-risks-not-read",
                        "Threagile itself does not read '" + INDIVIDUAL
                                + "': the risks below it are missing in its reports.",
                        "for Threagile, write them as a list under '" + CUSTOM + "'; Bartizan reads both",
                        root.get(INDIVIDUAL).location()))
                : List.of();
    }

    @Override
    public ThreatModel read(Spot root) {
        return new ThreagileReader(root).read();
    }

    @Override
    public Written write(ThreatModel model) {
        return new ThreagileWriter(model).write();
    }

    @Override
    public boolean isYaml() {
        return true;
    }

    @Override
    public Optional<String> lacks(Kind kind) {
        return switch (kind) {
            case BOUNDARY -> Optional.of("its trust boundaries are zones");
            case PERSONA -> Optional.of("it does not tell who attacks");
            case ASSUMPTION -> Optional.of("it has no assumptions");
            case DIAGRAM -> Optional.of("it draws its diagrams itself");
            case MODEL, ZONE, ASSET, LINK, DATA, THREAT, CONTROL, RISK -> Optional.empty();
        };
    }
}
