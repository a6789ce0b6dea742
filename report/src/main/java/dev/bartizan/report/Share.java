package dev.bartizan.report;

import dev.bartizan.graph.SafeguardFacts.Catalogue;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.safeguards.MatrixTable;
import dev.bartizan.report.share.ArchitectShare;
import dev.bartizan.report.share.ComplianceShare;
import dev.bartizan.report.share.OperationsShare;
import dev.bartizan.report.share.RuntimeRules;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The roles that take something over from an assessment, and what that is. */
public enum Share {
    ARCHITECT,
    COMPLIANCE,
    RELIABILITY,
    RUNTIME_SECURITY;

    /** As the command line writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Share::word).toList();
    }

    public static Optional<Share> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** One JSON document with all of it. */
    public String document(Snapshot snapshot) {
        return switch (this) {
            case ARCHITECT -> ArchitectShare.of(snapshot);
            case COMPLIANCE -> ComplianceShare.of(snapshot);
            case RELIABILITY -> OperationsShare.reliability(snapshot);
            case RUNTIME_SECURITY -> OperationsShare.runtimeSecurity(snapshot);
        };
    }

    /** The same as files by name, beside what people and other tools read. */
    public SortedMap<String, String> files(Snapshot snapshot) {
        var files = new TreeMap<String, String>();
        files.put(word() + ".json", document(snapshot));
        snapshot.safeguards().ifPresent(facts -> {
            if (this == ARCHITECT) {
                files.put("controls.md", MatrixTable.controls(facts).markdown());
                files.put("patterns.md", MatrixTable.patterns(facts).markdown());
            }
            if (this == COMPLIANCE) {
                for (Catalogue catalogue : Catalogue.values()) {
                    files.put(
                            catalogue.word() + ".csv",
                            MatrixTable.controls(facts, catalogue).csv());
                }
            }
        });
        if (this == RUNTIME_SECURITY) {
            files.put("falco-rules.yaml", RuntimeRules.falco(snapshot));
            files.put("tetragon-policies.yaml", RuntimeRules.tetragon(snapshot));
        }
        if (this == COMPLIANCE) {
            snapshot.risks().map(facts -> new RiskView(snapshot, facts)).ifPresent(view -> {
                for (Handover form : List.of(Handover.OSCAL_COMPONENT, Handover.OSCAL_RESULTS, Handover.OSCAL_POAM)) {
                    files.put(
                            form.word() + ".json", form.write(view, view.facts().backlog()));
                }
            });
        }
        return files;
    }
}
