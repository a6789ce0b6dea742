package dev.bartizan.network.observed;

/**
 * A field of a line.
 *
 * @param column where it begins, counted from 1, in UTF-16 units
 */
record Cell(String text, int column) {}
