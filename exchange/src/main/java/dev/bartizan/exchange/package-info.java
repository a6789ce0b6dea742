/**
 * Threat models in the formats of others: read, written, and told apart from what a format cannot carry.
 * Start from {@code ThreatModelFiles}.
 */
@NullMarked
package dev.bartizan.exchange;

import org.jspecify.annotations.NullMarked;
