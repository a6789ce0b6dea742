/** Holds what policies allow against what a design wants. Start from {@link dev.bartizan.network.intents.IntentCheck}. */
@NullMarked
package dev.bartizan.network.intents;

import org.jspecify.annotations.NullMarked;
