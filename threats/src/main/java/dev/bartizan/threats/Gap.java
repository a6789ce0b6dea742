package dev.bartizan.threats;

/**
 * Something that nobody knows and that decides whether a threat is real.
 *
 * @param topic what kind of thing it is
 * @param key the property, control or check
 * @param place what it is about: {@code namespace/ml-serving}, {@code cluster} or an asset's id
 * @param text as an answer names it
 */
record Gap(Topic topic, String key, String place, String text) {
    /** Who can close it, and how. */
    enum Topic {
        /** The owner answers it: a property that no manifest tells. */
        PROPERTY,
        /** A dated attestation closes it. */
        CONTROL,
        /** A check that is undecided; its own question closes it. */
        CHECK,
        /** Whether the input is whole. */
        COMPLETENESS,
        /** What the network decides by assumption. */
        NETWORK,
        /** Who owns a namespace. */
        OWNER
    }
}
