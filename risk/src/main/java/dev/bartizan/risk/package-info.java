/** What risks are worth, what is borne, what to mend first, and how ready the platform is. Start from {@link dev.bartizan.risk.RiskAnalysis}. */
@NullMarked
package dev.bartizan.risk;

import org.jspecify.annotations.NullMarked;
