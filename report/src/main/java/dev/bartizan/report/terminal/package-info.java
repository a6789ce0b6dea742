/**
 * The summary that a person reads in a terminal.
 * Start from {@link dev.bartizan.report.terminal.TerminalReport}.
 */
@NullMarked
package dev.bartizan.report.terminal;

import org.jspecify.annotations.NullMarked;
