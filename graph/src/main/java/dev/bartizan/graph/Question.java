package dev.bartizan.graph;

import java.util.List;

/**
 * Something only the platform's owner can tell. One question per place.
 *
 * @param id stable: the gap's name
 * @param place what it is about: {@code namespace/ml-serving}, {@code cluster}
 * @param text the question, answerable with yes, no or a value
 * @param answer how to answer it for good: the lines to add to {@code bartizan.yaml}
 * @param settles ids of the findings that an answer decides, sorted
 */
public record Question(String id, String place, String text, String answer, List<String> settles) {
    public Question {
        settles = List.copyOf(settles);
    }
}
