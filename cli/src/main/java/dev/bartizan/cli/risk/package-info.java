/** The commands about risk and readiness. Start from {@link dev.bartizan.cli.risk.RiskCommand}. */
@NullMarked
package dev.bartizan.cli.risk;

import org.jspecify.annotations.NullMarked;
