/**
 * Turns bytes into text, lines and parts that can be parsed alone. Start from {@link dev.bartizan.source.text.SourceText}.
 */
@NullMarked
package dev.bartizan.source.text;

import org.jspecify.annotations.NullMarked;
