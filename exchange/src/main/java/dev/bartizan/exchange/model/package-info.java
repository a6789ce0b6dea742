/**
 * The one form that threat models of all formats are read into and written from.
 * Start from {@code ThreatModel}.
 */
@NullMarked
package dev.bartizan.exchange.model;

import org.jspecify.annotations.NullMarked;
