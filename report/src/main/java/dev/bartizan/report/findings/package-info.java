/** Writes findings alone, without the platform around them. Start from {@link dev.bartizan.report.findings.FindingWriting}. */
@NullMarked
package dev.bartizan.report.findings;

import org.jspecify.annotations.NullMarked;
