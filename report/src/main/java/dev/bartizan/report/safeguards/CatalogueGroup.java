package dev.bartizan.report.safeguards;

import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Catalogue;
import dev.bartizan.graph.SafeguardFacts.Counterpart;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.SafeguardFacts.Strength;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/**
 * An entry of a catalogue of others and the controls that are counterparts of it. Only those that are exact count: it is proven on an asset where all of
 * them are, and refuted where one is.
 *
 * @param exact ids of controls
 * @param lesser ids of controls that are a part of it, or help
 */
public record CatalogueGroup(String id, List<String> exact, List<String> lesser, int evidenced, int refuted, int open) {
    public CatalogueGroup {
        exact = List.copyOf(exact);
        lesser = List.copyOf(lesser);
    }

    public int applicable() {
        return evidenced + refuted + open;
    }

    /** By id. */
    public static List<CatalogueGroup> of(SafeguardFacts facts, Catalogue catalogue) {
        var byId = new TreeMap<String, List<Safeguard>>();
        var lesser = new TreeMap<String, List<String>>();
        for (Safeguard control : facts.controls()) {
            for (Counterpart counterpart : control.counterparts()) {
                if (counterpart.catalogue() == catalogue) {
                    byId.computeIfAbsent(counterpart.id(), id -> new ArrayList<>());
                    lesser.computeIfAbsent(counterpart.id(), id -> new ArrayList<>());
                    if (counterpart.strength() == Strength.EXACT) {
                        byId.getOrDefault(counterpart.id(), List.of()).add(control);
                    } else {
                        lesser.getOrDefault(counterpart.id(), List.of()).add(control.control());
                    }
                }
            }
        }
        return byId.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue(), lesser.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    private static CatalogueGroup group(String id, List<Safeguard> exact, List<String> lesser) {
        var evidenced = new BitSet();
        var refuted = new BitSet();
        var open = new BitSet();
        for (Safeguard control : exact) {
            evidenced.or(control.coverage().evidenced());
            refuted.or(control.coverage().refuted());
            open.or(control.coverage().open());
        }
        open.andNot(refuted);
        evidenced.andNot(refuted);
        evidenced.andNot(open);
        return new CatalogueGroup(
                id,
                exact.stream().map(Safeguard::control).toList(),
                lesser,
                evidenced.cardinality(),
                refuted.cardinality(),
                open.cardinality());
    }

    /** Ids of controls that have no counterpart there. */
    public static List<String> without(SafeguardFacts facts, Catalogue catalogue) {
        return facts.controls().stream()
                .filter(control -> control.counterparts().stream().noneMatch(one -> one.catalogue() == catalogue))
                .map(Safeguard::control)
                .toList();
    }
}
