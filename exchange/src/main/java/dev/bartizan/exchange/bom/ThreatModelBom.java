package dev.bartizan.exchange.bom;

import dev.bartizan.exchange.dialect.Dialect;
import dev.bartizan.exchange.dialect.Schema;
import dev.bartizan.exchange.dialect.Spot;
import dev.bartizan.exchange.dialect.Written;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.ThreatModel;
import java.util.Map;
import java.util.Optional;

/**
 * Threat models as components of a CycloneDX 1.6 document; source: the drafts in the ThreatDragonModels folder of OWASP/threat-dragon. What they say stands in
 * properties whose names begin with {@code cdx:model:}.
 */
public final class ThreatModelBom implements Dialect {
    static final String COMPONENT = "threat-model";
    static final String PREFIX = "cdx:model:";

    /** Properties that say one thing each, by what we call it. */
    static final Map<String, Field> TEXTS = Map.of(
            "type", Field.TYPE,
            "risk:trustRating", Field.TRUST,
            "risk:confidentiality", Field.CONFIDENTIALITY,
            "risk:integrity", Field.INTEGRITY,
            "risk:availability", Field.AVAILABILITY,
            "risk:description", Field.JUSTIFICATION,
            "dataflow:protocol", Field.PROTOCOL,
            "dataflow:isBidirectional", Field.BIDIRECTIONAL,
            "dataflow:isEncrypted", Field.ENCRYPTED);

    private final Schema schema = Schema.of(ThreatModelBom.class, "tm-bom.schema");

    @Override
    public String title() {
        return "CycloneDX TM-BOM";
    }

    @Override
    public boolean recognises(Spot root) {
        return root.text("bomFormat").equalsIgnoreCase("CycloneDX")
                && root.items("components").stream()
                        .anyMatch(component -> component.text("type").equals(COMPONENT));
    }

    @Override
    public Optional<String> version(Spot root) {
        return root.optional("specVersion");
    }

    @Override
    public String versionPointer() {
        return "/specVersion";
    }

    @Override
    public boolean reads(String version) {
        return version.equals("1.6");
    }

    @Override
    public String versions() {
        return "1.6 with components of the type threat-model";
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public ThreatModel read(Spot root) {
        return new BomReader(root).read();
    }

    @Override
    public Written write(ThreatModel model) {
        return new BomWriter(model).write();
    }

    @Override
    public Optional<String> lacks(Kind kind) {
        return switch (kind) {
            case THREAT, CONTROL, PERSONA, ASSUMPTION, RISK ->
                Optional.of("its drafts tell what a system is made of, not yet what threatens it");
            case BOUNDARY -> Optional.of("it has zones, but nothing between them");
            case MODEL, ZONE, ASSET, LINK, DATA, DIAGRAM -> Optional.empty();
        };
    }
}
