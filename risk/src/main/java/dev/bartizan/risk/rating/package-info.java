/** Scores risks by the method that was chosen. Start from {@link dev.bartizan.risk.rating.RiskVector}. */
@NullMarked
package dev.bartizan.risk.rating;

import org.jspecify.annotations.NullMarked;
