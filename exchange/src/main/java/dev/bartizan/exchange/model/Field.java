package dev.bartizan.exchange.model;

import java.util.Locale;

/** What a threat model says of its parts. A field that is not said is absent; nothing is assumed while reading. */
public enum Field {
    NAME,
    DESCRIPTION,
    /** Of an asset: {@code external}, {@code process} or {@code store}. */
    CATEGORY,
    /** The word of the format for what it is: {@code web-server}, {@code postgresql}; a role where Bartizan made the model. */
    TYPE,
    TAGS,
    /** How far a zone is trusted, 0 to 100. */
    TRUST,
    /** The zone that it is in. */
    ZONE(true),
    /** The asset or zone that it is a part of. */
    PARENT(true),
    /** The two zones of a boundary. */
    BETWEEN(true),
    /** {@code true} when nobody looked at it. */
    OUT_OF_SCOPE,
    SCOPE_REASON,
    FROM(true),
    TO(true),
    BIDIRECTIONAL,
    PROTOCOL,
    ENCRYPTED,
    AUTHENTICATION,
    AUTHORIZATION,
    /** The data that goes along a link, in its direction. */
    SENDS(true),
    /** The data that comes back. */
    RECEIVES(true),
    PROCESSES(true),
    STORES(true),
    /** What a breach of it would cost, 0 to 100; likewise the next two. */
    CONFIDENTIALITY,
    INTEGRITY,
    AVAILABILITY,
    /** What kinds of sensitive data it is: {@code pii}, {@code cred}. */
    SENSITIVITY,
    JUSTIFICATION,
    /** The classes of a threat: {@code Spoofing}, {@code Information disclosure}; as the format spells them. */
    CATEGORIES,
    /** One of {@code info, low, medium, high, critical}. */
    SEVERITY,
    /**
     * Of a threat or risk: {@code open, in-progress, mitigated, accepted, not-applicable}. Of a control: {@code proposed, in-progress, in-place,
     * rejected, retired}. Of an assumption: {@code open, confirmed, rejected}.
     */
    STATUS,
    /** What a threat is directed at: assets, links, zones. */
    TARGETS(true),
    /** 0 to 100. */
    LIKELIHOOD,
    /** 0 to 100. */
    IMPACT,
    /** Entries of catalogues: {@code CWE-79}, {@code CAPEC-66}, {@code AML.T0051}. */
    REFERENCES,
    PERSONA(true),
    /** The threats that a control counters or a risk is made of. */
    THREATS(true),
    /** One of {@code none, low, medium, high, critical}. */
    PRIORITY,
    /** By how much a control lowers a risk, 0 to 100. */
    REDUCTION,
    /** What an assumption is about. */
    ABOUT(true),
    /** A number on the format's own scale. */
    SCORE,
    OWNER,
    CONTRIBUTORS,
    REVIEWER,
    DATE,
    /** How much the business hangs on it, 0 to 100. */
    CRITICALITY,
    /** Each a part and its rectangle, as {@link Shape} writes it. */
    SHAPES,
    /** Width and height: {@code 1000 1100}. */
    SIZE,
    /** A drawing as text: Mermaid, or an image as a data URI. */
    SOURCE;

    private final boolean isReference;

    Field() {
        this(false);
    }

    Field(boolean isReference) {
        this.isReference = isReference;
    }

    /** Whether its values are {@link Ref}s. */
    public boolean isReference() {
        return isReference;
    }

    /** {@code out of scope}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
