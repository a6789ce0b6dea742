/** What risks are worth, what is borne, and what to mend first. Start from {@link dev.bartizan.risk.RiskAnalysis}. */
@NullMarked
package dev.bartizan.risk;

import org.jspecify.annotations.NullMarked;
