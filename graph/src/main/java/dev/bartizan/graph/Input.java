package dev.bartizan.graph;

import dev.bartizan.source.Location;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was read, every file and document accounted for.
 *
 * @param asOf the only clock an analysis sees
 * @param files how many files had which outcome: {@code read, ignored, binary, too-large, unreadable ...}
 * @param documents how many documents had which outcome: {@code object, helm-template, kustomization, values, other-yaml, broken, empty ...}
 * @param setAside what is not an object, each with its reason
 */
public record Input(
        LocalDate asOf,
        SortedMap<String, Integer> files,
        SortedMap<String, Integer> documents,
        List<SetAside> setAside) {
    public Input {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
        setAside = List.copyOf(setAside);
    }

    /**
     * A file or document that holds no object.
     *
     * @param outcome one of the keys of {@code files} or {@code documents}
     * @param reason in words, with what to do about it
     */
    public record SetAside(String outcome, String reason, Location location) {}
}
