/** The commands below {@code bartizan network}. Start from {@link dev.bartizan.cli.network.NetworkCommand}. */
@NullMarked
package dev.bartizan.cli.network;

import org.jspecify.annotations.NullMarked;
