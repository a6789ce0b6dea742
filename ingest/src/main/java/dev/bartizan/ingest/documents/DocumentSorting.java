package dev.bartizan.ingest.documents;

import dev.bartizan.graph.Input.SetAside;
import dev.bartizan.source.Document;
import dev.bartizan.source.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every document of the input is.
 *
 * @param objects the documents that are Kubernetes objects, or lists of them, in the order they came
 * @param counts how many documents had which outcome; all documents are in there
 * @param setAside what is no object, each with its reason; empty documents are only counted
 * @param problems what the user should do about templates and kustomizations, one per folder
 * @param explained problems of reading that {@code problems} explains better: a template that is no YAML before it is rendered
 */
public record DocumentSorting(
        List<Document> objects,
        SortedMap<String, Integer> counts,
        List<SetAside> setAside,
        List<Problem> problems,
        Set<Problem> explained) {
    public DocumentSorting {
        objects = List.copyOf(objects);
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        setAside = List.copyOf(setAside);
        problems = List.copyOf(problems);
        explained = Set.copyOf(explained);
    }

    public static DocumentSorting of(List<Document> documents) {
        var sorter = new DocumentSorter(Charts.of(documents));
        documents.forEach(sorter::take);
        return sorter.finish();
    }
}
