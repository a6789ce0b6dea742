/** How risks are told to people: matrix, shares, amounts that say no more than is known. Start from {@link dev.bartizan.report.risks.RiskMatrix}. */
@NullMarked
package dev.bartizan.report.risks;

import org.jspecify.annotations.NullMarked;
