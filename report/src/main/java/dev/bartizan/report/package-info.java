/**
 * Writes what was found for people and machines: HTML, SARIF and the terminal summary.
 * Start from {@link dev.bartizan.report.Reports}.
 */
@NullMarked
package dev.bartizan.report;

import org.jspecify.annotations.NullMarked;
