package dev.bartizan.source;

/**
 * A value and where it stands.
 *
 * @param pointer its JSON pointer within its own document
 */
public record Located(Node node, String pointer) {}
