/** What every command has: where it reads and writes, how it ends and fails, and the options they share. Start from {@link dev.bartizan.cli.console.Console}. */
@NullMarked
package dev.bartizan.cli.console;

import org.jspecify.annotations.NullMarked;
