/** What every analysis comes to, in one figure and one sentence each. Start from {@link dev.bartizan.report.headline.Headlines}. */
@NullMarked
package dev.bartizan.report.headline;

import org.jspecify.annotations.NullMarked;
