/** Evaluates the checks of the baseline over a platform, one answer for every asset in scope. */
@NullMarked
package dev.bartizan.baseline;

import org.jspecify.annotations.NullMarked;
