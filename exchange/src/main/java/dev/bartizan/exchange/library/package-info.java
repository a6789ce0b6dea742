/**
 * The OWASP Threat Model Library, from which the CycloneDX TM-BOM comes.
 * Start from {@code ThreatModelLibrary}.
 */
@NullMarked
package dev.bartizan.exchange.library;

import org.jspecify.annotations.NullMarked;
