/**
 * Writes findings as SARIF 2.1.0 for code scanning in a forge, an editor or a vulnerability manager.
 * Start from {@link dev.bartizan.report.sarif.SarifReport}.
 */
@NullMarked
package dev.bartizan.report.sarif;

import org.jspecify.annotations.NullMarked;
