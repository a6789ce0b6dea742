/**
 * Safeguards in the catalogues of others and as tables for files. Start from {@link dev.bartizan.report.safeguards.MatrixTable}.
 */
@NullMarked
package dev.bartizan.report.safeguards;

import org.jspecify.annotations.NullMarked;
