/** What risks are worth, what to mend first, and how ready the platform is. Start from {@link dev.bartizan.risk.ReadinessAnalysis}. */
@NullMarked
package dev.bartizan.risk;

import org.jspecify.annotations.NullMarked;
