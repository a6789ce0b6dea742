/**
 * Threat Composer of AWS: threats as sentences, mitigations, assumptions and what links them.
 * Start from {@code ThreatComposer}.
 */
@NullMarked
package dev.bartizan.exchange.composer;

import org.jspecify.annotations.NullMarked;
