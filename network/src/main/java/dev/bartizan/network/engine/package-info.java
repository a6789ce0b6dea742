/**
 * Evaluates policies for all pairs at once. Start from {@link dev.bartizan.network.engine.Engine}.
 */
@NullMarked
package dev.bartizan.network.engine;

import org.jspecify.annotations.NullMarked;
