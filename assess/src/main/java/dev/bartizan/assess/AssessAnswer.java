package dev.bartizan.assess;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.risk.RiskQuestion;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Reading;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The assessed platform.
 *
 * @param objects how many objects were read, copies counted
 * @param reading what was read, for excerpts, without the documents, which need not be objects and outlive nobody's use; absent when the platform came from a snapshot file, which holds no lines
 * @param reasons why each check matters, by its id
 * @param risks what the analysis of risks was asked, to ask what would be left; absent of a snapshot file, which holds no settings
 * @param faults mistakes in what it was told besides the input, bartizan.yaml and catalogues of one's own: something of them was not applied
 */
public record AssessAnswer(
        Snapshot snapshot,
        int objects,
        Optional<Reading> reading,
        SortedMap<String, String> reasons,
        List<Problem> faults,
        Optional<RiskQuestion> risks) {
    public AssessAnswer {
        faults = List.copyOf(faults);
    }

    /** Without faults. */
    public AssessAnswer(Snapshot snapshot, int objects, Optional<Reading> reading, SortedMap<String, String> reasons) {
        this(snapshot, objects, reading, reasons, List.of(), Optional.empty());
    }

    /** Whether there was nothing to assess: no object was read and nobody declared an asset. */
    public boolean nothingRead() {
        return objects == 0
                && snapshot.platform().assets().stream()
                        .noneMatch(asset -> asset.kind().equals("Declared"));
    }
}
