/**
 * OWASP Threat Dragon: diagrams whose cells have threats.
 * Start from {@code ThreatDragon}.
 */
@NullMarked
package dev.bartizan.exchange.dragon;

import org.jspecify.annotations.NullMarked;
