/** Which mitigations to choose for a budget. Start from {@link dev.bartizan.risk.portfolio.Portfolio}. */
@NullMarked
package dev.bartizan.risk.portfolio;

import org.jspecify.annotations.NullMarked;
