/** Risks, backlog and loss curves as rows for files. Start from {@link dev.bartizan.report.risk.RiskTables}. */
@NullMarked
package dev.bartizan.report.risk;

import org.jspecify.annotations.NullMarked;
