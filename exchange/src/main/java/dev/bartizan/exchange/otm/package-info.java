/**
 * The Open Threat Model of IriusRisk.
 * Start from {@code Otm}.
 */
@NullMarked
package dev.bartizan.exchange.otm;

import org.jspecify.annotations.NullMarked;
