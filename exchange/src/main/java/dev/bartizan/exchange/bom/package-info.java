/**
 * Threat models within a CycloneDX bill of materials, as its drafts have them.
 * Start from {@code ThreatModelBom}.
 */
@NullMarked
package dev.bartizan.exchange.bom;

import org.jspecify.annotations.NullMarked;
