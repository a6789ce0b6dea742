/**
 * The smallest policies that allow what is meant to be, and the proof that they do. Start from {@link dev.bartizan.network.suggest.Synthesis}.
 */
@NullMarked
package dev.bartizan.network.suggest;

import org.jspecify.annotations.NullMarked;
