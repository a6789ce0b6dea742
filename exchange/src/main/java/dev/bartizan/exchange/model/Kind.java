package dev.bartizan.exchange.model;

/** What a part of a threat model is, in the order in which parts are told. */
public enum Kind {
    /** The model as a whole. */
    MODEL("model"),
    ZONE("zone"),
    /** Where two zones meet; one that is only drawn has no zones. */
    BOUNDARY("boundary"),
    ASSET("asset"),
    /** A data flow between two assets. */
    LINK("link"),
    /** Data that is worth something, wherever it lies. */
    DATA("data asset"),
    /** Somebody who attacks. */
    PERSONA("persona"),
    THREAT("threat"),
    CONTROL("control"),
    ASSUMPTION("assumption"),
    RISK("risk"),
    DIAGRAM("diagram");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** As people read it: {@code data asset}. */
    public String word() {
        return word;
    }

    /** Of several: {@code data assets}, {@code boundaries}. */
    public String plural() {
        return this == BOUNDARY ? "boundaries" : word + "s";
    }
}
