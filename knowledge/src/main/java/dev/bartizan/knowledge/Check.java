package dev.bartizan.knowledge;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Severity;
import dev.bartizan.source.Default;
import dev.bartizan.source.Location;
import dev.bartizan.source.Named;
import dev.bartizan.source.Node;
import dev.bartizan.source.Required;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A check of the baseline: one definition from which scan, fix, guardrail and guide are made.
 *
 * @param id stable: {@code BL-WL-001}
 * @param version semantic; a change of meaning is a new major version, and its findings are new ones
 * @param area a word of the vocabulary
 * @param family the family whose finding it joins, if it has one
 * @param severity before circumstances
 * @param adjust circumstances that change the severity; the first that holds counts
 * @param why it matters, for somebody who has not heard of it
 * @param supersedes ids of checks that say less about the same values
 * @param controls ids of the controls it is evidence for
 * @param references where this is described, as addresses
 * @param location where the check is defined
 */
public record Check(
        String id,
        String version,
        String area,
        Layer layer,
        Optional<String> family,
        String title,
        Severity severity,
        List<Adjustment> adjust,
        String why,
        List<CheckCase> cases,
        Optional<Absence> absenceOf,
        List<String> supersedes,
        SortedMap<String, Parameter> parameters,
        CheckFix fix,
        CheckFix.Guardrail guardrail,
        List<String> controls,
        Counterparts maps,
        List<String> references,
        Examples examples,
        Location location) {
    /**
     * A circumstance that changes how bad a failure is.
     *
     * @param when a condition in the scope of the check's first case
     * @param because as a finding says it
     */
    public record Adjustment(Severity severity, @Required Node when, String because) {}

    /**
     * What the check misses when it fires, and where that would be: confirmed only when the input is complete there.
     *
     * @param kind of object, or what of it: {@code NetworkPolicy}
     * @param question what to ask the owner of the place
     */
    public record Absence(String kind, Place in, String question) {
        /** Where the missing thing would live. */
        public enum Place {
            NAMESPACE,
            CLUSTER
        }
    }

    /**
     * What a profile can set for the check.
     *
     * @param defaults its value when nobody sets it; empty when there is none, and the check is undecided until somebody does
     * @param question what to ask then; empty for a parameter with defaults
     */
    public record Parameter(
            String meaning,
            @Named("default") List<String> defaults,
            @Default("''") String question) {
        public Parameter {
            defaults = List.copyOf(defaults);
            if (defaults.isEmpty() == question.isBlank()) {
                throw new IllegalArgumentException("a parameter has a default, or a question to ask");
            }
        }
    }

    /**
     * The check's own examples; a test runs each.
     *
     * @param pass manifests on which the check passes or does not apply
     * @param fail manifests on which it fails
     * @param undecided manifests on which it can tell neither
     */
    public record Examples(@Required List<String> pass, List<String> fail, List<String> undecided) {
        public Examples {
            pass = List.copyOf(pass);
            fail = List.copyOf(fail);
            undecided = List.copyOf(undecided);
            if (fail.isEmpty() && undecided.isEmpty()) {
                throw new IllegalArgumentException("a check has an example of what it finds");
            }
        }
    }

    public Check {
        adjust = List.copyOf(adjust);
        cases = List.copyOf(cases);
        supersedes = List.copyOf(supersedes);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        controls = List.copyOf(controls);
        references = List.copyOf(references);
    }

    /** Control and framework ids as findings show them, sorted. */
    public List<String> findingReferences() {
        var all = new ArrayList<>(maps.references());
        all.addAll(controls);
        Collections.sort(all);
        return all;
    }

    /** Ids are unique; the hash of everything else costs more than all comparisons it saves. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /**
     * What a check is evidence for in the frameworks of others; a framework that has no counterpart is empty. Coverage figures count exact ones.
     *
     * @param nist80053 control ids of NIST SP 800-53 revision 5
     * @param nsaCisa chapters of the NSA/CISA Kubernetes Hardening Guidance 1.2
     * @param pss levels of the Pod Security Standards
     * @param atlas mitigation ids of MITRE ATLAS
     */
    public record Counterparts(
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
}
