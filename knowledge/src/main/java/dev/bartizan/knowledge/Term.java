package dev.bartizan.knowledge;

import dev.bartizan.source.Location;

/**
 * A word of the vocabulary.
 *
 * @param id the word itself
 * @param meaning one sentence
 */
public record Term(String id, String meaning, Location location) {}
