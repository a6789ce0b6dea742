package dev.bartizan.exchange.library;

import dev.bartizan.exchange.dialect.Dialect;
import dev.bartizan.exchange.dialect.Schema;
import dev.bartizan.exchange.dialect.Spot;
import dev.bartizan.exchange.dialect.Written;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Scale;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.exchange.model.Words;
import java.util.List;
import java.util.Optional;

/** The OWASP Threat Model Library, schema 1.0.2; source: threat-model.schema.json of OWASP/www-project-threat-model-library. */
public final class ThreatModelLibrary implements Dialect {
    static final Scale DEGREE = Scale.even("minimal", "low", "moderate", "high", "maximal");
    static final Scale LIKELIHOOD = Scale.even("rare", "unlikely", "possible", "likely", "certain");
    static final Scale IMPACT = Scale.even("negligible", "minor", "moderate", "major", "severe");

    static final Words LEVEL = Words.of(
            "very_low", "info",
            "low", "low",
            "medium", "medium",
            "high", "high",
            "critical", "critical",
            "very_high", "critical");

    static final Words CONTROL_STATUS = Words.of(
            "suggested", "proposed",
            "under_review", "proposed",
            "scheduled", "in-progress",
            "approved", "in-progress",
            "active", "in-place",
            "assumed", "in-place",
            "wont_do", "rejected",
            "retired", "retired");

    static final Words VALIDITY = Words.of("unconfirmed", "open", "confirmed", "confirmed", "rejected", "rejected");

    /** What is told of the model as a whole beside its scope. */
    static final List<String> HEADER_TEXTS =
            List.of("version", "description", "released_at", "product_release_date", "release_docs_link", "repo_link");

    static final List<String> BOUNDARY_LISTS = List.of("access_control_methods", "authentication_methods");

    static final List<String> BOUNDARY_FLAGS = List.of(
            "access_token_expires",
            "has_refresh_token",
            "refresh_token_expires",
            "can_user_logout",
            "can_system_logout");

    static final List<String> BOUNDARY_NUMBERS = List.of("access_token_ttl", "refresh_token_ttl");

    private final Schema schema = Schema.of(ThreatModelLibrary.class, "threat-model-library.schema");

    @Override
    public String title() {
        return "OWASP Threat Model Library";
    }

    @Override
    public boolean recognises(Spot root) {
        return root.has("scope") && root.has("trust_zones");
    }

    /** The document's version is that of the model; that of the schema can be seen where its address names one. */
    @Override
    public Optional<String> version(Spot root) {
        return Optional.empty();
    }

    @Override
    public String versionPointer() {
        return "/$schema";
    }

    @Override
    public boolean reads(String version) {
        return true;
    }

    @Override
    public String versions() {
        return "schema 1.0";
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public ThreatModel read(Spot root) {
        return new LibraryReader(root).read();
    }

    @Override
    public Written write(ThreatModel model) {
        return new LibraryWriter(model).write();
    }

    @Override
    public Optional<String> lacks(Kind kind) {
        return kind == Kind.DIAGRAM
                ? Optional.of("it takes drawings as Graphviz, Mermaid, PlantUML or SVG text only")
                : Optional.empty();
    }
}
