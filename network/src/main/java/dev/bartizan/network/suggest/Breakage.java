package dev.bartizan.network.suggest;

import dev.bartizan.network.intended.Traffic;

/**
 * Traffic that would stop if the policies were applied now.
 *
 * @param from who opens it, for a reader
 * @param unknown the side that no rule can name
 * @param remedy the rule that keeps it, or why it may be cut
 */
record Breakage(Traffic traffic, String from, String to, String unknown, String remedy) {}
