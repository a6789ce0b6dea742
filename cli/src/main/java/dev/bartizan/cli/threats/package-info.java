/** The commands below {@code bartizan threats}. Start from {@link dev.bartizan.cli.threats.ThreatsCommand}. */
@NullMarked
package dev.bartizan.cli.threats;

import org.jspecify.annotations.NullMarked;
