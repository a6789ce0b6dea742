package dev.bartizan.network.mesh;

import dev.bartizan.network.mesh.Attributes.Asked;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Written;
import dev.bartizan.source.Mapping;
import java.util.Optional;
import java.util.Set;

/** The {@code source} of a rule: its fields must all hold. */
final class Sources {
    private static final Set<String> FIELDS = Set.of(
            "principals",
            "namespaces",
            "serviceAccounts",
            "trustDomains",
            "ipBlocks",
            "remoteIpBlocks",
            "requestPrincipals");

    private final Identities identities;
    private final Attributes attributes;
    private final Complaints complaints;

    Sources(Identities identities, Complaints complaints) {
        this.identities = identities;
        this.attributes = new Attributes(complaints);
        this.complaints = complaints;
    }

    /**
     * Reads one.
     *
     * @param namespace of the policy
     * @param allows whether the rule allows what it matches
     * @return empty when it has a field that is not known, or none
     */
    Optional<Source> read(Written source, String namespace, boolean allows) {
        if (!isKnown(source)) {
            complaints.add(
                    "peer-unknown",
                    "This source has no field, or one that is not known here; a rule that allows matches nobody by it, any other everybody.",
                    "write fields of security.istio.io/v1",
                    source);
            return Optional.empty();
        }
        return Optional.of(attributes
                .senders(asked(source, "principals"), identities::principals)
                .and(attributes.senders(asked(source, "namespaces"), identities::namespaces))
                .and(attributes.senders(
                        asked(source, "serviceAccounts"), names -> identities.serviceAccounts(names, namespace)))
                .and(attributes.senders(asked(source, "trustDomains"), identities::trustDomains))
                .and(attributes.addresses(asked(source, "ipBlocks")))
                .and(attributes.unknown("the address of the client", asked(source, "remoteIpBlocks")))
                .and(attributes.token("the principal of its token", asked(source, "requestPrincipals"), allows)));
    }

    /** The values of a field and those of its opposite: {@code principals} and {@code notPrincipals}. */
    private static Asked asked(Written source, String field) {
        return new Asked(source.get(field), source.get(opposite(field)));
    }

    private static String opposite(String field) {
        return "not" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }

    private static boolean isKnown(Written source) {
        return source.node() instanceof Mapping fields
                && fields.size() > 0
                && fields.keys().stream()
                        .allMatch(name -> FIELDS.contains(name)
                                || FIELDS.stream()
                                        .anyMatch(field -> opposite(field).equals(name)));
    }
}
