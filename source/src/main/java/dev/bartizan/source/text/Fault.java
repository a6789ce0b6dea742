package dev.bartizan.source.text;

/**
 * What is wrong with the form of a text. Neither sentence holds any of the text.
 *
 * @param index where; negative when it is not known
 */
public record Fault(int index, String message, String remedy) {}
