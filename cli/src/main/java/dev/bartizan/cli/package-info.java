/** The commands of Bartizan and the composition root. Start from {@link dev.bartizan.cli.Main}. */
@NullMarked
package dev.bartizan.cli;

import org.jspecify.annotations.NullMarked;
