/**
 * Evaluates the checks of the baseline over a platform, one answer for every asset in scope, and rolls up what has one cause. Start from
 * {@link dev.bartizan.baseline.BaselineAnalysis}.
 */
@NullMarked
package dev.bartizan.baseline;

import org.jspecify.annotations.NullMarked;
