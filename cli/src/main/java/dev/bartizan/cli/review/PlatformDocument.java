package dev.bartizan.cli.review;

import dev.bartizan.assess.MaterialFacts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The documents about a platform. */
enum PlatformDocument {
    NETWORK_DESIGN("Network design", true),
    THREAT_MODEL("Threat model", true),
    LANDSCAPE("Threat landscape", false),
    BASELINE("Security baseline report", false);

    private final String title;
    private final boolean isReviewed;

    PlatformDocument(String title, boolean isReviewed) {
        this.title = title;
        this.isReviewed = isReviewed;
    }

    /** As options and review files write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    /** Whether people approve it. */
    boolean isReviewed() {
        return isReviewed;
    }

    /** What approvals of it are bound to. */
    MaterialFacts facts(NetworkPlan plan) {
        return switch (this) {
            case NETWORK_DESIGN, LANDSCAPE, BASELINE -> plan.facts();
            case THREAT_MODEL -> plan.facts().withThreats(plan.snapshot());
        };
    }

    static Optional<PlatformDocument> of(String word) {
        return Arrays.stream(values())
                .filter(document -> document.word().equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(PlatformDocument::word).collect(Collectors.joining(", "));
    }

    static String reviewedWords() {
        return Arrays.stream(values())
                .filter(PlatformDocument::isReviewed)
                .map(PlatformDocument::word)
                .collect(Collectors.joining(", "));
    }
}
