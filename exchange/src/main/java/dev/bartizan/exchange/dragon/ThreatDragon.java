package dev.bartizan.exchange.dragon;

import dev.bartizan.exchange.dialect.Dialect;
import dev.bartizan.exchange.dialect.Schema;
import dev.bartizan.exchange.dialect.Spot;
import dev.bartizan.exchange.dialect.Written;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.exchange.model.Words;
import java.util.List;
import java.util.Optional;

/** OWASP Threat Dragon 2; source: threat-dragon-v2.schema.json of OWASP/threat-dragon, and the models that it ships. */
public final class ThreatDragon implements Dialect {
    static final String WRITTEN_VERSION = "2.3.0";

    /** Which diagram a cell is drawn in. */
    static final String DIAGRAM = "diagram";

    static final Words SEVERITY =
            Words.of("Critical", "critical", "High", "high", "Medium", "medium", "Low", "low", "Low", "info");

    static final Words STATUS = Words.of(
            "Open", "open",
            "Mitigated", "mitigated",
            "NotApplicable", "not-applicable",
            "Not Applicable", "not-applicable",
            "N/A", "not-applicable",
            "Open", "in-progress",
            "Mitigated", "accepted");

    /** What is told of a cell and has no field of ours: true or false, but for the last. */
    static final List<String> CELL_FLAGS = List.of(
            "handlesCardPayment",
            "handlesGoodsOrServices",
            "isALog",
            "isPublicNetwork",
            "isSigned",
            "isWebApplication",
            "providesAuthentication",
            "storesCredentials",
            "storesInventory");

    private final Schema schema = Schema.of(ThreatDragon.class, "threat-dragon.schema");

    @Override
    public String title() {
        return "Threat Dragon";
    }

    @Override
    public boolean recognises(Spot root) {
        return root.has("summary") && root.at("detail").has("diagrams");
    }

    /** The first version had none; its diagrams have another form. */
    @Override
    public Optional<String> version(Spot root) {
        boolean isFirst = root.at("detail").items("diagrams").stream().anyMatch(diagram -> diagram.has("diagramJson"));
        return isFirst ? Optional.of("1") : root.optional("version");
    }

    @Override
    public String versionPointer() {
        return "/version";
    }

    @Override
    public boolean reads(String version) {
        return version.startsWith("2.");
    }

    @Override
    public String versions() {
        return "2; Threat Dragon itself turns version 1 into it";
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public ThreatModel read(Spot root) {
        return new DragonReader(root).read();
    }

    @Override
    public Written write(ThreatModel model) {
        return new DragonWriter(model).write();
    }

    @Override
    public Optional<String> lacks(Kind kind) {
        return switch (kind) {
            case DATA -> Optional.of("it does not know data assets");
            case PERSONA -> Optional.of("it does not tell who attacks");
            case ASSUMPTION -> Optional.of("it has no assumptions");
            case RISK -> Optional.of("it has risks only as a part of threats");
            case BOUNDARY -> Optional.of("its lines are drawn and name no zones");
            case CONTROL -> Optional.of("it has one text of mitigation for each threat");
            case DIAGRAM -> Optional.of("it shows only what it draws itself");
            case THREAT -> Optional.of("a threat belongs to something that is drawn");
            case MODEL, ZONE, ASSET, LINK -> Optional.empty();
        };
    }
}
