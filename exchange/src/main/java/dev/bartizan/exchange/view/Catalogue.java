package dev.bartizan.exchange.view;

import java.util.Arrays;
import java.util.Optional;

/** Catalogues of others whose entries threats, controls and steps refer to, told apart by the form of their ids. */
enum Catalogue {
    ATLAS("mitre-atlas", "AML\\.[TM][0-9]{4}(\\.[0-9]{3})?"),
    ATTACK("mitre-attack", "T[0-9]{4}(\\.[0-9]{3})?"),
    CWE("cwe", "CWE-[0-9]+"),
    CAPEC("capec", "CAPEC-[0-9]+"),
    CVE("cve", "CVE-[0-9]{4}-[0-9]{4,}"),
    OWASP("owasp", "(LLM|ML|ASI)[0-9]{2}(:[0-9]{4})?"),
    NIST("nist-sp-800-53", "[A-Z]{2}-[0-9]+(\\([0-9]+\\))?"),
    AI_EXCHANGE("owasp-ai-exchange", "[A-Z]{6,}");

    private final String source;
    private final String pattern;

    Catalogue(String source, String pattern) {
        this.source = source;
        this.pattern = pattern;
    }

    /** The catalogue that an id is of; empty for an id of none of these. */
    static Optional<Catalogue> of(String id) {
        return Arrays.stream(values())
                .filter(catalogue -> id.matches(catalogue.pattern))
                .findFirst();
    }

    /** The technique that a sub-technique is of: {@code T1552} of {@code T1552.001}. */
    static Optional<String> parent(String technique) {
        return technique.matches("(AML\\.)?T[0-9]{4}\\.[0-9]{3}")
                ? Optional.of(technique.substring(0, technique.lastIndexOf('.')))
                : Optional.empty();
    }

    /** As references to it are told apart. */
    String source() {
        return source;
    }

    /** The page of an entry, where its address follows from the id. */
    Optional<String> page(String id) {
        return switch (this) {
            case ATLAS ->
                Optional.of(
                        "https://atlas.mitre.org/" + (id.startsWith("AML.M") ? "mitigations/" : "techniques/") + id);
            case ATTACK -> Optional.of("https://attack.mitre.org/techniques/" + id.replace('.', '/'));
            case CWE -> Optional.of("https://cwe.mitre.org/data/definitions/" + id.substring(4) + ".html");
            case CAPEC -> Optional.of("https://capec.mitre.org/data/definitions/" + id.substring(6) + ".html");
            case CVE -> Optional.of("https://nvd.nist.gov/vuln/detail/" + id);
            case OWASP, NIST, AI_EXCHANGE -> Optional.empty();
        };
    }
}
