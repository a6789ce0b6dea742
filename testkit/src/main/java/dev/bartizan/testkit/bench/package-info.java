/**
 * Measures whole processes: how long the main job takes on invented platforms, against the least that reading them can take.
 * Start from {@link dev.bartizan.testkit.bench.AssessBench}.
 */
@NullMarked
package dev.bartizan.testkit.bench;

import org.jspecify.annotations.NullMarked;
