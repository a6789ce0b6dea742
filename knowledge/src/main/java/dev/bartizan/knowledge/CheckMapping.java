package dev.bartizan.knowledge;

import dev.bartizan.source.Named;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What the check is evidence for in the frameworks of others; a framework that has no counterpart is empty. Coverage figures count exact ones.
 *
 * @param nist80053 control ids of NIST SP 800-53 revision 5
 * @param nsaCisa chapters of the NSA/CISA Kubernetes Hardening Guidance 1.2
 * @param pss levels of the Pod Security Standards
 * @param atlas mitigation ids of MITRE ATLAS
 */
public record CheckMapping(
        @Named("nist-800-53") SortedMap<String, Strength> nist80053,
        SortedMap<String, Strength> nsaCisa,
        SortedMap<String, Strength> pss,
        SortedMap<String, Strength> atlas) {
    /** How much of the counterpart it covers. */
    public enum Strength {
        /** It is the same requirement. */
        EXACT,
        /** It is a part of it. */
        PARTIAL,
        /** It helps. */
        RELATED
    }

    /** As findings show them, sorted: {@code NIST SP 800-53 AC-6}. */
    public List<String> references() {
        return Stream.of(
                        named("NIST SP 800-53 ", nist80053),
                        named("NSA/CISA ", nsaCisa),
                        named("PSS ", pss),
                        named("ATLAS ", atlas))
                .flatMap(names -> names)
                .sorted()
                .toList();
    }

    private static Stream<String> named(String framework, SortedMap<String, Strength> counterparts) {
        return counterparts.keySet().stream().map(framework::concat);
    }
}
